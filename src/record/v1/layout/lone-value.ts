/**
 * Whether a block of fields is one value under its own name, e.g. the day under `2 全ての作業が完了する予定日`: its label would
 * say the caption again.
 */
export function isLoneValue(caption: string, rows: readonly { label: string; value: string }[]): boolean {
  const [only, ...others] = rows;
  return only !== undefined && others.length === 0 && (only.label === '' || caption.endsWith(only.label));
}
