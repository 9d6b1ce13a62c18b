import type { Readings } from './kana.ts';
import type { SearchRecord } from './records.ts';

/** Layout of the files beside Pagefind's; a page that was loaded before a new build asks for a reload. */
export const indexFormat = 'kitei-search/5';

/** Pagefind's engine, of `pagefind/`. Its name says nothing of its version. */
export const engineFile = 'engine.pagefind';

/**
 * The record that Pagefind's name of it means. Its own names are hashes, which do not compress; the build writes numbers
 * in their place, to the base 36.
 * @param name e.g. `xx_1a`
 */
export function recordOf(name: string): number {
  return Number.parseInt(name.slice(name.lastIndexOf('_') + 1), 36);
}

/** The name that recordOf() reads. */
export function nameOfRecord(record: number): string {
  return `xx_${record.toString(36)}`;
}

/**
 * `search-index/index.json`: what must be known of every record before any text is fetched. Pagefind's own `meta` is not
 * used, because it indexes every field of it.
 */
export interface IndexFile {
  format: typeof indexFormat;
  /** Pagefind's pf_meta, in Base64: a file of its own would cost every first search a request. */
  meta: string;
  /** Per record: terms up to the end of its numbers, its heading, its surroundings, and in all. */
  ends: [numbers: number, heading: number, around: number, all: number][];
  /** Pages with the first record of each. */
  pages: { from: number; path: string; title: string; handbook: string; type: SearchRecord['type'] }[];
  /** Files of texts with the first record of each: `text-<name>.json`. */
  texts: { from: number; name: string }[];
  /** Handbooks by id, with the short name shown in results. */
  handbooks: Record<string, string>;
  /** By id of a client's handbook: the client's name, folded, e.g. 練馬区. */
  clients: Record<string, string>;
  /** All loan words of the texts as they are printed, once each: a part of one, or a misspelt one, is looked up here. */
  loans: string[];
  /** Words in hiragana that are indexed. */
  kanaWords: string[];
  /** Folded: what people say → what the texts say. */
  synonyms: Record<string, string[]>;
  /** Of these the words for what the texts do not know at all. */
  near: string[];
  /** Tools and pages by what people say; here and not apart, for a file more costs every first search a request. */
  tools: ToolFile;
  filters: FilterLists;
}

/** What the filters ask for. */
export interface FilterLists {
  kinds: string[];
  /** `<handbook>:<role id>` */
  roles: string[];
  /** Each combination that an entry has, by place in the lists above. */
  sorts: [kind: number, ...roles: number[]][];
  /** By record the sorts of its entries, once each. */
  records: number[][];
}

/** What one does something with, or reads apart from the texts. A view is a page: it stands there when its name is asked for. */
export type ToolKind = 'decision' | 'checklist' | 'form' | 'register' | 'page';

/** A tool or a page: what people say when they need it, by the words that a question is made of. */
export interface ListedTool {
  kind: ToolKind;
  title: string;
  /** Path from the site's base. */
  path: string;
  /** Id of the handbook whose paper it is; '' for everybody's. */
  handbook: string;
  /** The bad day: its words put it before all others. */
  isUrgent?: true;
  /** Its title first, then what people say: words of a question, with blanks between, and the fragment that they lead to. */
  asks: [words: string, hash?: string][];
}

export type ToolFile = ListedTool[];

/** `search-index/text-<name>.json`: records as results show them. */
export type TextFile = Pick<SearchRecord, 'headings' | 'entries'>[];

/** `search-index/words.json`: words worth suggesting, the most useful first. */
export type WordsFile = string[];

/** @throws Error if the file is of another build or damaged. */
export function readIndexFile(value: unknown): IndexFile {
  if (!isIndexFile(value)) throw new Error('The search index is of another version; the page has to be loaded again.');
  return value;
}

function isIndexFile(value: unknown): value is IndexFile {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === indexFormat;
}

/** @throws Error if the file is damaged. */
export function readTextFile(value: unknown): TextFile {
  if (!isTextFile(value)) throw new Error('A text file of the search is damaged.');
  return value;
}

function isTextFile(value: unknown): value is TextFile {
  return Array.isArray(value) && value.every((record) => typeof record === 'object' && record && 'entries' in record);
}

/** @throws Error if the file is damaged. */
export function readWordsFile(value: unknown): WordsFile {
  if (!Array.isArray(value) || !value.every((word) => typeof word === 'string')) {
    throw new Error('The list of words of the search is damaged.');
  }
  return value;
}

/** @throws Error if the file is damaged. */
export function readReadingsFile(value: unknown): Readings {
  const isReading = (one: unknown): one is [string, string] =>
    Array.isArray(one) && one.length === 2 && one.every((text) => typeof text === 'string');
  if (!Array.isArray(value) || !value.every(isReading))
    throw new Error('The list of readings of the search is damaged.');
  return value;
}
