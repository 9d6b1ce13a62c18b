import { fingerprintOf, readCertificate } from '../../signing/certificate.ts';
import { measureCms } from '../../signing/cms.ts';
import { webCrypto } from '../../signing/crypto.ts';
import { fitSignerName, type SignerName } from '../../signing/distinguished-name.ts';
import { createSigningKey } from '../../signing/key.ts';
import { signPdf } from '../../signing/sign-pdf.ts';
import { verifyPdf } from '../../signing/verify-pdf.ts';
import type { KeptKey, KeyStore } from '../../stores/key-store.ts';
import { type PdfPlan, renderPlan } from './make-pdf.ts';

/** A key with what people must know about it. */
export interface KnownKey extends KeptKey {
  /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
  fingerprint: string;
  /** `false`: the browser stores nothing, and the key ends with the page. */
  isKept: boolean;
}

/** The finished file did not stand up to our own verifier; it is not handed out. */
export class UnsoundPdfError extends Error {
  override name = 'UnsoundPdfError';
}

/** What signing on this page needs; the browser's own cryptography, so only where `crypto.subtle` exists. */
export function openSigning(keys: KeyStore, subtle: SubtleCrypto) {
  const crypto = webCrypto(subtle, (bytes) => globalThis.crypto.getRandomValues(bytes));

  return {
    /** The key this browser has for a name, if its certificate is still valid. */
    async findKey(name: SignerName, now: Date): Promise<KnownKey | undefined> {
      const key = await keys.find(toId(name));
      if (!key || readCertificate(key.certificate).notAfter <= now) return undefined;
      return { ...key, fingerprint: await fingerprintOf(key.certificate, crypto) };
    },

    /** Makes a key for a name and keeps it in this browser. A name beyond 64 characters is cut in the certificate. */
    async makeKey(name: SignerName, now: Date): Promise<KnownKey> {
      const { privateKey, certificate, fingerprint } = await createSigningKey({ ...name, now }, crypto);
      return { privateKey, certificate, fingerprint, isKept: await keys.keep(toId(name), { privateKey, certificate }) };
    },

    /**
     * Renders, signs and verifies.
     * @throws UnsoundPdfError when the file is not what was planned; LoadError when glyphs do not arrive
     */
    async signPlan(plan: PdfPlan, key: KnownKey): Promise<Uint8Array> {
      const { commonName } = readCertificate(key.certificate);
      const { fingerprint } = key;
      const prepared = await renderPlan(plan, { signerName: commonName, fingerprint, reserve: measureCms(key) });
      const signed = await signPdf(prepared, key, crypto);
      const verification = await verifyPdf(signed, crypto);
      if (verification.state !== 'sound') throw new UnsoundPdfError(`Refused: ${verification.reason}.`);
      if (
        verification.signer.fingerprint !== key.fingerprint ||
        verification.file.summary.number !== plan.summary.number
      ) {
        throw new UnsoundPdfError('The signed file holds another key or another document.');
      }
      return signed;
    },
  };
}

/** Whether a name is cut in the certificate. */
export function isShortened(name: SignerName): boolean {
  return fitSignerName(name).shortened;
}

/** One key for each person and company: a certificate never carries a name that its document does not. */
function toId({ commonName, organization }: SignerName): string {
  return JSON.stringify([organization, commonName]);
}
