import { ImportError } from '../model/block.ts';

/** A file in a zip, still packed. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Its bytes as they stand in the zip. */
  packed: Uint8Array;
  /** How many bytes it says it unpacks to. */
  size: number;
  checksum: number;
}

const signatures = { entry: 0x02014b50, local: 0x04034b50, end: 0x06054b50 };
const endSize = 22;
const entrySize = 46;
const localSize = 30;
const longestComment = 0xffff;

/**
 * Reads the central directory of a zip and holds it against the entries it points at. Refuses what no office software
 * writes: encryption, Zip64, paths that lead out, symbolic links, two files of one name, entries that share bytes.
 */
export function readDirectory(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // 0xFFFF and 0xFFFFFFFF send to Zip64, for files beyond 4 GB or 65,534 entries.
  if (count > most || count === 0xffff || start === 0xffffffff) throw tooMany();
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw broken();
  const entries: (ZipEntry & { from: number; to: number })[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + entrySize > end || view.getUint32(at, true) !== signatures.entry) throw broken();
    const next = at + entrySize + lengthOf(view, at + 28) + lengthOf(view, at + 30) + lengthOf(view, at + 32);
    if (next > end) throw broken();
    const entry = readEntry(bytes, view, at, start);
    if (!/[/]$/.test(entry.name)) entries.push(entry);
    at = next;
  }
  refuseOverlaps(entries);
  refuseNamesakes(entries);
  return entries.map(({ name, method, packed, size, checksum }) => ({ name, method, packed, size, checksum }));
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= first; at--) {
    if (view.getUint32(at, true) === signatures.end && at + endSize + lengthOf(view, at + 20) <= view.byteLength)
      return at;
  }
  throw new ImportError('ファイルが途中で切れています。もう一度受け取るか、コピーし直したものを選んでください。');
}

/** One entry of the directory, and its bytes from local header to end; `limit` is where the directory begins. */
function readEntry(bytes: Uint8Array, view: DataView, at: number, limit: number) {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const from = view.getUint32(at + 42, true);
  if (flags & 0x2041) throw encrypted();
  if (method !== 0 && method !== 8) throw broken();
  // The upper half are Unix file modes, where there are any.
  if (view.getUint16(at + 40, true) >>> 12 === 0xa) throw tricky();
  if (size === 0xffffffff || packedSize === 0xffffffff || from === 0xffffffff) throw tooMany();
  if (from + localSize > limit || view.getUint32(from, true) !== signatures.local) throw broken();
  if (view.getUint16(from + 6, true) & 0x2041) throw encrypted();
  const name = nameAt(bytes, at + entrySize, lengthOf(view, at + 28));
  const nameLength = lengthOf(view, from + 26);
  if (nameAt(bytes, from + localSize, nameLength) !== name || view.getUint16(from + 8, true) !== method) throw broken();
  const data = from + localSize + nameLength + lengthOf(view, from + 28);
  const to = data + packedSize;
  if (to > limit || (method === 0 && size !== packedSize)) throw broken();
  return { name, method, packed: bytes.subarray(data, to), size, checksum: view.getUint32(at + 16, true), from, to };
}

const utf8 = new TextDecoder();

/** Names in office files are ASCII; a few writers put `\` between folders. */
function nameAt(bytes: Uint8Array, at: number, length: number): string {
  const name = utf8.decode(bytes.subarray(at, at + length)).replaceAll('\\', '/');
  const leadsOut = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').some((part) => part === '..');
  if (name === '' || leadsOut || name.includes('\0')) throw tricky();
  return name;
}

function refuseOverlaps(entries: { from: number; to: number }[]): void {
  let last = 0;
  for (const { from, to } of entries.toSorted((a, b) => a.from - b.from)) {
    if (from < last) throw tricky();
    last = to;
  }
}

/** Names of parts are the same whatever their case (OPC, 6.2.2.3). */
function refuseNamesakes(entries: { name: string }[]): void {
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) throw tricky();
}

function lengthOf(view: DataView, at: number): number {
  return view.getUint16(at, true);
}

function broken(): ImportError {
  return new ImportError(
    'ファイルが壊れています。もう一度受け取るか、元のソフトで開いて保存し直したものを選んでください。',
  );
}

function encrypted(): ImportError {
  return new ImportError('ファイルにパスワードがかかっています。パスワードを外して保存したものを選んでください。');
}

function tooMany(): ImportError {
  return new ImportError(
    'ファイルの中の部品が多すぎるか大きすぎるため、開きません。元のソフトで開いて、必要な部分だけを保存し直してください。',
  );
}

function tricky(): ImportError {
  return new ImportError(
    'ファイルの中の名前や並びが Word や Excel の書くものではないため、開きません。元のソフトで開いて、名前を付けて保存し直してください。',
  );
}
