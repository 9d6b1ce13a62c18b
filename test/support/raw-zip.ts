import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from '../../src/files/zip/crc32.ts';

/** An entry of a zip whose headers may lie. */
export interface RawEntry {
  name: string;
  data?: Uint8Array;
  stored?: boolean;
  /** What the headers say, where that is not so. */
  size?: number;
  checksum?: number;
  flags?: number;
  method?: number;
  external?: number;
  localName?: string;
  /** Its name in another encoding than UTF-8. */
  nameBytes?: Uint8Array;
  /** Where the directory says it begins: at the entry of this number. */
  at?: number;
  /** How many more bytes than its own the directory gives it. */
  longer?: number;
}

export interface RawZip {
  entries: RawEntry[];
  /** What the end says of the number of entries and the beginning of the directory. */
  count?: number;
  start?: number;
  comment?: string;
}

/** Writes a zip byte by byte, lies included: what no library writes and an attacker does. */
export function rawZip({ entries, count = entries.length, start, comment = '' }: RawZip): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  const put = (bytes: Uint8Array) => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const entry of entries) {
    const { data = new Uint8Array(), stored = false, flags = 0, external = 0, longer = 0 } = entry;
    const method = entry.method ?? (stored ? 0 : 8);
    const packed = stored ? data : deflateSync(data);
    const sums = [entry.checksum ?? crc32(data), packed.length + longer, entry.size ?? data.length];
    const name = entry.nameBytes ?? strToU8(entry.name);
    const local = entry.localName === undefined ? name : strToU8(entry.localName);
    offsets.push(at);
    put(fields([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], ...four(sums), [2, local.length], [2, 0]));
    put(local);
    put(packed);
    const from = entry.at === undefined ? (offsets.at(-1) ?? 0) : (offsets[entry.at] ?? 0);
    directory.push(
      fields([4, 0x02014b50], [2, 0x0314], [2, 20], [2, flags], [2, method], [4, 0], ...four(sums)),
      fields([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, external], [4, from]),
      name,
    );
  }
  const begin = at;
  for (const part of directory) put(part);
  const size = at - begin;
  const end = strToU8(comment);
  put(fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, start ?? begin], [2, end.length]));
  put(end);
  const all = new Uint8Array(at);
  let to = 0;
  for (const part of parts) {
    all.set(part, to);
    to += part.length;
  }
  return all;
}

function four(values: number[]): [number, number][] {
  return values.map((value) => [4, value]);
}

/** Numbers of so many bytes, the lowest first. */
function fields(...all: [bytes: number, value: number][]): Uint8Array {
  return Uint8Array.from(
    all.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, i) => (value / 256 ** i) & 255)),
  );
}
