import type { Verifier } from './check-file.ts';

/**
 * Fetches the code that checks signatures: none of it is part of the page before a file is chosen. On plain http the
 * cryptography comes along in JavaScript.
 * @throws when it cannot be fetched
 */
export async function loadVerifier(): Promise<Verifier> {
  const [{ toHex }, { findCrypto }, { verifyPdf }] = await Promise.all([
    import('../../signing/bytes.ts'),
    import('../../signing/crypto.ts'),
    import('../../signing/verify-pdf.ts'),
  ]);
  const { crypto } = await findCrypto(globalThis.crypto);
  return {
    sha256: async (bytes) => toHex(await crypto.digest(bytes)),
    verify: (bytes) => verifyPdf(bytes, crypto),
  };
}
