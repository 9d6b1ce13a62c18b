import type { ImportedPlace } from '../../core/regulation/imported.ts';
import type { Place } from '../write/outline.ts';
import { type AlignedPlace, align } from './align.ts';

export interface Assigned {
  /** Anchor by the document's structure → the anchor that the place has in the handbook. */
  anchors: Map<string, string>;
  /** Index of a place → that of the last edition it was. */
  found: Map<number, number>;
  /** Every anchor that stood in an earlier edition and no longer does. */
  retired: string[];
}

const valid = /^[a-z0-9][A-Za-z0-9.-]*$/;

/**
 * Gives each place its anchor: a place that was there before keeps its own, whatever its number is now; a new one has
 * that of its structure, or the next free one where another place has it or had it once.
 */
export function assignAnchors(
  places: readonly Place[],
  before: readonly ImportedPlace[],
  retiredBefore: readonly string[],
): Assigned {
  const found = align(
    withWords(before.map(({ label, text, heading }) => ({ label, words: text, isHeading: heading === true }))),
    withWords(places),
  );
  const kept = new Set([...found.values()].flatMap((index) => before[index]?.anchor ?? []));
  const gone = before.map(({ anchor }) => anchor).filter((anchor) => !kept.has(anchor));
  const retired = [...new Set([...retiredBefore, ...gone])];
  const taken = new Set([...kept, ...retired]);
  const anchors = new Map<string, string>();
  const later: Place[] = [];
  for (const [index, place] of places.entries()) {
    const own = found.has(index) ? before[found.get(index) ?? -1]?.anchor : undefined;
    if (own !== undefined) anchors.set(place.anchor, own);
    else if (taken.has(place.anchor) || !valid.test(place.anchor)) later.push(place);
    else {
      anchors.set(place.anchor, place.anchor);
      taken.add(place.anchor);
    }
  }
  for (const { anchor, isHeading } of later) {
    const free = freeAnchor(anchor, isHeading, taken);
    anchors.set(anchor, free);
    taken.add(free);
  }
  return { anchors, found, retired };
}

/** As much of what stands under a place as it takes to know it by. */
const enough = 300;

/** A place without words of its own, e.g. 第5条 without a caption, is known by those that follow. */
function withWords(places: readonly AlignedPlace[]): AlignedPlace[] {
  return places.map(({ label, words, isHeading }, index) => {
    let known = words;
    for (let at = index + 1; words === '' && known.length < enough; at += 1) {
      const next = places[at];
      if (!next || next.isHeading) break;
      known += `${next.words}\n`;
    }
    return { label, words: known, isHeading };
  });
}

/** `a5` → `a5-x2`, `c5-h` → `c5-x2-h`. */
function freeAnchor(anchor: string, isHeading: boolean, taken: ReadonlySet<string>): string {
  const stem =
    anchor
      .replace(/-h$/, '')
      .replace(/[^A-Za-z0-9.-]/g, '')
      .replace(/^[^a-z0-9]+/, '') || 'x';
  for (let n = 2; ; n += 1) {
    const free = `${stem}-x${n}${isHeading ? '-h' : ''}`;
    if (!taken.has(free)) return free;
  }
}
