import { fold } from './fold.ts';
import type { SearchRecord } from './records.ts';
import { type Run, toRuns } from './tokens.ts';

/** A record as the words that Pagefind indexes, with the places where its parts end. */
export interface IndexedRecord {
  /** Numbers, then the own heading, then the headings around it, then the entries. */
  terms: string[];
  /** Count of terms up to the end of the numbers, of the heading, of the headings around it, and in all. */
  ends: [numbers: number, heading: number, around: number, all: number];
}

/**
 * Times a word of the entries is indexed per record. Later ones add little to a score but half again to the bytes that
 * every first search fetches; exact counts come from the text of what was found.
 */
const mostRepeats = 3;

/** Words of the index for a record. @param kanaWords see toRuns() */
export function toPostings(record: SearchRecord, kanaWords: readonly string[]): IndexedRecord {
  const runs = (texts: readonly string[]) => texts.flatMap((text) => toRuns(text, kanaWords));
  const labels = [...record.headings, ...record.entries.map(({ label }) => label)];
  const numbers = termsOf(runs(labels).filter(({ kind }) => kind === 'clause'));
  const heading = termsOf(runs(record.headings.slice(-1)).filter(({ kind }) => kind !== 'clause'));
  const around = termsOf(
    runs([...record.headings.slice(0, -1), ...record.topics]).filter(({ kind }) => kind !== 'clause'),
  );
  const body = record.entries.flatMap(({ label, caption, text }) => [
    ...termsOf(runs([nameIn(label)])),
    ...termsOf(runs([`${caption}\n${text}`])),
  ]);
  const parts = [[...new Set(numbers)], heading, around, withoutManyRepeats(body)];
  const ends = parts.map((_, index) => parts.slice(0, index + 1).flat().length);
  return { terms: parts.flat(), ends: [ends[0] ?? 0, ends[1] ?? 0, ends[2] ?? 0, ends[3] ?? 0] };
}

/** What a label says beside its numbers: 3.1 表（書類・フィルム）. */
export function nameIn(label: string): string {
  return /（([^）]+)）/.exec(label)?.[1] ?? '';
}

/** Every loan word of the records as it is printed most often, in order of its folded form. */
export function findLoans(records: readonly SearchRecord[]): string[] {
  const texts = records.flatMap(({ headings, entries }) => [
    ...headings,
    ...entries.flatMap(({ caption, text }) => [caption, text]),
  ]);
  const prints = new Map<string, Map<string, number>>();
  for (const text of texts) {
    for (const { kind, text: folded, spans } of toRuns(text, [])) {
      if (kind !== 'loan') continue;
      const print = text.slice(spans[0]?.[0], spans.at(-1)?.[1]);
      // What stands around a word may take part in how it is folded.
      const known = fold(print).text === folded ? print : folded;
      const counts = prints.get(folded) ?? new Map<string, number>();
      prints.set(folded, counts.set(known, (counts.get(known) ?? 0) + 1));
    }
  }
  const commonest = (counts: ReadonlyMap<string, number>) => [...counts].sort(([, m], [, n]) => n - m)[0]?.[0];
  return [...prints].sort(([a], [b]) => compare(a, b)).flatMap(([, counts]) => commonest(counts) ?? []);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function termsOf(runs: readonly Run[]): string[] {
  return runs.flatMap((run) => run.terms);
}

function withoutManyRepeats(terms: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return terms.filter((term) => {
    const count = (counts.get(term) ?? 0) + 1;
    counts.set(term, count);
    return count <= mostRepeats;
  });
}
