import type { Handbook } from './library.ts';

/** Official words of a provision. */
export interface OriginalWords {
  /** As they stand in the organisation's copy. */
  paragraphs: string[];
  /** Whose copy it is and which edition. */
  copy: string;
}

/** The official words of units of a handbook, in the order of the document; undefined where none of them has any. */
export function originalOf(
  { original, source }: Pick<Handbook, 'original' | 'source'>,
  units: readonly string[],
): OriginalWords | undefined {
  if (!original) return undefined;
  // A provision names the unit first that gives it its anchor.
  const inOrder = units.length > 1 ? source.units.map(({ id }) => id).filter((id) => units.includes(id)) : units;
  const paragraphs = inOrder.flatMap((unit) => {
    const words = Object.hasOwn(original.units, unit) ? original.units[unit] : undefined;
    return words?.split('\n') ?? [];
  });
  return paragraphs.length > 0 ? { paragraphs, copy: original.copy } : undefined;
}

/** Path of the page that has the official words of a page alone, from that page's own, with the anchor or without. */
export function originalUrl(url: string): string {
  return `originals/${url}`;
}
