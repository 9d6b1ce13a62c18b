import type { Question } from './question.ts';
import type { Alternative, Unit } from './units.ts';

/** Where a word of the index stands: record → positions, ascending. */
export type Positions = ReadonlyMap<number, readonly number[]>;

/** What ranking must know of the records. */
export interface RecordLayout {
  /** Per record: terms up to the end of its numbers, its heading, the headings around it, and in all. */
  ends: readonly (readonly [number, number, number, number])[];
  /** Records whose page or document carries the word in its name. */
  onPagesNamed(text: string): ReadonlySet<number>;
}

export interface Ranked {
  record: number;
  score: number;
  /** Share of the question's weight that the record answers, 0 to 1. */
  coverage: number;
  /** By unit of the question, in its order: points, and how much of it stands there; for the explain command. */
  points: number[];
  shares: number[];
}

/** How much a hit counts by where it stands. */
const fieldWeights = { heading: 3, around: 0.9, body: 1, page: 0.6 };
/** BM25: how soon repetition stops to count, and how much a long record is held back. */
const saturation = 1.3;
const lengthShare = 0.2;
/** A hit on a number beats every word. */
const numberPoints = 14;
/** What a word of which only parts were found may reach. */
const partShare = 0.55;
const leastPart = 0.35;
/** Records that answer only some of the words fall behind those that answer all. */
const coveragePower = 1.4;
/** How much a heading that says nothing but what was asked lifts its record. */
const headingShare = 1;

/** Records that answer the question, the best first. @param find positions of a word of the index */
export function rankRecords(question: Question, find: (term: string) => Positions, layout: RecordLayout): Ranked[] {
  const tables = question.units.map((unit) => scoreUnit(unit, find, layout));
  const records = new Set(tables.flatMap((table) => [...table.keys()]));
  const all = question.units.reduce((sum, { weight }) => sum + weight, 0);
  const ranked = [...records].map((record): Ranked => {
    const found = tables.map((table) => table.get(record));
    const points = found.map((share) => share?.points ?? 0);
    const shares = found.map((share) => share?.share ?? 0);
    const answered = question.units.reduce((sum, { weight }, index) => sum + weight * (shares[index] ?? 0), 0);
    const coverage = all > 0 ? answered / all : 0;
    const sum = points.reduce((total, value) => total + value, 0);
    const [start = 0, end = 0] = layout.ends[record] ?? [];
    const inHeading = new Set(found.flatMap((share) => share?.inHeading ?? []));
    const heading = end > start ? inHeading.size / (end - start) : 0;
    return { record, score: sum * coverage ** coveragePower * (1 + headingShare * heading), coverage, points, shares };
  });
  return ranked.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.record - b.record);
}

interface Share {
  points: number;
  /** 1 for the whole word, less where only parts of it stand there. */
  share: number;
  /** Positions of the heading's terms that it is. */
  inHeading: number[];
}

/** Where the whole word stands in a record, and how much of it where only parts do. */
interface Found {
  alternative: Alternative;
  whole: Map<number, { frequency: number; inHeading: number[] }>;
  parts: Map<number, number>;
}

/** The best that any alternative gives, by record. */
function scoreUnit(unit: Unit, find: (term: string) => Positions, layout: RecordLayout): Map<number, Share> {
  if (unit.kind === 'clause') {
    // Of the places it may name the engine leaves the first that there is.
    const [alternative] = unit.alternatives;
    return alternative ? scoreNumber(alternative, find, layout) : new Map();
  }
  const found = unit.alternatives.map((alternative) => findWord(alternative, find, layout));
  // One rarity for all: the rarest of several words for one thing is not the best.
  const count = new Set(found.flatMap(({ whole }) => [...whole.keys()])).size;
  const total = layout.ends.length;
  const mean = layout.ends.reduce((sum, ends) => sum + ends[3], 0) / Math.max(1, total);
  const points = (record: number, frequency: number) => {
    const length = 1 - lengthShare + (lengthShare * (layout.ends[record]?.[3] ?? 0)) / mean;
    const repeated = (frequency * (saturation + 1)) / (frequency + saturation * length);
    return rarity(Math.max(1, count), total) * repeated * unit.weight;
  };
  const best = new Map<number, Share>();
  const keep = (record: number, share: Share) => {
    if ((best.get(record)?.points ?? 0) < share.points) best.set(record, share);
  };
  for (const { alternative, whole, parts } of found) {
    const { weight } = alternative;
    for (const [record, { frequency, inHeading }] of whole) {
      keep(record, { points: points(record, frequency) * weight, share: weight ** 0.5, inHeading });
    }
    for (const [record, share] of parts) {
      if (share < leastPart) continue;
      const value = points(record, 1) * share ** 2 * partShare * weight;
      keep(record, { points: value, share: share * partShare, inHeading: [] });
    }
  }
  return best;
}

