import { type BerValue, childrenOf, readCount, readObjectIdentifier, readOctets, tags } from '../asn1/ber-reader.ts';
import type { DerivationRequest, SigningCrypto } from '../crypto.ts';
import type { IterationAllowance } from './iteration-allowance.ts';
import { failUnsupported, failWith } from './pkcs12-problems.ts';

/** HMACs by their identifiers (RFC 8018, B.1). */
export const hmacIds: Readonly<Record<string, DerivationRequest['hash']>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};

/** Longest key that is derived: as long as the longest hash. */
const mostBytes = 64;

const pbkdf2 = '1.2.840.113549.1.5.12';

interface Request {
  /** UTF-8, by the standard. */
  password: Uint8Array;
  /** Bytes wanted; undefined: as many as the file says, which it then must. */
  length: number | undefined;
  /** What is not supported if the derivation is not. */
  part: 'encryption' | 'integrity';
}

/**
 * Derives a key as an AlgorithmIdentifier with PBKDF2-params says (RFC 8018, A.2).
 * @throws Pkcs12Error `unsupported` for other derivations, `damaged` for a length that does not fit
 */
export async function derivePbkdf2(
  derivation: BerValue,
  { password, length, part }: Request,
  crypto: Pick<SigningCrypto<unknown>, 'deriveBytes'>,
  allowance: IterationAllowance,
): Promise<Uint8Array> {
  const [id, parameters] = childrenOf(derivation, tags.sequence);
  if (readObjectIdentifier(id) !== pbkdf2) throw failUnsupported(part, `Derivation ${readObjectIdentifier(id)}.`);
  const [salt, count, ...optional] = childrenOf(parameters, tags.sequence);
  const stated = optional.find(({ tag }) => tag === tags.integer);
  const statedLength = stated && readCount(stated);
  const wanted = length ?? statedLength;
  if (wanted === undefined || wanted > mostBytes || (statedLength ?? wanted) !== wanted)
    throw failWith('damaged', `A key of ${statedLength} bytes, not ${length}.`);
  const algorithm = optional.find(({ tag }) => tag === tags.sequence);
  // The default (RFC 8018, A.2).
  const hash = algorithm ? hmacIds[readObjectIdentifier(algorithm.children[0])] : 'SHA-1';
  if (!hash) throw failUnsupported(part, 'PBKDF2 with another HMAC.');
  const iterations = readCount(count);
  allowance.spend(iterations);
  return crypto.deriveBytes({ password, salt: readOctets(salt), iterations, hash, length: wanted });
}
