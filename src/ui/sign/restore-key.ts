import { readCertificate } from '../../signing/certificate.ts';
import { findCrypto } from '../../signing/crypto.ts';
import { openPkcs12 } from '../../signing/pkcs12/open-pkcs12.ts';
import type { KeyFacts, KeyStore } from '../../stores/key-store.ts';
import type { KeyFileProblem } from './open-key-file.ts';

/**
 * Keeps the key of a backup in this browser again, no more to be read out than before. A certificate that somebody else
 * issued is the person's own and stays in its file.
 * @returns what people are told about the key, or why it is not kept
 */
export async function restoreKey(
  bytes: Uint8Array,
  password: string,
  keys: KeyStore,
  available: Crypto,
): Promise<KeyFacts | KeyFileProblem> {
  const found = await findCrypto(available);
  if (found.kind === 'page') return { problem: 'not-kept' };
  const opened = await openPkcs12(bytes, password, found.crypto);
  if (!opened.ok) return { problem: opened.problem, message: opened.message };
  const { privateKey, certificate, fingerprint } = opened.signer;
  const { commonName, organization, notBefore, notAfter, selfSigned } = readCertificate(certificate);
  if (!selfSigned) return { problem: 'issued' };
  const label = opened.friendlyName || commonName;
  const facts = { label, commonName, organization, fingerprint, madeOn: notBefore, validUntil: notAfter };
  return (await keys.keep({ ...facts, privateKey, certificate })) ? facts : { problem: 'not-kept' };
}
