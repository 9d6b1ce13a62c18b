import { compareReadings, type Row, rowOf, rows } from './kana-order.ts';

/** Where a word leads to. */
export interface IndexPlace {
  /** Path from the site's base. */
  url: string;
  /** As one cites it, or the title of a tool; empty for a tool whose title is the word. */
  label: string;
  /** Short name of the document, or the kind of a tool: `練馬区特記事項`, `様式`. */
  of: string;
  /** How near to the word: places of a lower rank come first. */
  rank: PlaceRank;
}

/** What makes a place one of a word. */
export const placeRanks = {
  defines: 0,
  isTool: 1,
  heads: 2,
  answers: 3,
  says: 4,
} as const;
export type PlaceRank = (typeof placeRanks)[keyof typeof placeRanks];

/** A word with what leads on from it, before it has a reading. */
export interface Headword {
  word: string;
  places: IndexPlace[];
  /** Words to look under, of this list. */
  see: string[];
}

/** An entry of the index. */
export interface IndexEntry extends Headword {
  reading: string;
  /** Others lead to it. */
  isSought: boolean;
  /** How many places are left to the search. */
  more: number;
}

/** An entry as it is shown. */
export interface ShownEntry extends IndexEntry {
  /** Its reading stands beside it. */
  isRead: boolean;
}

/** A row with its entries in order. */
export interface IndexRow {
  row: Row;
  entries: ShownEntry[];
}

/**
 * The words that were gathered, each once with all of its places, the nearest first and each once.
 * @param gathered as it comes from the registers of the site, in the order that places of one rank keep
 */
export function joinHeadwords(gathered: readonly Headword[]): Headword[] {
  const words = new Map<string, Headword>();
  for (const { word, places, see } of gathered) {
    const known = words.get(word) ?? { word, places: [], see: [] };
    known.places.push(...places);
    known.see.push(...see);
    words.set(word, known);
  }
  const headwords = [...words.values()].map(({ word, places, see }) => {
    const cited = new Map<string, IndexPlace>();
    for (const place of [...places].sort((a, b) => a.rank - b.rank)) {
      // What is cited alike is read as one place.
      const key = place.label === '' ? place.url : `${place.of} ${place.label}`;
      if (!cited.has(key)) cited.set(key, place);
    }
    return { word, places: [...cited.values()], see: [...new Set(see)].filter((one) => one !== word) };
  });
  // A word that leads nowhere is no entry, and nobody is sent to it.
  const there = new Set(headwords.filter(({ places }) => places.length > 0).map(({ word }) => word));
  return headwords
    .map((one) => ({ ...one, see: one.see.filter((word) => there.has(word)) }))
    .filter(({ places, see }) => places.length > 0 || see.length > 0);
}

/**
 * The first places of a word, so that each document has its turn before one has a second.
 * @param most how many are shown
 */
export function pickPlaces(places: readonly IndexPlace[], most: number): IndexPlace[] {
  const picked: IndexPlace[] = [];
  const left = [...places];
  while (picked.length < most && left.length > 0) {
    const rank = left[0]?.rank;
    const turns = left.filter((place) => place.rank === rank);
    const timesOf = ({ of }: IndexPlace) => picked.filter((place) => place.of === of).length;
    const least = Math.min(...turns.map(timesOf));
    const next = turns.find((place) => timesOf(place) === least);
    if (!next) break;
    picked.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return picked;
}

/** The entries by rows, in order; rows without any are left out. */
export function toRows(entries: readonly IndexEntry[]): IndexRow[] {
  const byRow = Map.groupBy([...entries].sort(compareReadings), ({ reading }) => rowOf(reading));
  return [...rows, '英数' as const].flatMap((row) => {
    const own = byRow.get(row);
    return own ? [{ row, entries: own.map((entry, at) => ({ ...entry, isRead: isRead(entry, own[at - 1]) })) }] : [];
  });
}

/** A word in kana is its own reading; of words that begin alike (委託, 委託先) the first is read, as a book has room for it. */
function isRead({ word, reading }: IndexEntry, before: IndexEntry | undefined): boolean {
  if (!/\p{Script=Han}/u.test(word) || rowOf(reading) === '英数') return false;
  return !(before && alike(word, before.word) && alike(reading, before.reading));
}

function alike(one: string, other: string): boolean {
  return one.length > 1 && one.slice(0, 2) === other.slice(0, 2);
}
