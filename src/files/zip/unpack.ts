import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

/** Small pieces keep what is made beyond the declared size small, too: deflate makes at most 1,032 bytes of one. */
const pieceSize = 4 * 1024;

/** What may be unpacked of one entry. */
export interface EntryLimits {
  /** Bytes of one unpacked entry. */
  entry: number;
  /** Unpacked bytes for each packed one, of an entry beyond `ratioFrom` bytes. Deflate itself ends at 1,032. */
  ratio: number;
  ratioFrom: number;
}

/** Whether an entry says that it unpacks to more than it may. Nothing is unpacked for it. */
export function isBomb({ size, packed }: ZipEntry, { entry, ratio, ratioFrom }: EntryLimits): boolean {
  return size > entry || (size > ratioFrom && size > ratio * Math.max(1, packed.length));
}

/**
 * Unpacks an entry, at most to the size that it says.
 * @param checkTime called every few kilobytes; what it throws ends the unpacking
 * @returns undefined where its bytes are damaged, or not what size and checksum say
 */
export function unpack({ packed, method, size, checksum }: ZipEntry, checkTime = () => {}): Uint8Array | undefined {
  const bytes = method === 0 ? packed : inflate(packed, size, checkTime);
  return bytes && bytes.length === size && crc32(bytes) === checksum ? bytes : undefined;
}

class TooLongError extends Error {}

function inflate(packed: Uint8Array, size: number, checkTime: () => void): Uint8Array | undefined {
  const result = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > size) throw new TooLongError();
    result.set(piece, length);
    length += piece.length;
  });
  for (let from = 0; from < packed.length; from += pieceSize) {
    checkTime();
    try {
      stream.push(packed.subarray(from, from + pieceSize), from + pieceSize >= packed.length);
    } catch {
      // More than was said, or no sound deflate: in both cases nothing of it is believed.
      return undefined;
    }
  }
  return result.subarray(0, length);
}
