import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../signing/support/key-files.ts';
import { allAnswered, rareHeader, rareSigner } from './support/answers.ts';
import {
  answerItems,
  catchDownload,
  checklistPath,
  fillHeader,
  goToReview,
  type HandedOut,
  readForm,
  sign,
  signButton,
  signedHeading,
  toFormContent,
  unsignedButton,
} from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { chooseFile, makeKeyWithBackup, signerOf, signWithFile } from './support/keys.ts';
import { printPage, readPdf, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { weightOfAll } from './support/weight.ts';

onShippedSite();

// http://intranet.test: no secure context, so no crypto.subtle, as on many a company's own server.
const harness = useHarness();
const password = 'そらいろの糸巻き 四月';

test('a provision is read and found by search', async () => {
  const { page } = await harness.visit('/nerima/#a16-i2', { intranet: true });
  expect(await page.evaluate(() => [isSecureContext, globalThis.crypto.subtle === undefined])).toEqual([false, true]);
  expect(await page.locator('[id="a16-i2"]').textContent()).toContain('第16条第2号');
  await page.keyboard.press('Control+k');
  await page.getByLabel('調べたい言葉').fill('暗号化');
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
});

test('the list is answered, kept over a reload, shown for review and printed', async () => {
  const { page } = await harness.visit(checklistPath, { intranet: true });
  await fillHeader(page, rareHeader);
  await answerItems(page, allAnswered);
  await page.reload();
  expect(await readForm(page)).toEqual(toFormContent(rareHeader, allAnswered));
  await goToReview(page);
  const paper = await printPage(page);
  expect(squeeze(paper.text)).toContain(squeeze('No.20 は手順がまだない。'.replace('20', '19')));
  await paper.close();
});

describe('signing', () => {
  let file: HandedOut;
  let backup: HandedOut;

  test('works with a key of this page and a backup, and says that the key ends with the page', async () => {
    const { page } = await harness.visit(checklistPath, { intranet: true });
    await fillHeader(page, rareHeader);
    await answerItems(page, allAnswered);
    await goToReview(page);
    expect(await page.getByText('このページを閉じると鍵は消えます。').first().isVisible()).toBe(true);
    await signButton(page).click();
    ({ file, backup } = await makeKeyWithBackup(page, password));
    await signedHeading(page).waitFor();
    expect(await page.getByText('この鍵はページを閉じると消えます。').isVisible()).toBe(true);
    // The same key again, as long as the page is there, without another question.
    const again = await catchDownload(page, () => signButton(page).click());
    expect(await signerOf(again.bytes)).toEqual(await signerOf(file.bytes));
    const pdf = await readPdf(file.bytes);
    expect(pdf.text).toContain(rareHeader.company);
    await pdf.close();
  });

  test('makes a file that verifies elsewhere', async () => {
    expect(await signerOf(file.bytes)).toMatchObject({
      commonName: rareSigner,
      organization: rareHeader.company,
      selfSigned: true,
    });
  });

  test('makes a file that the verify page accepts there', async () => {
    const { page } = await harness.visit('/verify/', { intranet: true });
    await chooseFile(page.locator('input[type="file"]').first(), file);
    const details = page.getByRole('region', { name: /の詳しい結果$/ });
    await details.waitFor({ timeout: 30_000 });
    expect(await details.textContent()).toContain(rareSigner);
  });

  test('works from the backup with the same key, and from an RSA file', async () => {
    const { page } = await harness.visit(checklistPath, { intranet: true });
    await fillHeader(page, rareHeader);
    await answerItems(page, allAnswered);
    await goToReview(page);
    const restored = await signWithFile(page, backup, password);
    expect(await signerOf(restored.bytes)).toEqual(await signerOf(file.bytes));
    const rsa = await signWithFile(page, { name: 'rsa.p12', bytes: readKeyFile('modern-rsa.p12') }, 'secret');
    expect(await signerOf(rsa.bytes)).toMatchObject({ commonName: '髙橋﨑子 rsa' });
  });

  test('an unsigned PDF is made as everywhere', async () => {
    const { page } = await harness.visit(checklistPath, { intranet: true });
    await fillHeader(page, rareHeader);
    await answerItems(page, allAnswered);
    await goToReview(page);
    const { bytes } = await catchDownload(page, () => unsignedButton(page).click());
    const pdf = await readPdf(bytes);
    expect(pdf.text).toContain(rareHeader.company);
    await pdf.close();
  });
});

test('signing fetches at most 15 KB more than where the browser has cryptography of its own', async () => {
  const weigh = async (intranet: boolean) => {
    const { page } = await harness.visit(checklistPath, { intranet });
    await fillHeader(page, rareHeader);
    await answerItems(page, allAnswered);
    await goToReview(page);
    const before = harness.server.requests.length;
    await sign(page);
    return weightOfAll(harness.server.requests.slice(before));
  };
  const [http, https] = [await weigh(true), await weigh(false)];
  console.log(`signing fetches ${http} bytes on plain http, ${https} with WebCrypto: ${http - https} more`);
  expect(http).toBeGreaterThan(https);
  expect(http - https).toBeLessThanOrEqual(15_000);
});
