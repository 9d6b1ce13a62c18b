import { hmac } from '@noble/hashes/hmac.js';
import { type BerValue, childrenOf, readCount, readObjectIdentifier, readOctets, tags } from '../asn1/ber-reader.ts';
import type { IterationAllowance } from './iteration-allowance.ts';
import type { EncodedPassword } from './password.ts';
import { derivePkcs12, hashes, type MacHash } from './pkcs12-kdf.ts';
import { failUnsupported } from './pkcs12-problems.ts';

/** Hash functions by their identifiers (RFC 8017, B.1). */
const hashIds: Readonly<Record<string, MacHash>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/**
 * The MAC of a key file (RFC 7292, 4 and appendix A).
 * @param bytes what it is over
 */
export async function computeMac(
  bytes: Uint8Array,
  derivation: { hash: MacHash; password: Uint8Array; salt: Uint8Array; iterations: number },
): Promise<Uint8Array> {
  const hash = hashes[derivation.hash];
  const key = await derivePkcs12({ ...derivation, purpose: 'mac', length: hash.outputLen });
  return hmac(hash, key, bytes);
}

/**
 * Finds the form of the password that the MAC was made with.
 * @param macData MacData (RFC 7292, 4)
 * @returns undefined when none fits: the password is another, or the content was changed
 * @throws BerSyntaxError when it is no MacData; Pkcs12Error `unsupported` for another MAC, such as PBMAC1 (RFC 9579)
 */
export async function findPassword(
  macData: BerValue,
  bytes: Uint8Array,
  passwords: readonly EncodedPassword[],
  allowance: IterationAllowance,
): Promise<EncodedPassword | undefined> {
  const [digestInfo, salt, count] = childrenOf(macData, tags.sequence);
  const [algorithm, digest] = childrenOf(digestInfo, tags.sequence);
  const id = readObjectIdentifier(childrenOf(algorithm, tags.sequence)[0]);
  const expected = readOctets(digest);
  const shared = { salt: readOctets(salt), iterations: count ? readCount(count) : 1 };
  const hash = hashIds[id];
  if (!hash) throw failUnsupported('integrity', `MAC with ${id}.`);
  for (const password of passwords) {
    allowance.spend(shared.iterations);
    const mac = await computeMac(bytes, { ...shared, hash, password: password.utf16 });
    if (isEqual(mac, expected)) return password;
  }
  return undefined;
}

/** Without stopping at the first difference, though nobody measures a file that lies on this very machine. */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}
