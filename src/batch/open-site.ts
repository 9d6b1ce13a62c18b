import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPdfFont } from '../pdf/font/load-pdf-font.ts';
import type { PdfFont } from '../pdf/font/pdf-font.ts';
import { parseSiteFacts } from '../record/site-facts.ts';
import { webCrypto } from '../signing/crypto.ts';
import type { VerifyingSite } from '../verifier/verify-file.ts';

/** What there is of the built site; without it only the signature and the data are judged, and that is told. */
export async function openSite(folder: string): Promise<VerifyingSite> {
  const crypto = webCrypto(globalThis.crypto.subtle, (bytes) => globalThis.crypto.getRandomValues(bytes));
  let font: Promise<PdfFont> | undefined;
  const loadFont = () => {
    font ??= loadPdfFont(async (name) => new Uint8Array(await readFile(join(folder, 'pdf-font', name))));
    return font;
  };
  try {
    const facts = parseSiteFacts(await readFile(join(folder, 'verify/site.json'), 'utf8'));
    return { crypto, ...facts, loadFont };
  } catch {
    process.stderr.write(
      `${folder} に、作ったサイトがありません。PDF を作り直して比べられないので、先に npm run build を実行してください。\n`,
    );
    return { crypto, generator: '', definitions: undefined, loadFont };
  }
}
