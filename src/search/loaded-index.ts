import { type IndexFile, readIndexFile } from './index-file.ts';
import { toVocabulary } from './question.ts';
import type { RecordLayout } from './rank.ts';
import { toRuns } from './tokens.ts';
import { readTools, type ToolIndex } from './tools.ts';
import type { Vocabulary } from './units.ts';

type Page = IndexFile['pages'][number];

/** What every search needs, as it is looked things up in. */
export interface LoadedIndex {
  file: IndexFile;
  vocabulary: Vocabulary;
  layout: RecordLayout;
  tools: ToolIndex;
  /** By record: its page, and its place among the files of texts. */
  pages: readonly Page[];
  texts: readonly { name: string; at: number }[];
  /** By record: what its entries are, for the filters. */
  sorts: readonly (readonly EntrySort[])[];
  /** A loan word as the texts print it, by its folded form. */
  prints: ReadonlyMap<string, string>;
}

/** What the filters ask of an entry. */
export interface EntrySort {
  kind: string;
  roles: readonly string[];
}

/** @throws Error if the file is of another build or damaged. */
export function readIndex(json: unknown): LoadedIndex {
  const file = readIndexFile(json);
  const total = file.ends.length;
  const vocabulary = toVocabulary(file);
  const { kinds, roles, sorts, records } = file.filters;
  const named = sorts.map(
    ([kind = -1, ...acting]): EntrySort => ({
      kind: kinds[kind] ?? '',
      roles: acting.map((role) => roles[role] ?? ''),
    }),
  );
  return {
    file,
    vocabulary,
    layout: toLayout(file),
    tools: readTools(file.tools),
    pages: spread(file.pages, total, (page) => page),
    texts: spread(file.texts, total, ({ name, from }, record) => ({ name, at: record - from })),
    sorts: records.map((own) => own.flatMap((sort) => named[sort] ?? [])),
    prints: new Map(vocabulary.loans.map((loan, at) => [loan, file.loans[at] ?? loan])),
  };
}

/** For each record what stands in the list from the last one that begins with it or before it. */
function spread<One extends { from: number }, Value>(
  list: readonly One[],
  total: number,
  toValue: (one: One, record: number) => Value,
): Value[] {
  return list.flatMap((one, index) => {
    const end = list[index + 1]?.from ?? total;
    return Array.from({ length: end - one.from }, (_, at) => toValue(one, one.from + at));
  });
}

/** Names of pages and documents, folded once: 練馬区 in a question means the document. */
function toLayout(file: IndexFile): RecordLayout {
  const names = file.pages.map(({ title, handbook, from }, index) => ({
    name: wordsOf(`${title} ${file.handbooks[handbook] ?? ''}`),
    from,
    end: file.pages[index + 1]?.from ?? file.ends.length,
  }));
  return {
    ends: file.ends,
    onPagesNamed: (text) => {
      const records = new Set<number>();
      for (const { name, from, end } of names) {
        if (text.length < 2 || !name.includes(text)) continue;
        for (let record = from; record < end; record++) records.add(record);
      }
      return records;
    },
  };
}

function wordsOf(text: string): string {
  return toRuns(text, [])
    .map((run) => run.text)
    .join(' ');
}
