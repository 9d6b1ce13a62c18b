import { Inflate } from 'fflate';
import { ImportError } from '../model/block.ts';
import { crc32 } from './crc32.ts';
import { readDirectory, type ZipEntry } from './directory.ts';
import { refuseOtherFile } from './other-file.ts';

/** What a zip may ask of the machine that opens it. A file beyond any of these is refused before it is unpacked. */
export interface ZipLimits {
  /** Bytes of all unpacked entries together. */
  total: number;
  /** Bytes of one unpacked entry. */
  entry: number;
  /** Number of entries. */
  entries: number;
  /** Unpacked bytes for each packed one, of an entry beyond `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
  /** Which entries are unpacked; the others only have to stand in order. All where it is left out. */
  wanted?: (name: string) => boolean;
}

const mib = 1024 * 1024;

/**
 * A Word file of 1,000 pages unpacks to some 60 MB of XML at a ratio near 20; an Excel of empty rows comes to 150. Deflate
 * itself ends at 1,032.
 */
const usual: ZipLimits = { total: 200 * mib, entry: 64 * mib, entries: 10_000, ratio: 250, ratioFrom: 4 * mib };

/**
 * Unpacks a zip: name → bytes, in the order of its directory, folders left out. Throws an ImportError, in words for the
 * person who chose the file, where it is none, is damaged or encrypted, or is built to harm.
 */
export function openZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Map<string, Uint8Array> {
  const bounds = { ...usual, ...limits };
  refuseOtherFile(bytes);
  const wanted = readDirectory(bytes, bounds.entries).filter(({ name }) => bounds.wanted?.(name) ?? true);
  refuseBombs(wanted, bounds);
  return new Map(wanted.map((entry) => [entry.name, unpack(entry)]));
}

function refuseBombs(entries: ZipEntry[], { total, entry, ratio, ratioFrom }: ZipLimits): void {
  const sum = entries.reduce((all, { size }) => all + size, 0);
  const bomb = entries.find(
    ({ size, packed }) => size > entry || (size > ratioFrom && size > ratio * Math.max(1, packed.length)),
  );
  if (!bomb && sum <= total) return;
  throw new ImportError(
    'ファイルの中身が大きすぎるため、開きません。図や写真を除いて保存し直すか、いくつかのファイルに分けてください。',
  );
}

/** Small pieces keep what is made beyond the declared size small, too: deflate makes at most 1,032 bytes of one. */
const pieceSize = 4 * 1024;

function unpack({ packed, method, size, checksum }: ZipEntry): Uint8Array {
  const bytes = method === 0 ? packed : inflate(packed, size);
  if (bytes.length !== size || crc32(bytes) !== checksum) throw damaged();
  return bytes;
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) throw damaged();
    result.set(piece, length);
    length += piece.length;
  });
  try {
    for (let from = 0; from < packed.length; from += pieceSize) {
      stream.push(packed.subarray(from, from + pieceSize), from + pieceSize >= packed.length);
    }
  } catch (cause) {
    throw damaged(cause);
  }
  return result.subarray(0, length);
}

function damaged(cause?: unknown): ImportError {
  return new ImportError(
    'ファイルが壊れています。もう一度受け取るか、元のソフトで開いて保存し直したものを選んでください。',
    { cause },
  );
}
