import { describe, expect, test } from 'vitest';
import { allAnswered, rareHeader } from './support/answers.ts';
import { answerItems, checklistPath, fillHeader, goToReview } from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();

describe('handbooks on A4', () => {
  test.each([
    [
      '/nerima/',
      14,
      '情報の保護および管理に関する特記事項（練馬区）',
      ['情報の保護および管理に関する特記事項', '正文ではありません', '第16条', '第23条'],
    ],
    [
      '/company/09/',
      18,
      '情報セキュリティ関連規程（サンプル）　9 委託管理',
      ['委託管理', '正文ではありません', '契約書には使えません', 'No. 20'],
    ],
  ])('%s', async (path, most, title, texts) => {
    const { page } = await harness.visit(path);
    const pdf = await printPage(page);
    expect(pdf.pageCount).toBeLessThanOrEqual(most);
    for (const text of texts) expect(squeeze(pdf.text)).toContain(squeeze(text));
    // Each sheet says what it is part of, and which of how many; the first also which version.
    const feet = pdf.pages.map((texts) => squeeze(texts.map(({ text }) => text).join('')));
    feet.forEach((text, index) => {
      expect(text).toContain(`${index + 1}/${pdf.pageCount}`);
      expect(text).toContain(squeeze(`${title}（要旨。正文ではありません）`));
    });
    expect(feet[0]).toMatch(/版(配布資料|Ver)/);
    // What one presses has no place on paper.
    expect(pdf.text).not.toMatch(/コピー|目次/);
    await pdf.close();
    // Who reads in the dark, and prints backgrounds as well, has white paper.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });
});

test('the home on A4 begins its list on the first sheet', async () => {
  const { page } = await harness.visit('/');
  const pdf = await printPage(page);
  const first = squeeze((pdf.pages[0] ?? []).map(({ text }) => text).join(''));
  for (const words of ['答える', '確かめる', '返ってきたPDFを確かめる']) expect(first).toContain(words);
  await pdf.close();
});

describe('the check list on A4', () => {
  const numbers = Array.from({ length: 20 }, (_, index) => `No.${index + 1}`);

  test('blank, to be answered by hand: every item, the notice, a place for the seal', async () => {
    const { page } = await harness.visit(checklistPath, { javaScriptEnabled: false });
    const pdf = await printPage(page);
    const text = squeeze(pdf.text);
    expect(pdf.pageCount).toBeLessThanOrEqual(4);
    for (const expected of [...numbers, '会社名', '確認日', '押印', '正文ではありません', '実施', '対象外']) {
      expect(text).toContain(expected);
    }
    expect(text).not.toMatch(/次へ|ファイルに保存|入力を消す|JavaScript/);
    await pdf.close();
  });

  test('the place for the seal stands under the last item, whole to its right edge', async () => {
    const { page } = await harness.visit('/checklists/desk-and-devices/', { javaScriptEnabled: false });
    const pdf = await printPage(page);
    const last = squeeze((pdf.pages.at(-1) ?? []).map(({ text }) => text).join(''));
    for (const words of ['No.18', '押印']) expect(last).toContain(words);
    // The box is 20mm high, and its right line ends with the text, 16mm from the edge of the paper.
    const { width, height, data } = await pdf.drawPage(pdf.pageCount - 1);
    const pixels = (mm: number) => Math.round((mm / 210) * width);
    const isDark = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 128;
    const darkest = Math.max(
      ...Array.from({ length: pixels(1) }, (_, at) => {
        const x = pixels(194) - at;
        return Array.from({ length: height }, (_, y) => y).filter((y) => isDark(x, y)).length;
      }),
    );
    expect(darkest).toBeGreaterThan(pixels(19));
    await pdf.close();
  });

  test('filled in: the answers stand in the form', async () => {
    const { page } = await harness.visit(checklistPath);
    await fillHeader(page, rareHeader);
    await answerItems(page, allAnswered);
    const pdf = await printPage(page);
    const text = squeeze(pdf.text);
    expect(pdf.pageCount).toBeLessThanOrEqual(6);
    for (const expected of [rareHeader.company, '社内規程第1条', '2027-03-31', 'この業務では扱わない。']) {
      expect(text).toContain(squeeze(expected));
    }
    await pdf.close();
  });

  test('on the review: what the PDF will say, and nothing of the form', async () => {
    const { page } = await harness.visit(checklistPath);
    await fillHeader(page, rareHeader);
    await answerItems(page, allAnswered);
    await goToReview(page);
    const pdf = await printPage(page);
    const text = squeeze(pdf.text);
    expect(pdf.pageCount).toBeLessThanOrEqual(5);
    for (const expected of [rareHeader.company, '文書番号', '○実施8/20', '氏名', '押印']) {
      expect(text).toContain(squeeze(expected));
    }
    expect(text).not.toMatch(/署名してPDFを作る|回答に戻る|答えの選び方/);
    // Each sheet says what it is of, whose it is, and its number; the box for the seal stands on none alone.
    const sheets = pdf.pages.map((texts) => squeeze(texts.map((one) => one.text).join('')));
    const title = '委託先情報セキュリティ対策状況確認リスト';
    for (const sheet of sheets)
      expect(sheet).toMatch(new RegExp(`${title}${squeeze(rareHeader.company)}文書番号(?:[0-9A-F]{4}-?){3}`));
    expect(sheets.at(-1)).toContain('根拠とした規定');
    await pdf.close();
    // Two tables moved to where their heads alone would have room.
    await page.locator('.k-doc__title').evaluate((title) => title.setAttribute('style', 'padding-block-start: 24mm'));
    const moved = await printPage(page);
    const ends = moved.pages.map((texts) => squeeze(texts.map((one) => one.text).join('')).slice(-5));
    expect(ends.filter((end) => /記録.備考/.test(end))).toEqual([]);
    await moved.close();
  });
});
