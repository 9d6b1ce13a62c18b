import { hmac } from '@noble/hashes/hmac.js';
import {
  type BerValue,
  childrenOf,
  expectTag,
  readCount,
  readObjectIdentifier,
  readOctets,
  tags,
} from '../asn1/ber-reader.ts';
import type { SigningCrypto } from '../crypto.ts';
import type { IterationAllowance } from './iteration-allowance.ts';
import type { EncodedPassword } from './password.ts';
import { derivePbkdf2, hmacIds } from './pbkdf2.ts';
import { derivePkcs12, hashes, type MacHash } from './pkcs12-kdf.ts';
import { failUnsupported, failWith } from './pkcs12-problems.ts';

/** Hash functions by their identifiers (RFC 8017, B.1). */
const hashIds: Readonly<Record<string, MacHash>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const pbmac1 = '1.2.840.113549.1.5.14';
/** RFC 9579, 5 */
const shortestKey = 20;

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
 * @param macData MacData (RFC 7292, 4), with a MAC of PKCS#12's own or with PBMAC1 (RFC 9579)
 * @returns undefined when none fits: the password is another, or the content was changed
 * @throws BerSyntaxError when it is no MacData; Pkcs12Error `unsupported` for another MAC, `damaged` for impossible numbers
 */
export async function findPassword(
  macData: BerValue,
  bytes: Uint8Array,
  passwords: readonly EncodedPassword[],
  crypto: Pick<SigningCrypto<unknown>, 'deriveBytes'>,
  allowance: IterationAllowance,
): Promise<EncodedPassword | undefined> {
  const [digestInfo, salt, count] = childrenOf(macData, tags.sequence);
  const [algorithm, digest] = childrenOf(digestInfo, tags.sequence);
  const [id, parameters] = childrenOf(algorithm, tags.sequence);
  const expected = readOctets(digest);
  const kind = readObjectIdentifier(id);
  if (kind === pbmac1) {
    const [password] = passwords;
    const mac = password && (await computePbmac1(bytes, parameters, password.utf8, crypto, allowance));
    return mac && isEqual(mac, expected) ? password : undefined;
  }
  const shared = { salt: readOctets(salt), iterations: count ? readCount(count) : 1 };
  const hash = hashIds[kind];
  if (!hash) throw failUnsupported('integrity', `MAC with ${kind}.`);
  for (const password of passwords) {
    allowance.spend(shared.iterations);
    const mac = await computeMac(bytes, { ...shared, hash, password: password.utf16 });
    if (isEqual(mac, expected)) return password;
  }
  return undefined;
}

/** @param parameters PBMAC1-params (RFC 8018, A.5): a derivation, then the HMAC that takes its key */
async function computePbmac1(
  bytes: Uint8Array,
  parameters: BerValue | undefined,
  password: Uint8Array,
  crypto: Pick<SigningCrypto<unknown>, 'deriveBytes'>,
  allowance: IterationAllowance,
): Promise<Uint8Array> {
  const [derivation, scheme] = childrenOf(parameters, tags.sequence);
  const schemeId = readObjectIdentifier(childrenOf(scheme, tags.sequence)[0]);
  const name = hmacIds[schemeId];
  // SHA-1 is not for new files (RFC 9579, 6).
  if (!name || name === 'SHA-1') throw failUnsupported('integrity', `PBMAC1 with ${schemeId}.`);
  const request = { password, length: undefined, part: 'integrity' } as const;
  const key = await derivePbkdf2(expectTag(derivation, tags.sequence), request, crypto, allowance);
  // RFC 9579, 5: a short key would make another password fit.
  if (key.length < shortestKey) throw failWith('damaged', `A MAC with a key of ${key.length} bytes.`);
  return hmac(hashes[name], key, bytes);
}

/** Without stopping at the first difference, though nobody measures a file that lies on this very machine. */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}
