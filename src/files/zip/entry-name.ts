import { decodeAs } from '../../core/text/encodings.ts';
import { toName } from '../to-name.ts';
import { crc32 } from './crc32.ts';

/** The sender wrote the name in UTF-8. */
const isUtf8 = 0x800;
/** A second name, in UTF-8, beside the one in the sender's own encoding (APPNOTE 4.6.9). */
const unicodePath = 0x7075;

/** The name of an entry: in UTF-8 where that is said, else in what it certainly or most likely is; folders by `/`. */
export function toEntryName(bytes: Uint8Array, flags: number, extra: Uint8Array): string {
  const second = (flags & isUtf8) === 0 ? findUnicodePath(bytes, extra) : undefined;
  const isTold = (flags & isUtf8) !== 0 || second !== undefined;
  const name = (isTold ? decodeAs('utf-8', second ?? bytes) : undefined) ?? toName(bytes);
  // Windows of old wrote its own sign between folders; in letters of two bytes it is no sign.
  return name.normalize('NFC').replaceAll('\\', '/');
}

function findUnicodePath(name: Uint8Array, extra: Uint8Array): Uint8Array | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true);
    const isFound = view.getUint16(at, true) === unicodePath && size > 5 && at + 4 + size <= extra.length;
    if (isFound && extra[at + 4] === 1 && view.getUint32(at + 5, true) === crc32(name))
      return extra.subarray(at + 9, at + 4 + size);
    at += 4 + size;
  }
  return undefined;
}
