import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { engineFile, nameOfRecord } from '../../search/index-file.ts';
import { type CborItem, encodeArray, encodeText, readCbor } from './cbor.ts';

/** A file of Pagefind's index; `path` from its folder. */
export interface IndexPart {
  path: string;
  content: Uint8Array;
}

/** What is published of Pagefind's index, as its engine takes it. */
export interface SplitIndex {
  /** The engine and the chunks. */
  parts: IndexPart[];
  /** What the engine is started with. */
  meta: Uint8Array;
}

/** Stands before the data in each of Pagefind's files. */
const mark = Buffer.from('pagefind_dcd');
const whatToDo = 'Pagefind changed its private file format: see "Search" in src/README.md.';
/** Bytes of a chunk before compression: some three KB on the wire. At most `mostChunks` of them. */
const chunkBytes = 8_000;
const mostChunks = 240;

/**
 * All that this project knows of Pagefind's private file format, which is kept, so that its engine needs no change:
 * each file is, packed with gzip, `pagefind_dcd` and then its data, which is what the engine (`search/pagefind.ts`) takes;
 * pf_index is `[[word, …], …]` in order of words, pf_meta `[version, records, chunks, …]` with `[first, last, name]` a chunk.
 *
 * - Chunks become smaller ones. Pagefind packs some 25 KB into each and has no option for it: a question of four words
 *   would fetch the whole index of this site.
 * - Records are numbered. Their names are hashes, which do not compress, and with 5,000 records would be a fifth of a
 *   first search.
 * - Nothing is packed with gzip: a server that sends Brotli makes less of the bytes themselves.
 *
 * What to do on the day the format changes: src/README.md, Search.
 * @param names of the records, in their order, as they begin in pf_meta
 * @throws Error if the files are not as Pagefind 1.5 writes them
 */
export function splitChunks(parts: readonly IndexPart[], names: readonly string[]): SplitIndex {
  const meta = parts.find(({ path }) => path.endsWith('.pf_meta'));
  const engine = parts.find(({ path }) => path === 'wasm.unknown.pagefind');
  if (!meta || !engine) throw new Error(`Pagefind wrote no pf_meta file, or no engine. ${whatToDo}`);
  const old = parts.filter(({ path }) => path.endsWith('.pf_index'));
  const words = old.flatMap((part) => readWords(part)).sort((a, b) => compare(a.word, b.word));
  const total = words.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const limit = Math.max(chunkBytes, total / mostChunks);
  const chunks = packWords(words, limit).map((chunk) => toChunk(chunk));
  return {
    parts: [{ path: engineFile, content: open(engine.content) }, ...chunks.map(({ part }) => part)],
    meta: withChunks(meta, chunks, names),
  };
}

interface Word {
  word: string;
  bytes: Uint8Array;
}

/** Names of chunks begin with the language, which is `unknown` to Pagefind's readers and never shown. */
interface Chunk {
  part: IndexPart;
  first: string;
  last: string;
  name: string;
}

function readWords({ path, content }: IndexPart): Word[] {
  const [list] = childrenOf(readCbor(open(content)), path);
  return childrenOf(list, path).map((entry) => {
    const [word] = childrenOf(entry, path);
    return { word: textOf(word, path), bytes: entry.bytes };
  });
}

function packWords(words: readonly Word[], limit: number): Word[][] {
  const packed: Word[][] = [];
  let size = limit;
  for (const word of words) {
    if (size + word.bytes.length > limit) {
      packed.push([]);
      size = 0;
    }
    packed.at(-1)?.push(word);
    size += word.bytes.length;
  }
  return packed;
}

function toChunk(words: readonly Word[]): Chunk {
  const data = encodeArray([encodeArray(words.map(({ bytes }) => bytes))]);
  const name = `k_${createHash('sha256').update(data).digest('hex').slice(0, 8)}`;
  const first = words[0]?.word ?? '';
  return {
    part: { path: `index/${name}.pf_index`, content: data },
    first,
    last: words.at(-1)?.word ?? first,
    name,
  };
}

function withChunks(meta: IndexPart, chunks: readonly Chunk[], names: readonly string[]): Uint8Array {
  const fields = childrenOf(readCbor(open(meta.content)), meta.path);
  if (fields.length < 4) throw new Error(`${meta.path}: not the layout of Pagefind 1.5. ${whatToDo}`);
  const list = encodeArray(
    chunks.map(({ first, last, name }) => encodeArray([encodeText(first), encodeText(last), encodeText(name)])),
  );
  const records = toNumbered(fields[1], names, meta.path);
  return encodeArray(fields.map(({ bytes }, index) => (index === 1 ? records : index === 2 ? list : bytes)));
}

/** The list of records, `[[name, words], …]`, with numbers for names. */
function toNumbered(list: CborItem | undefined, names: readonly string[], path: string): Uint8Array {
  const numbers = new Map(names.map((name, record) => [name, record]));
  return encodeArray(
    childrenOf(list, path).map((entry) => {
      const [name, ...others] = childrenOf(entry, path);
      const record = numbers.get(textOf(name, path).replace(/^.*_/, ''));
      if (record === undefined) throw new Error(`${path}: "${name?.text}" is the name of no record.`);
      return encodeArray([encodeText(nameOfRecord(record)), ...others.map(({ bytes }) => bytes)]);
    }),
  );
}

function open(content: Uint8Array): Uint8Array {
  const data = gunzipSync(content);
  if (!data.subarray(0, mark.length).equals(mark)) throw new Error(`Not a file of Pagefind 1.5. ${whatToDo}`);
  return data.subarray(mark.length);
}

function childrenOf(item: CborItem | undefined, path: string): CborItem[] {
  if (!item?.children) throw new Error(`${path}: a list was expected. ${whatToDo}`);
  return item.children;
}

function textOf(item: CborItem | undefined, path: string): string {
  if (item?.text === undefined) throw new Error(`${path}: a text was expected. ${whatToDo}`);
  return item.text;
}

/** As Pagefind sorts: by bytes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
