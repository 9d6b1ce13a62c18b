import { toEntryName } from './entry-name.ts';

/**
 * Why an entry is not unpacked. `method`: packed in a way that browsers and offices do not use. `zip64`: for files beyond 4 GB.
 * `overlap`: it shares bytes with another one, as bombs do. `twice`: another one has its name, so nobody knows which was meant.
 */
export type EntryProblem = 'password' | 'method' | 'link' | 'zip64' | 'damaged' | 'overlap' | 'twice' | 'long-name';

/** A file in a zip, still packed. */
export interface ZipEntry {
  /** As it stands there, folders by `/`: a stranger's text, and no path to be followed. */
  name: string;
  isFolder: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Its bytes as they stand in the zip. */
  packed: Uint8Array;
  /** How many bytes it says it unpacks to. */
  size: number;
  checksum: number;
  problem?: EntryProblem;
}

/** Why a zip cannot be read at all. `split`: it goes on in another file. */
export class ZipError extends Error {
  override name = 'ZipError';
  readonly problem: 'cut' | 'damaged' | 'too-many' | 'split';

  constructor(problem: ZipError['problem']) {
    super(`The zip is ${problem}.`);
    this.problem = problem;
  }
}

const signatures = { entry: 0x02014b50, local: 0x04034b50, end: 0x06054b50 };
const endSize = 22;
const entrySize = 46;
const localSize = 30;
const longestComment = 0xffff;
/** Longest name of an entry, in bytes: what file systems allow four times over. */
const longestName = 1024;

/** An entry, and where its bytes are, from local header to end. */
interface Placed extends ZipEntry {
  from: number;
  to: number;
}

/**
 * Reads the central directory of a zip and holds it against the entries it points at. One entry at fault does not lose the rest.
 * @param most entries
 * @returns `isWhole`: whether there are as many entries as the zip says
 * @throws ZipError
 */
export function readDirectory(bytes: Uint8Array, most: number): { entries: ZipEntry[]; isWhole: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // 0xFFFF and 0xFFFFFFFF send to Zip64, for files beyond 4 GB or 65,534 entries.
  if (count > most || count === 0xffff || start === 0xffffffff) throw new ZipError('too-many');
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw new ZipError('split');
  const entries: Placed[] = [];
  let at = start;
  while (entries.length < count && at + entrySize <= end && view.getUint32(at, true) === signatures.entry) {
    const next = at + entrySize + lengthOf(view, at + 28) + lengthOf(view, at + 30) + lengthOf(view, at + 32);
    if (next > end) break;
    entries.push(readEntry(bytes, view, at, start));
    at = next;
  }
  if (entries.length === 0 && count > 0) throw new ZipError('damaged');
  markOverlaps(entries);
  markNamesakes(entries);
  return { entries: entries.map(({ from: _, to: __, ...entry }) => entry), isWhole: entries.length === count };
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= first; at--) {
    if (view.getUint32(at, true) === signatures.end && at + endSize + lengthOf(view, at + 20) <= view.byteLength)
      return at;
  }
  throw new ZipError('cut');
}

/** One entry of the directory; `limit` is where the directory begins. */
function readEntry(bytes: Uint8Array, view: DataView, at: number, limit: number): Placed {
  const nameLength = lengthOf(view, at + 28);
  const rawName = bytes.subarray(at + entrySize, at + entrySize + nameLength);
  const extra = bytes.subarray(at + entrySize + nameLength, at + entrySize + nameLength + lengthOf(view, at + 30));
  const flags = lengthOf(view, at + 8);
  const name = toEntryName(rawName.subarray(0, longestName), flags, extra);
  const entry: Placed = {
    name,
    isFolder: name.endsWith('/'),
    method: lengthOf(view, at + 10),
    packed: bytes.subarray(0, 0),
    size: view.getUint32(at + 24, true),
    checksum: view.getUint32(at + 16, true),
    from: 0,
    to: 0,
  };
  const from = view.getUint32(at + 42, true);
  const packedSize = view.getUint32(at + 20, true);
  // The upper half are Unix file modes, where there are any.
  if (lengthOf(view, at + 40) >>> 12 === 0xa) return { ...entry, problem: 'link' };
  if (entry.size === 0xffffffff || packedSize === 0xffffffff || from === 0xffffffff)
    return { ...entry, problem: 'zip64' };
  if (nameLength > longestName) return { ...entry, problem: 'long-name' };
  if (isEncrypted(flags) || entry.method === 99) return { ...entry, problem: 'password' };
  if (entry.method !== 0 && entry.method !== 8) return { ...entry, problem: 'method' };
  if (from + localSize > limit || view.getUint32(from, true) !== signatures.local)
    return { ...entry, problem: 'damaged' };
  if (isEncrypted(lengthOf(view, from + 6))) return { ...entry, problem: 'password' };
  const localName = lengthOf(view, from + 26);
  const data = from + localSize + localName + lengthOf(view, from + 28);
  const to = data + packedSize;
  const isSame =
    isEqual(bytes.subarray(from + localSize, from + localSize + localName), rawName) &&
    lengthOf(view, from + 8) === entry.method;
  if (!isSame || to > limit || (entry.method === 0 && entry.size !== packedSize))
    return { ...entry, problem: 'damaged' };
  return { ...entry, packed: bytes.subarray(data, to), from, to };
}

/** Bit 0 a password, bit 6 strong encryption, bit 13 headers that are encrypted as well. */
function isEncrypted(flags: number): boolean {
  return (flags & 0x2041) !== 0;
}

function markOverlaps(entries: readonly Placed[]): void {
  const placed = entries.filter(({ problem }) => problem === undefined).toSorted((a, b) => a.from - b.from);
  let before: Placed | undefined;
  for (const entry of placed) {
    if (before && entry.from < before.to) {
      entry.problem = 'overlap';
      before.problem = 'overlap';
    }
    if (!before || entry.to > before.to) before = entry;
  }
}

/** Names are the same whatever their case: so it is on Windows, and for parts of office files (OPC, 6.2.2.3). */
function markNamesakes(entries: readonly Placed[]): void {
  const first = new Map<string, Placed>();
  for (const entry of entries) {
    if (entry.isFolder) continue;
    const key = entry.name.toLowerCase();
    const other = first.get(key);
    if (other) {
      other.problem ??= 'twice';
      entry.problem ??= 'twice';
    } else first.set(key, entry);
  }
}

function lengthOf(view: DataView, at: number): number {
  return view.getUint16(at, true);
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
