import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBer, readCount, readOctets } from '../../../src/signing/asn1/ber-reader.ts';
import { explicit, integer, octetString, sequence } from '../../../src/signing/asn1/der-writer.ts';
import { concatBytes } from '../../../src/signing/bytes.ts';
import { computeMac } from '../../../src/signing/pkcs12/mac.ts';
import { encodePassword } from '../../../src/signing/pkcs12/password.ts';

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

/**
 * A key file of ours whose encrypted part stands in pieces under [0], as NSS and Windows write it, with a MAC that fits.
 * @param pfx as `writePkcs12` gives it: the encrypted part first
 */
export async function splitEncryptedPart(pfx: Uint8Array, password: string): Promise<Uint8Array> {
  const [version, safe, mac] = readBer(pfx).children;
  const [type, wrapped] = safe?.children ?? [];
  const [encryptedSafe, openSafe] = readBer(wrapped?.children[0]?.content ?? new Uint8Array()).children;
  const [encryptedType, data] = encryptedSafe?.children ?? [];
  const [dataVersion, information] = data?.children[0]?.children ?? [];
  const [contentType, algorithm, content] = information?.children ?? [];
  if (
    !version ||
    !type ||
    !mac ||
    !openSafe ||
    !encryptedType ||
    !dataVersion ||
    !contentType ||
    !algorithm ||
    !content
  )
    throw new Error('No PFX.');
  const half = content.content.length / 2;
  const pieces = [content.content.subarray(0, half), content.content.subarray(half)].map(toPiece);
  const split = indefinite(0x30, contentType.bytes, algorithm.bytes, indefinite(0xa0, ...pieces));
  const authenticated = sequence(
    sequence(encryptedType.bytes, explicit(0, sequence(dataVersion.bytes, split))),
    openSafe.bytes,
  );
  const [digestInfo, salt, count] = mac.children;
  const derivation = { hash: 'SHA-256', salt: readOctets(salt), iterations: readCount(count) } as const;
  const value = await computeMac(authenticated, { ...derivation, password: encodePassword(password)[0].utf16 });
  const algorithmBytes = digestInfo?.children[0]?.bytes ?? new Uint8Array();
  return sequence(
    version.bytes,
    sequence(type.bytes, explicit(0, octetString(authenticated))),
    sequence(
      sequence(algorithmBytes, octetString(value)),
      octetString(derivation.salt),
      integer(derivation.iterations),
    ),
  );
}
