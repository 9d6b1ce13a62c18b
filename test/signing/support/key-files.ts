import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBer } from '../../../src/signing/asn1/ber-reader.ts';
import { concatBytes } from '../../../src/signing/bytes.ts';

/** A key file of test/fixtures/p12, e.g. `modern-rsa.p12`. */
export function readKeyFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/p12', name)));
}

/**
 * The outer frame of a key file in BER as Windows writes it: indefinite lengths, and the content that the MAC is over as a
 * string in pieces.
 */
export function toIndefinite(pfx: Uint8Array, pieceLength = 1000): Uint8Array {
  const [version, safe, mac] = readBer(pfx).children;
  const [type, wrapped] = safe?.children ?? [];
  const content = wrapped?.children[0]?.content;
  if (!version || !type || !content || !mac) throw new Error('No PFX.');
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += pieceLength) pieces.push(toPiece(content.subarray(at, at + pieceLength)));
  const string = indefinite(0x24, ...pieces);
  return indefinite(0x30, version.bytes, indefinite(0x30, type.bytes, indefinite(0xa0, string)), mac.bytes);
}

function toPiece(bytes: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(0x04, 0x82, bytes.length >> 8, bytes.length & 0xff), bytes);
}

function indefinite(tag: number, ...contents: Uint8Array[]): Uint8Array {
  return concatBytes(Uint8Array.of(tag, 0x80), ...contents, Uint8Array.of(0, 0));
}