/** BM25's weight of a word: the fewer records have it, the more it says. */
function rarity(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** A number counts where it names the place, hardly where a text refers to it. */
function scoreNumber(
  { terms }: Alternative,
  find: (term: string) => Positions,
  layout: RecordLayout,
): Map<number, Share> {
  const lists = terms.map(find);
  const scores = new Map<number, Share>();
  for (const [record] of lists[0] ?? []) {
    const positions = lists.map((list) => list.get(record));
    const numbersEnd = layout.ends[record]?.[0] ?? 0;
    if (positions.every((list) => list?.some((position) => position < numbersEnd))) {
      // The place a heading names stands before those of its parts: 第16条 before 第15条, which has an item of that number.
      scores.set(record, { points: numberPoints - (positions[0]?.[0] ?? 0) * 0.02, share: 1, inHeading: [] });
    } else if (positions.every((list) => list !== undefined)) {
      scores.set(record, { points: 1, share: 0.5, inHeading: [] });
    }
  }
  return scores;
}

/** Where a word stands as a phrase, and where only parts of it stand. */
function findWord(alternative: Alternative, find: (term: string) => Positions, layout: RecordLayout): Found {
  const { terms, text } = alternative;
  const lists = terms.map(find);
  const found: Found = { alternative, whole: new Map(), parts: new Map() };
  const weights = partWeights(
    lists.map(({ size }) => size),
    layout.ends.length,
  );
  for (const record of new Set(lists.flatMap((list) => [...list.keys()]))) {
    const ends = layout.ends[record];
    if (!ends) continue;
    const positions = lists.map((list) => list.get(record) ?? []);
    const phrase = findPhrase(positions, ends);
    if (phrase.frequency > 0) found.whole.set(record, phrase);
    else if (terms.length > 1 && !alternative.isWhole) found.parts.set(record, shareOfParts(positions, weights));
  }
  for (const record of layout.onPagesNamed(text)) {
    const known = found.whole.get(record) ?? { frequency: 0, inHeading: [] };
    found.whole.set(record, { ...known, frequency: known.frequency + fieldWeights.page });
  }
  return found;
}

/** Weight of each part, 1 in all. A part that stands nowhere is a slip of the pen and weighs as the others do. */
function partWeights(counts: readonly number[], total: number): number[] {
  const known = counts.filter((count) => count > 0).map((count) => rarity(count, total));
  const mean = known.reduce((sum, weight) => sum + weight, 0) / Math.max(1, known.length);
  const weights = counts.map((count) => (count > 0 ? rarity(count, total) : mean));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 0));
}

/** How often the terms stand side by side, weighed by field, and which positions of the heading they take. */
function findPhrase(
  positions: readonly (readonly number[])[],
  ends: readonly [number, number, number, number],
): { frequency: number; inHeading: number[] } {
  const [first = [], ...rest] = positions;
  const later = rest.map((list) => new Set(list));
  let frequency = 0;
  const inHeading: number[] = [];
  for (const start of first) {
    if (start < ends[0] || !later.every((list, index) => list.has(start + index + 1))) continue;
    frequency += start < ends[1] ? fieldWeights.heading : start < ends[2] ? fieldWeights.around : fieldWeights.body;
    if (start < ends[1]) for (const index of positions.keys()) inHeading.push(start + index);
  }
  return { frequency, inHeading };
}

/** Weight of the terms that stand in the record, those beside their neighbour counting in full, others half. */
function shareOfParts(positions: readonly (readonly number[])[], weights: readonly number[]): number {
  let sum = 0;
  for (const [index, list] of positions.entries()) {
    if (list.length === 0) continue;
    const next = new Set(positions[index + 1]);
    const before = new Set(positions[index - 1]);
    const joined = list.some((position) => next.has(position + 1) || before.has(position - 1));
    sum += (weights[index] ?? 0) * (joined || positions.length === 2 ? 1 : 0.6);
  }
  return sum;
}

/** Whether a record has the terms side by side; if none, the word is a slip of the pen or of another world. */
export function standsSomewhere(terms: readonly string[], find: (term: string) => Positions): boolean {
  const [first = new Map<number, readonly number[]>(), ...rest] = terms.map(find);
  return [...first].some(([record, starts]) =>
    starts.some((start) => rest.every((list, index) => list.get(record)?.includes(start + index + 1))),
  );
}

/** Whether a record has all the terms, in any order: 6章 4.4 is 4.4 in its heading and 6章 in its label. */
export function standsTogether(terms: readonly string[], find: (term: string) => Positions): boolean {
  const [first = new Map<number, readonly number[]>(), ...rest] = terms.map(find);
  return [...first.keys()].some((record) => rest.every((list) => list.has(record)));
}
