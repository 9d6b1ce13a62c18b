import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Synonyms } from '../../core/regulation/synonyms.ts';
import { fold } from '../../search/fold.ts';
import {
  type FilterLists,
  type IndexFile,
  indexFormat,
  type TextFile,
  type ToolFile,
} from '../../search/index-file.ts';
import type { Readings } from '../../search/kana.ts';
import { findLoans, type IndexedRecord, toPostings } from '../../search/postings.ts';
import { toVocabulary } from '../../search/question.ts';
import type { SearchRecord } from '../../search/records.ts';
import { compileNear, compileSynonyms } from '../../search/synonyms.ts';
import type { Vocabulary } from '../../search/units.ts';
import { findWords } from '../../search/words.ts';
import { findReadings } from './find-readings.ts';
import { type IndexPart, splitChunks } from './split-chunks.ts';

export interface IndexInput {
  records: readonly SearchRecord[];
  synonyms: Synonyms;
  /** Short name by handbook id. */
  handbooks: Record<string, string>;
  /** Name of the client by id of a client's handbook. */
  clients: Record<string, string>;
  /** Tools and pages by what people say. */
  listTools(vocabulary: Vocabulary, readings: Readings): Promise<ToolFile>;
}

/** Characters of text in one file of texts: some three KB on the wire, so that eight results fetch little beside themselves. */
const textFileSize = 9_000;
/**
 * Writes the index into a built site: `pagefind/` with Pagefind's engine and chunks, `search-index/` with ours and the texts of results.
 * @param site path of the built site
 * @throws Error with Pagefind's words if it does not build
 */
export async function writeIndex(
  { records, synonyms, handbooks, clients, listTools }: IndexInput,
  site: string,
): Promise<void> {
  const indexed = records.map((record) => toPostings(record, synonyms.kanaWords));
  const { parts, names } = await buildPagefind(indexed);
  const split = splitChunks(parts, names);
  const texts = toTextFiles(records);
  const lists: Omit<IndexFile, 'tools'> = {
    format: indexFormat,
    meta: Buffer.from(split.meta).toString('base64'),
    ends: indexed.map(({ ends }) => ends),
    pages: toPages(records),
    texts: texts.map(({ from, name }) => ({ from, name })),
    handbooks,
    clients: Object.fromEntries(Object.entries(clients).map(([id, name]) => [id, fold(name).text])),
    loans: findLoans(records),
    kanaWords: synonyms.kanaWords,
    synonyms: compileSynonyms(synonyms),
    near: compileNear(synonyms),
    filters: toFilters(records),
  };
  for (const folder of ['pagefind', 'search-index']) await rm(join(site, folder), { recursive: true, force: true });
  for (const { path, content } of split.parts) await write(join(site, 'pagefind', path), content);
  const readings = await findReadings(textsOf(records), saidIn(synonyms));
  const file: IndexFile = { ...lists, tools: await listTools(toVocabulary(lists), readings) };
  await write(join(site, 'search-index/index.json'), JSON.stringify(file));
  await write(join(site, 'search-index/readings.json'), JSON.stringify(readings));
  await write(join(site, 'search-index/words.json'), JSON.stringify(findWords(records)));
  for (const { name, json } of texts) await write(join(site, `search-index/text-${name}.json`), json);
}

function textsOf(records: readonly SearchRecord[]): string[] {
  return records.flatMap(({ headings, topics, entries }) => [
    ...headings,
    ...topics,
    ...entries.flatMap(({ caption, text }) => [caption, text]),
  ]);
}

function saidIn({ synonyms }: Synonyms): string[] {
  return synonyms.flatMap(({ find, say = [], near = [] }) => [...find, ...say, ...near]);
}

/** Pagefind's files, and the name it gave to each record. */
async function buildPagefind(indexed: readonly IndexedRecord[]): Promise<{ parts: IndexPart[]; names: string[] }> {
  // A language nobody speaks: no stemmer, no segmenter.
  const { index, errors } = await createIndex({ forceLanguage: 'xx' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const faults: string[] = [];
  for (const [number, { terms }] of indexed.entries()) {
    // An empty record would be left out; its number keeps records with the same words apart.
    const content = terms.length > 0 ? terms.join(' ') : 'zempty';
    const added = await index.addCustomRecord({ url: String(number), language: 'xx', content });
    faults.push(...added.errors);
  }
  const { files, errors: unwritten } = await index.getFiles();
  await close();
  faults.push(...unwritten);
  if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
  const names: string[] = [];
  for (const { path, content } of files) {
    const name = /fragment\/.*_([0-9a-f]+)\.pf_fragment$/.exec(path)?.[1];
    if (name !== undefined) names[numberOf(content)] = name;
  }
  if (names.filter(Boolean).length !== indexed.length) throw new Error('Pagefind did not keep every record.');
  return { parts: files, names };
}

/** The record's number, which was given as its address. */
function numberOf(fragment: Uint8Array): number {
  const url = /"url":"(\d+)"/.exec(gunzipSync(fragment).toString('utf8'))?.[1];
  if (url === undefined) throw new Error('A fragment of Pagefind has no address.');
  return Number(url);
}

/** What each record's entries are, for the filters. */
function toFilters(records: readonly SearchRecord[]): FilterLists {
  const kinds = new Places();
  const roles = new Places();
  const sorts = new Places();
  const ofRecords = records.map(({ entries }) => {
    const own = entries.map((entry) =>
      sorts.at([kinds.at(entry.kind), ...entry.roles.map((role) => roles.at(role))].join()),
    );
    return [...new Set(own)];
  });
  return {
    kinds: kinds.list,
    roles: roles.list,
    sorts: sorts.list.map((sort) => {
      const [kind = 0, ...acting] = sort.split(',').map(Number);
      return [kind, ...acting];
    }),
    records: ofRecords,
  };
}

/** A list without repeats, and where each of its values stands. */
class Places {
  readonly list: string[] = [];
  readonly #known = new Map<string, number>();

  at(value: string): number {
    const known = this.#known.get(value) ?? this.list.push(value) - 1;
    this.#known.set(value, known);
    return known;
  }
}

function toPages(records: readonly SearchRecord[]): IndexFile['pages'] {
  const pages: IndexFile['pages'] = [];
  for (const [from, { page, pageTitle, handbook, type }] of records.entries()) {
    if (pages.at(-1)?.path !== page) pages.push({ from, path: page, title: pageTitle, handbook, type });
  }
  return pages;
}

function toTextFiles(records: readonly SearchRecord[]): { from: number; name: string; json: string }[] {
  const files: { from: number; texts: TextFile; size: number }[] = [];
  for (const [from, { headings, entries }] of records.entries()) {
    const last = files.at(-1);
    const size = JSON.stringify(entries).length;
    if (last && last.size + size <= textFileSize) {
      last.texts.push({ headings, entries });
      last.size += size;
    } else files.push({ from, texts: [{ headings, entries }], size });
  }
  return files.map(({ from, texts }) => {
    const json = JSON.stringify(texts);
    return { from, json, name: createHash('sha256').update(json).digest('hex').slice(0, 8) };
  });
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
