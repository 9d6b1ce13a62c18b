import type { Locator, Page } from 'playwright-core';
import { webCrypto } from '../../../src/signing/crypto.ts';
import type { SignerFacts, Sound } from '../../../src/signing/verification.ts';
import { verifyPdf } from '../../../src/signing/verify-pdf.ts';
import { catchDownload, type HandedOut, makeKeyButton, signButton } from './checklist.ts';

export const fileWay = (page: Page) => page.getByRole('radio', { name: /^自分の証明書ファイル/ });
export const hereWay = (page: Page) => page.getByRole('radio', { name: /の署名鍵$/ });
export const keySelect = (page: Page) => page.getByRole('combobox', { name: '使う鍵' });
export const backupWay = (page: Page) => page.getByRole('radio', { name: /^パスワードを付けて、控え/ });

/** The choice of a key is folded while this browser keeps none. */
export async function openKeyChoice(page: Page): Promise<void> {
  const folded = page.locator('[data-key-fold]:not([open]) > summary');
  if ((await folded.count()) > 0) await folded.click();
}

/** Hands a file to a field. */
export async function chooseFile(field: Locator, { name, bytes }: HandedOut): Promise<void> {
  await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** Fills in a backup's password twice. */
export async function fillBackup(page: Page, first: string, second = first): Promise<void> {
  await backupWay(page).check();
  await page.getByLabel('控えのパスワード', { exact: true }).fill(first);
  await page.getByLabel('控えのパスワード（もう一度）').fill(second);
}

/** From the panel of a new key: saves its backup, then signs. */
export async function makeKeyWithBackup(page: Page, password: string): Promise<{ file: HandedOut; backup: HandedOut }> {
  await makeKeyButton(page).waitFor();
  await fillBackup(page, password);
  const backup = await catchDownload(page, () => makeKeyButton(page).click());
  const go = page.getByRole('button', { name: '保存したので署名する' });
  return { backup, file: await catchDownload(page, () => go.click()) };
}

/** Chooses a key file and its password on the review. */
export async function fillKeyFile(page: Page, file: HandedOut, password: string): Promise<void> {
  await openKeyChoice(page);
  await fileWay(page).check();
  await chooseFile(page.getByLabel('証明書ファイル', { exact: true }), file);
  await page.getByLabel('ファイルのパスワード').fill(password);
}

/** Signs on the review with a key file. */
export async function signWithFile(page: Page, file: HandedOut, password: string): Promise<HandedOut> {
  await fillKeyFile(page, file, password);
  return catchDownload(page, () => signButton(page).click());
}

/**
 * What our verifier, outside the browser, finds in a sound file.
 * @throws Error when the file is not sound
 */
export async function soundOf(bytes: Uint8Array): Promise<Sound> {
  const verification = await verifyPdf(
    bytes,
    webCrypto(crypto.subtle, (random) => crypto.getRandomValues(random)),
  );
  if (verification.state !== 'sound') throw new Error(verification.message);
  return verification;
}

/** The signer of a sound file. @throws Error when the file is not sound */
export async function signerOf(bytes: Uint8Array): Promise<SignerFacts> {
  return (await soundOf(bytes)).signer;
}
