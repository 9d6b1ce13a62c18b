import type { PdfFont } from '../../pdf/font/pdf-font.ts';
import type { SiteFacts } from '../../record/site-facts.ts';
import type { Verifier } from './check-file.ts';

/** This site as a verifier needs it; plain data, so that it can be sent to a worker. */
export interface VerifierPlace extends SiteFacts {
  /** Base path of the site. */
  base: string;
}

/**
 * Fetches the code that checks signatures and compares pages with data: none of it is part of the page before a file is
 * chosen. The font comes when the first file wants it. On plain http the cryptography comes along in JavaScript.
 * @throws when it cannot be fetched
 */
export async function loadVerifier(place: VerifierPlace): Promise<Verifier> {
  const [{ toHex }, { findCrypto }, { verifyFile }] = await Promise.all([
    import('../../signing/bytes.ts'),
    import('../../signing/crypto.ts'),
    import('../../verifier/verify-file.ts'),
  ]);
  const { crypto } = await findCrypto(globalThis.crypto);
  let font: Promise<PdfFont> | undefined;
  const loadFont = async (): Promise<PdfFont> => {
    font ??= fetchFont(place.base);
    // One that did not arrive may be asked for again with the next file.
    font.catch(() => {
      font = undefined;
    });
    return font;
  };
  const { generator, definitions } = place;
  const site = { crypto, generator, definitions, loadFont };
  return {
    sha256: async (bytes) => toHex(await crypto.digest(bytes)),
    verify: (bytes, name) => verifyFile(bytes, site, name),
  };
}

async function fetchFont(base: string): Promise<PdfFont> {
  const { loadPdfFont } = await import('../../pdf/font/load-pdf-font.ts');
  return loadPdfFont(async (name) => {
    const response = await fetch(`${base}pdf-font/${name}`);
    if (!response.ok) throw new Error(`${name} answered ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  });
}
