import { findPhraseIn, type Phrase } from './phrase.ts';
import { nameIn } from './postings.ts';
import type { Question } from './question.ts';
import type { Entry } from './records.ts';
import { toRuns } from './tokens.ts';
import type { Unit } from './units.ts';

/** How well an entry answers, with the pieces of its text that do. */
export interface EntryMatch {
  score: number;
  /** In the entry's text, ascending, not overlapping. */
  marks: [start: number, end: number][];
}

/** What a phrase of the question counts that stands in the entry: more than all its words do. */
const phrasePoints = 4;

/** Weighs one entry of a found record against the question, on its full text. */
export function matchEntry(
  entry: Entry,
  question: Question,
  kanaWords: readonly string[],
  phrases: readonly Phrase[] = [],
): EntryMatch {
  const parts = readEntry(entry, kanaWords);
  let score = 0;
  let answered = 0;
  const marks: [number, number][] = [];
  for (const unit of question.units) {
    const found = bestAlternative(unit, parts);
    score += found.points * unit.weight;
    if (found.points > 0) answered += unit.weight;
    marks.push(...found.marks);
  }
  const all = question.units.reduce((sum, { weight }) => sum + weight, 0);
  score *= all > 0 ? answered / all : 0;
  for (const phrase of phrases) {
    const found = findPhraseIn(entry.text, phrase);
    if (found.length > 0 || findPhraseIn(`${entry.label}\n${entry.caption}`, phrase).length > 0) score += phrasePoints;
    marks.push(...found);
  }
  return { score, marks: joinMarks(marks) };
}

interface Terms {
  terms: string[];
  spans: [number, number][];
}

type Parts = Record<'text' | 'caption' | 'label', Terms>;

/** While somebody types, the same entries are weighed again and again; reading one is most of the work. */
const known = new WeakMap<Entry, Parts>();

function readEntry(entry: Entry, kanaWords: readonly string[]): Parts {
  const parts = known.get(entry) ?? {
    text: readTerms(entry.text, kanaWords),
    caption: readTerms(`${entry.caption}\n${nameIn(entry.label)}`, kanaWords),
    label: readTerms(entry.label, kanaWords),
  };
  known.set(entry, parts);
  return parts;
}

function readTerms(text: string, kanaWords: readonly string[]): Terms {
  const runs = toRuns(text, kanaWords);
  return { terms: runs.flatMap((run) => run.terms), spans: runs.flatMap((run) => run.spans) };
}

function bestAlternative(unit: Unit, { text, caption, label }: Parts) {
  let best: { points: number; marks: [number, number][] } = { points: 0, marks: [] };
  for (const { terms, weight } of unit.alternatives) {
    if (unit.kind === 'clause') {
      const named = terms.every((term) => label.terms.includes(term));
      // 第16条 is its first entry; 第16条第2号 has exactly these numbers.
      const exact = named ? 2 - label.terms.length * 0.05 : 0;
      if (exact > best.points) best = { points: exact, marks: [] };
      continue;
    }
    const inText = findPhrase(text, terms);
    const inCaption = findPhrase(caption, terms);
    const count = Math.min(3, inText.length) + 2 * Math.min(1, inCaption.length);
    const whole = (count / (count + 1)) * 2 * weight;
    const parts = count > 0 ? [] : findParts(text, terms);
    const points = count > 0 ? whole : (parts.length / Math.max(1, terms.length)) ** 2 * 0.5 * weight;
    if (points > best.points) best = { points, marks: count > 0 ? inText : parts };
  }
  return best;
}

/** Spans of the places where the terms stand side by side. */
function findPhrase({ terms, spans }: Terms, wanted: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at + wanted.length <= terms.length; at++) {
    if (!wanted.every((term, index) => isHit(terms[at + index], term))) continue;
    const start = spans[at]?.[0];
    const end = spans[at + wanted.length - 1]?.[1];
    if (start !== undefined && end !== undefined) found.push([start, end]);
  }
  return found;
}

/** As Pagefind finds: a single kanji or the beginning of a Latin word finds what begins with it. */
function isHit(term: string | undefined, wanted: string): boolean {
  return term === wanted || (term?.startsWith(wanted) === true && (wanted.length === 4 || wanted.startsWith('z')));
}

function findParts({ terms, spans }: Terms, wanted: readonly string[]): [number, number][] {
  return wanted.flatMap((term) => {
    const at = terms.indexOf(term);
    const span = spans[at];
    return span ? [span] : [];
  });
}

function joinMarks(marks: readonly [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
