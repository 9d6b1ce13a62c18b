import { onceEach } from './once.ts';

/** Pagefind's engine, which finds the places of a word in the parts of the index that it was given. */
export interface Pagefind {
  /** Fetches what a search for the term reads. */
  preload(term: string): Promise<void>;
  /**
   * The places of a term, and of longer words that begin with it, in what was fetched so far; none where no such word is.
   * @param term ASCII, in lower case: Pagefind's own script would fold anything else
   */
  search(term: string): Found[];
}

/** A record that has the word, by its name, and the places of the word in it. */
export interface Found {
  name: string;
  places: number[];
}

/** What is used of the engine, which is Rust by way of wasm-bindgen: a text is handed over as its place and length. */
interface Wasm {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(bytes: number, align: number): number;
  __wbindgen_free(place: number, bytes: number, align: number): void;
  init_pagefind(place: number, bytes: number): number;
  load_index_chunk(state: number, place: number, bytes: number): number;
  request_indexes(state: number, place: number, bytes: number): [place: number, bytes: number];
  search(state: number, ...texts: [...number[]]): [place: number, bytes: number];
}

const used = [
  ...['memory', '__wbindgen_externrefs', '__wbindgen_start', '__wbindgen_malloc', '__wbindgen_free'],
  ...['init_pagefind', 'load_index_chunk', 'request_indexes', 'search'],
];

/**
 * Starts Pagefind's engine. It stands in place of pagefind.js, which is four fifths of what this search does not use
 * (excerpts, filters, languages, several indexes, an unpacker), and costs 10 KB and three requests more.
 *
 * What to do on the day the engine changes: src/README.md, Search.
 * @param code of the engine; @param meta Pagefind's pf_meta; @param loadChunk fetches a part of the index by its name
 * @throws Error if the engine is not that of Pagefind 1.5
 */
export async function openPagefind(
  code: Uint8Array<ArrayBuffer>,
  meta: Uint8Array,
  loadChunk: (name: string) => Promise<Uint8Array>,
): Promise<Pagefind> {
  const start = { __wbindgen_init_externref_table: () => fillTable(wasm) };
  const { instance } = await WebAssembly.instantiate(code, { './pagefind_web_bg.js': start });
  const wasm = readExports(instance.exports);
  wasm.__wbindgen_start();

  const pass = (bytes: Uint8Array): [place: number, bytes: number] => {
    const place = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(wasm.memory.buffer, place, bytes.length).set(bytes);
    return [place, bytes.length];
  };
  const passText = (text: string) => pass(new TextEncoder().encode(text));
  const take = ([place, bytes]: [number, number]): unknown => {
    try {
      return JSON.parse(new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, place >>> 0, bytes)));
    } finally {
      wasm.__wbindgen_free(place, bytes, 1);
    }
  };

  // What was fetched, in which every word stands as it is.
  const written: string[] = [];
  // Every call that changes the state says where it stands then.
  let state = wasm.init_pagefind(...pass(meta)) >>> 0;
  const addChunk = onceEach(async (name: string) => {
    const chunk = await loadChunk(name);
    written.push(new TextDecoder('latin1').decode(chunk));
    state = wasm.load_index_chunk(state, ...pass(chunk)) >>> 0;
  });
  return {
    async preload(term) {
      const names = take(wasm.request_indexes(state, ...passText(term)));
      if (!isNames(names)) throw unlike('the names of chunks');
      await Promise.all(names.filter((name) => name !== '').map(addChunk));
    },
    search(term) {
      // A word that stands nowhere the engine takes for the longest beginning that does: 通勤 for 通.
      if (!written.some((chunk) => chunk.includes(term))) return [];
      // The word twice, as it is folded and as it was typed; no filter, no order; neither a phrase nor accents.
      const texts = [term, term, '{}', ''].flatMap(passText);
      return readFound(take(wasm.search(state, ...texts, 0, 0)));
    },
  };
}

/** The table of JavaScript's values begins with those that need no place of their own. */
function fillTable({ __wbindgen_externrefs: table }: Wasm): void {
  const first = table.grow(4);
  table.set(0, undefined);
  for (const [at, value] of [undefined, null, true, false].entries()) table.set(first + at, value);
}

function readExports(exports: WebAssembly.Exports): Wasm {
  if (!isWasm(exports)) throw unlike('the functions');
  return exports;
}

function isWasm(exports: object): exports is Wasm {
  return used.every((name) => name in exports);
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

/** Of the answer `p`, the name of the record, and of its places in `l` again `l`, the number of the word. */
function readFound(answer: unknown): Found[] {
  if (!isAnswer(answer)) throw unlike('the answers');
  return answer.results.map(({ p, l }) => ({ name: p, places: l.map((place) => place.l) }));
}

function isAnswer(value: unknown): value is { results: { p: string; l: { l: number }[] }[] } {
  if (typeof value !== 'object' || value === null || !('results' in value) || !Array.isArray(value.results))
    return false;
  // All are written by the same code.
  const [first]: unknown[] = value.results;
  return first === undefined || (typeof first === 'object' && first !== null && 'p' in first && 'l' in first);
}

function unlike(what: string): Error {
  return new Error(`Pagefind's engine is another than that of 1.5: ${what}. See "Search" in src/README.md.`);
}
