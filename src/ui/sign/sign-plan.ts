import { fingerprintOf, readCertificate } from '../../signing/certificate.ts';
import { measureCms } from '../../signing/cms.ts';
import { findCrypto, type SigningCrypto } from '../../signing/crypto.ts';
import type { SignerName } from '../../signing/distinguished-name.ts';
import { createExportableSigningKey, createSigningKey, type Signer } from '../../signing/key.ts';
import { signPdf } from '../../signing/sign-pdf.ts';
import { verifyPdf } from '../../signing/verify-pdf.ts';
import type { KeptKey, KeyFacts, KeyStore } from '../../stores/key-store.ts';
import { type PdfPlan, renderPlan } from './make-pdf.ts';
import type { KeyFileProblem } from './open-key-file.ts';

/** How long a key is there: in this browser, on this page, or in a file of the person's own. */
export type KeyHome = 'browser' | 'page' | 'file';

/** A key ready to sign, whatever cryptography it belongs to, with what people must know about it. */
export interface UsableKey {
  facts: KeyFacts;
  home: KeyHome;
  /**
   * Renders, signs and verifies.
   * @throws UnsoundPdfError when the file is not what was planned; MissingCharacterError when the font lacks a character
   * of the name; LoadError when glyphs do not arrive
   */
  signPlan(plan: PdfPlan): Promise<Uint8Array>;
}

/** What a new key is made for. */
export interface KeyRequest {
  name: SignerName;
  label: string;
  now: Date;
  /** Of the backup; without it none is made, and none can be made later. */
  password?: string;
}

/** The finished file did not stand up to our own verifier; it is not handed out. */
export class UnsoundPdfError extends Error {
  override name = 'UnsoundPdfError';
}

export type Signing = Awaited<ReturnType<typeof openSigning>>;

/**
 * What signing on this page needs: with the browser's cryptography and the keys it keeps, or, on plain http, in JavaScript
 * with keys that end with the page.
 * @throws when the code for plain http does not arrive
 */
export async function openSigning(keys: KeyStore, available: Crypto) {
  const found = await findCrypto(available);
  if (found.kind === 'page') {
    return {
      ...signWith(found.crypto, async () => false),
      findKept: async (): Promise<UsableKey | undefined> => undefined,
    };
  }
  const { crypto } = found;
  return {
    ...signWith(crypto, (key) => keys.keep(key)),
    /** A key of `KeyStore.list`, unless it was removed meanwhile. */
    async findKept(fingerprint: string): Promise<UsableKey | undefined> {
      const key = await keys.find(fingerprint);
      return key && toUsable(key, key, 'browser', crypto);
    },
  };
}

function signWith<Key>(crypto: SigningCrypto<Key>, keep: (key: KeptKey<Key>) => Promise<boolean>) {
  return {
    /**
     * Makes a key and keeps it where keys are kept. The certificate may hold another form of
     * the name, see `fitSignerName`.
     * @returns the key, and the encrypted .p12 if a password was given
     */
    async makeKey({ name, label, now, password }: KeyRequest): Promise<{ key: UsableKey; backup?: Uint8Array }> {
      if (password === undefined) return { key: await keepNew(await createSigningKey({ ...name, now }, crypto)) };
      const { writePkcs12 } = await import('../../signing/pkcs12/write-pkcs12.ts');
      const made = await createExportableSigningKey({ ...name, now }, crypto);
      try {
        // First the backup: a key that is kept could get none any more.
        const backup = await writePkcs12(made, password, crypto);
        return { key: await keepNew(made), backup };
      } finally {
        made.privateKeyInfo.fill(0);
      }

      async function keepNew({ privateKey, certificate, fingerprint }: Signer<Key> & { fingerprint: string }) {
        const { notBefore, notAfter } = readCertificate(certificate);
        const facts = { ...name, label, fingerprint, madeOn: notBefore, validUntil: notAfter };
        const isKept = await keep({ ...facts, privateKey, certificate });
        return toUsable({ privateKey, certificate }, facts, isKept ? 'browser' : 'page', crypto);
      }
    },

    /** Opens a person's own key file (.p12, .pfx); nothing of it is kept. */
    async openFile(bytes: Uint8Array, password: string, now: Date): Promise<UsableKey | KeyFileProblem> {
      const { openPkcs12 } = await import('../../signing/pkcs12/open-pkcs12.ts');
      const opened = await openPkcs12(bytes, password, crypto);
      if (!opened.ok) return { problem: opened.problem, message: opened.message };
      const { signer, friendlyName } = opened;
      const { notBefore, notAfter, maySign, commonName, organization } = readCertificate(signer.certificate);
      if (notAfter <= now) return { problem: 'expired' };
      if (notBefore > now) return { problem: 'early' };
      if (!maySign) return { problem: 'not-for-signing' };
      const { fingerprint } = signer;
      const label = friendlyName || commonName;
      const facts = { label, commonName, organization, fingerprint, madeOn: notBefore, validUntil: notAfter };
      return toUsable(signer, facts, 'file', crypto);
    },
  };
}

function toUsable<Key>(signer: Signer<Key>, facts: KeyFacts, home: KeyHome, crypto: SigningCrypto<Key>): UsableKey {
  return {
    facts,
    home,
    async signPlan(plan) {
      const { commonName } = readCertificate(signer.certificate);
      const fingerprint = await fingerprintOf(signer.certificate, crypto);
      const prepared = await renderPlan(plan, { signerName: commonName, fingerprint, reserve: measureCms(signer) });
      const signed = await signPdf(prepared, signer, crypto);
      const verification = await verifyPdf(signed, crypto);
      if (verification.state !== 'sound') throw new UnsoundPdfError(`Refused: ${verification.reason}.`);
      if (verification.signer.fingerprint !== fingerprint || verification.file.summary.number !== plan.summary.number) {
        throw new UnsoundPdfError('The signed file holds another key or another document.');
      }
      return signed;
    },
  };
}
