import type { Verifier } from './check-file.ts';

/**
 * Fetches the code that checks signatures: none of it is part of the page before a file is chosen.
 * @throws when it cannot be fetched
 */
export async function loadVerifier(subtle: SubtleCrypto): Promise<Verifier> {
  const [{ toHex }, { webCrypto }, { verifyPdf }] = await Promise.all([
    import('../../signing/bytes.ts'),
    import('../../signing/crypto.ts'),
    import('../../signing/verify-pdf.ts'),
  ]);
  const crypto = webCrypto(subtle, (bytes) => globalThis.crypto.getRandomValues(bytes));
  return {
    sha256: async (bytes) => toHex(await crypto.digest(bytes)),
    verify: (bytes) => verifyPdf(bytes, crypto),
  };
}
