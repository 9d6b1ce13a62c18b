import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChecklist } from '../../src/record/contents.ts';
import { itemsOf, statusOf } from '../../src/record/v1/checklist/answer-set.ts';
import { fieldsOf } from '../../src/record/v1/checklist/statuses.ts';
import { webCrypto } from '../../src/signing/crypto.ts';
import { verifyPdf } from '../../src/signing/verify-pdf.ts';
import { allAnswered, rareHeader, rareSigner } from './support/answers.ts';
import {
  catchDownload,
  checklistPath,
  type HandedOut,
  headerField,
  headerFields,
  itemOf,
  makeKeyButton,
  nextButton,
  radioOf,
  readForm,
  reviewHeading,
  signButton,
  signedHeading,
  textOf,
  toFormContent,
} from './support/checklist.ts';
import { differenceOf, drawCharacters, inkOf, isBox } from './support/glyphs.ts';
import { useHarness } from './support/harness.ts';
import { chooseByArrow, press, tabTo, typeInto } from './support/keyboard.ts';
import { readPdf } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { verifyOnCommandLine } from './support/verify.ts';

onShippedSite();

const harness = useHarness();
const listTitle = '委託先情報セキュリティ対策状況確認リスト';

async function answerByKeyboard(page: Page, from: number, to: number): Promise<void> {
  for (const [index, { status, texts = {} }] of [...allAnswered.entries()].slice(from - 1, to)) {
    const item = itemOf(page, index + 1);
    await chooseByArrow(page, item, radioOf(item, status));
    for (const field of fieldsOf[status]) if (texts[field]) await typeInto(page, textOf(item, field), texts[field]);
  }
}

/** From the home page through a provision to the check list, and back and forth to what an item rests on. */
async function readByKeyboard(page: Page): Promise<void> {
  await press(page, page.getByRole('link', { name: '9 委託管理' }).first());
  await page.waitForURL('**/company/09/');
  expect(await page.locator('[id="09-92-r2"]').textContent()).toContain('出典');
  await press(page, page.getByRole('link', { name: listTitle }).first());
  await page.waitForURL(`**${checklistPath}`);
  await press(page, itemOf(page, 1).getByRole('link', { name: 'No.1' }));
  await page.waitForURL('**/company/09/#09-92-r2');
  await page.goBack();
}

async function signByKeyboard(page: Page): Promise<HandedOut> {
  await press(page, nextButton(page));
  await reviewHeading(page).waitFor();
  expect(await reviewHeading(page).evaluate((heading) => heading === document.activeElement)).toBe(true);
  await press(page, signButton(page));
  await makeKeyButton(page).waitFor();
  expect(await page.getByText('鍵の名前には、異体字の指定を入れられません').isVisible()).toBe(true);
  await tabTo(page, makeKeyButton(page));
  return catchDownload(page, () => page.keyboard.press('Enter'));
}

describe('the main job', () => {
  let file: HandedOut;

  test('a rule is read, 20 items are answered and signed with the keyboard only', async () => {
    const { page } = await harness.visit('/');
    await readByKeyboard(page);
    for (const name of headerFields) await typeInto(page, headerField(page, name), rareHeader[name]);
    await answerByKeyboard(page, 1, 10);
    // At once, without waiting for anything to be saved.
    await page.reload();
    expect(await readForm(page)).toEqual(toFormContent(rareHeader, allAnswered.slice(0, 10)));
    await answerByKeyboard(page, 11, 20);
    expect(await readForm(page)).toEqual(toFormContent(rareHeader, allAnswered));
    file = await signByKeyboard(page);
    await signedHeading(page).waitFor();
    expect(await page.getByText('ダウンロードしたファイルをそのまま').isVisible()).toBe(true);
    expect(await page.locator('[data-fingerprint]').textContent()).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/i);
  });

  test('the file is named by its title, company and day', () => {
    expect(file.name).toMatch(/^[^_]*確認リスト_株式会社𠮷野システム_20250401\.pdf$/u);
  });

  test('the file stands up to our verifier outside the browser, with the answers inside', async () => {
    const verification = await verifyPdf(
      file.bytes,
      webCrypto(crypto.subtle, (bytes) => crypto.getRandomValues(bytes)),
    );
    expect(verification).toMatchObject({
      state: 'sound',
      signer: { commonName: rareSigner, organization: rareHeader.company, selfSigned: true },
      file: { answers: { header: rareHeader } },
    });
    if (verification.state !== 'sound') throw new Error(verification.message);
    const { file: signed } = verification;
    const list = findChecklist(signed);
    if (!list) throw new Error('Not a check list.');
    const { definition, answers } = list;
    const statuses = itemsOf(definition).map((item) => statusOf(answers, item));
    expect(statuses).toEqual(allAnswered.map(({ status }) => status));
  });

  test('`npm run verify` says in one line that the file is sound', async () => {
    expect(await verifyOnCommandLine(file)).toMatchObject({ state: 'sound' });
  });

  test('the rare characters are found in the text of the file', async () => {
    const pdf = await readPdf(file.bytes);
    expect(pdf.text).toContain(rareHeader.company);
    expect(pdf.text).toContain(rareHeader.checker);
    await pdf.close();
  });

  test('the rare characters are drawn, each as itself', async () => {
    const pdf = await readPdf(file.bytes);
    const pictures = [
      ...(await drawCharacters(pdf, rareHeader.company, ['𠮷', '野'])),
      ...(await drawCharacters(pdf, rareHeader.checker, ['髙', '﨑', '𩸽', '辻\u{E0100}'])),
      ...(await drawCharacters(pdf, rareHeader.recipient, ['辻'])),
    ];
    await pdf.close();
    for (const picture of pictures) {
      expect(inkOf(picture)).toBeGreaterThan(0.05);
      expect(isBox(picture)).toBe(false);
    }
    // 辻 with and without its variation selector stand last: alike, but not the same.
    for (const [at, one] of pictures.entries()) {
      for (const other of pictures.slice(at + 1)) expect(differenceOf(one, other)).toBeGreaterThan(0.01);
    }
  });

  test('the verify page accepts the file and names signer, fingerprint and answers', async () => {
    const { page } = await harness.visit('/verify/');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: file.name, mimeType: 'application/pdf', buffer: Buffer.from(file.bytes) });
    const details = page.getByRole('region', { name: /の詳しい結果$/ });
    await details.waitFor();
    const text = (await details.textContent()) ?? '';
    for (const expected of [rareHeader.company, rareSigner, '自己表示']) expect(text).toContain(expected);
    expect(await page.getByRole('row').filter({ hasText: file.name }).textContent()).toContain('未確認');
  });

  test('the verify page refuses the file after one byte was changed', async () => {
    const { page } = await harness.visit('/verify/');
    const changed = Buffer.from(file.bytes);
    const middle = Math.floor(changed.length / 3);
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: file.name, mimeType: 'application/pdf', buffer: changed });
    const row = page.getByRole('row').filter({ hasText: file.name });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/送り直/);
    expect(await page.getByRole('region', { name: /の詳しい結果$/ }).count()).toBe(0);
  });
});
