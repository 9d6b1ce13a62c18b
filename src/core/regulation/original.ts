import type { Handbook } from './library.ts';

/** Official words of a provision. */
export interface OriginalWords {
  /** As they stand in the organisation's copy. */
  paragraphs: string[];
  /** Whose copy it is and which edition. */
  copy: string;
}

/** The official words of units of a handbook, in the order of the units; undefined where none of them has any. */
export function originalOf(
  { original }: Pick<Handbook, 'original'>,
  units: readonly string[],
): OriginalWords | undefined {
  const paragraphs = units.flatMap((unit) => {
    const words = original && Object.hasOwn(original.units, unit) ? original.units[unit] : undefined;
    return words === undefined ? [] : words.split('\n');
  });
  return original && paragraphs.length > 0 ? { paragraphs, copy: original.copy } : undefined;
}

/** Path of the page that has the official words of a page alone, from that page's own, with the anchor or without. */
export function originalUrl(url: string): string {
  return `originals/${url}`;
}
