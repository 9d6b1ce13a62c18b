import { type BerValue, childrenOf, readBer, readBitString, readObjectIdentifier, tags } from './asn1/ber-reader.ts';
import { equalBytes } from './bytes.ts';
import { type CertificateFacts, readCertificate } from './certificate.ts';
import type { HashName, VerifyingCrypto } from './crypto.ts';
import { parseForeignSignatureDer } from './ecdsa-signature.ts';
import { type PublicKey, parsePublicKey } from './public-key.ts';

/**
 * How the certificates of a file hang together. It says nothing of trust: anybody can make a root.
 * - `self-signed`: nobody but the signer vouches for the name
 * - `complete-in-file`: each one was issued by the next, up to one that signed itself
 * - `issuer-not-in-file`: each one was issued by the next, but the last one's issuer is missing
 * - `broken`: one was not issued by the next, or a self-signed one does not hold
 * - `not-checked`: signed with an algorithm that is not known here, such as SHA-1 or RSA-PSS
 */
export type ChainState = 'self-signed' | 'complete-in-file' | 'issuer-not-in-file' | 'broken' | 'not-checked';

/** A certificate with what it says. */
export interface ReadCertificate {
  der: Uint8Array;
  facts: CertificateFacts;
}

/** Most certificates that are put beside the signer's own. */
const longestChain = 9;

/** What certificates are signed with (RFC 5758, 3.2; RFC 8017, A.2.4), as far as it is checked here. */
const algorithms: Readonly<Record<string, { kind: PublicKey['kind']; hash: HashName }>> = {
  '1.2.840.10045.4.3.2': { kind: 'ec', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ec', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ec', hash: 'SHA-512' },
  '1.2.840.113549.1.1.11': { kind: 'rsa', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', hash: 'SHA-512' },
};

/**
 * Checks that each certificate issued the one before: name, CA bit and signature (RFC 5280, 6.1.3 and 6.1.4, without
 * validity, revocation and trust, which are other questions).
 * @param certificates the signer's first, then in order
 */
export async function checkChain(
  certificates: readonly [ReadCertificate, ...ReadCertificate[]],
  crypto: VerifyingCrypto,
): Promise<ChainState> {
  let isChecked = true;
  for (const [index, certificate] of certificates.entries()) {
    // The last one can only vouch for itself.
    const issuer = certificates[index + 1] ?? (certificate.facts.selfSigned ? certificate : undefined);
    if (!issuer) continue;
    if (!isNamedIssuer(certificate, issuer)) return 'broken';
    const isIssued = await checkIssue(certificate, issuer, crypto);
    if (isIssued === false) return 'broken';
    if (isIssued === undefined) isChecked = false;
  }
  if (!isChecked) return 'not-checked';
  if (!certificates.at(-1)?.facts.selfSigned) return 'issuer-not-in-file';
  return certificates.length === 1 ? 'self-signed' : 'complete-in-file';
}

/**
 * Puts certificates in order: the signer's issuer, its issuer, and so on, as far as they are there. Where several bear
 * the name (a root renewed, a cross-certificate), one whose signature fits is taken.
 * @returns without the signer's own, and without those that lead nowhere
 */
export async function orderChain(
  signer: ReadCertificate,
  others: readonly ReadCertificate[],
  crypto: VerifyingCrypto,
): Promise<ReadCertificate[]> {
  const chain: ReadCertificate[] = [];
  let last = signer;
  while (!last.facts.selfSigned && chain.length < longestChain) {
    const next = await findIssuer(last, others, crypto);
    // One that is there already would lead round in a circle.
    if (!next || chain.includes(next)) break;
    chain.push(next);
    last = next;
  }
  return chain;
}

async function findIssuer(
  certificate: ReadCertificate,
  others: readonly ReadCertificate[],
  crypto: VerifyingCrypto,
): Promise<ReadCertificate | undefined> {
  let unchecked: ReadCertificate | undefined;
  for (const candidate of others.filter((other) => isNamedIssuer(certificate, other))) {
    const isIssued = await checkIssue(certificate, candidate, crypto);
    if (isIssued === true) return candidate;
    if (isIssued === undefined) unchecked ??= candidate;
  }
  return unchecked;
}

/** A certificate that signs itself need be no CA, for it issued nothing else. */
function isNamedIssuer(certificate: ReadCertificate, issuer: ReadCertificate): boolean {
  return (
    equalBytes(certificate.facts.issuerDer, issuer.facts.subjectDer) &&
    (certificate === issuer || issuer.facts.mayIssue)
  );
}

/** Whether the issuer's key signed the certificate; undefined where the algorithm is not known here. */
async function checkIssue(
  certificate: ReadCertificate,
  issuer: ReadCertificate,
  crypto: VerifyingCrypto,
): Promise<boolean | undefined> {
  try {
    return await verifyIssue(certificate, issuer, crypto);
  } catch {
    // No DER, or a key on no curve: whatever it is, it was not issued.
    return false;
  }
}

async function verifyIssue(
  certificate: ReadCertificate,
  issuer: ReadCertificate,
  crypto: VerifyingCrypto,
): Promise<boolean | undefined> {
  const [signed, algorithm, value] = childrenOf(readBer(certificate.der), tags.sequence);
  const known = algorithms[idOf(algorithm)];
  const key = parsePublicKey(issuer.facts.publicKey);
  if (!known || !key || !signed) return undefined;
  // The algorithm stands inside what is signed a second time (RFC 5280, 4.1.1.2).
  if (key.kind !== known.kind || idOf(innerAlgorithm(signed)) !== idOf(algorithm)) return false;
  const bits = readBitString(value);
  const signature = key.kind === 'ec' ? parseForeignSignatureDer(bits, key.curve) : bits;
  if (!signature) return false;
  return crypto.verify(issuer.facts.publicKey, signature, signed.bytes, known.hash);
}

function idOf(algorithm: BerValue | undefined): string {
  return readObjectIdentifier(childrenOf(algorithm, tags.sequence)[0]);
}

/** The first SEQUENCE of a TBSCertificate (RFC 5280, 4.1): behind version and serial number. */
function innerAlgorithm(tbsCertificate: BerValue): BerValue | undefined {
  return tbsCertificate.children.find(({ tag }) => tag === tags.sequence);
}

/**
 * Reads several certificates.
 * @throws Error when one is none
 */
export function readCertificates(ders: readonly Uint8Array[]): ReadCertificate[] {
  return ders.map((der) => ({ der, facts: readCertificate(der) }));
}
