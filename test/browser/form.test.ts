import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import {
  catchDownload,
  errorSummary,
  goToReview,
  type HandedOut,
  nextButton,
  sign,
  unsignedButton,
} from './support/checklist.ts';
import { readStorage } from './support/drafts.ts';
import {
  cellOf,
  fillForm,
  firstRow,
  formPath,
  formTitle,
  head,
  importDone,
  importFile,
  importProblem,
  paste,
  readPaper,
  rowOf,
} from './support/form.ts';
import { useHarness } from './support/harness.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const prefix = 'kitei:/:form:rodokyoku-erasure-plan:';
const wholeRow = Object.values(firstRow);

/** Ids of the drafts of the form. */
async function storedCases(page: Page): Promise<string[]> {
  const keys = Object.keys(await readStorage(page));
  return keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

describe('a form without scripts', () => {
  test('is read, and prints as a blank paper alone', async () => {
    const { page } = await harness.visit(formPath, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { name: '様式（白紙）' }).isVisible()).toBe(true);
    expect(await page.getByText('先に承認が要ります').isVisible()).toBe(true);
    expect(await page.locator('form').first().isVisible()).toBe(false);
    await expectBlank(page);
  });
});

async function expectBlank(page: Page): Promise<void> {
  const pdf = await printPage(page);
  const text = squeeze(pdf.text);
  expect(pdf.pageCount).toBeLessThanOrEqual(2);
  for (const words of ['(別添1)', '●●業務に係る情報の返却又は廃棄', 'あて', '記', '(例)紙媒体', '以上', '承認(労働局)'])
    expect(text).toContain(squeeze(words));
  expect(text).toMatch(/令和年月日/);
  expect(text).not.toMatch(/要旨|記入なし|様式\(白紙\)|次へ|下書き|Excel|もとの規定/);
  await pdf.close();
}

describe('filling in', () => {
  test('what is missing is told at its field, and mended there', async () => {
    const { page } = await harness.visit(formPath);
    await fillForm(page, { business: '' });
    await cellOf(page, 1, 'worker').fill('');
    await nextButton(page).click();
    await errorSummary(page).waitFor();
    const lines = errorSummary(page).getByRole('listitem');
    expect(await lines.allTextContents()).toEqual([
      '業務の名を入力してください。',
      '1 情報の保存媒体 1行目の「作業実施者」を入力してください。',
    ]);
    await lines.nth(1).getByRole('link').click();
    expect(await cellOf(page, 1, 'worker').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('山田');
    await page.locator('#business').fill(head.business);
    await goToReview(page);
    await page.getByRole('button', { name: /^変更\s*（媒体 1）$/ }).click();
    expect(await cellOf(page, 1, 'kind').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('rows are copied, moved and removed, and what was removed comes back', async () => {
    const { page } = await harness.visit(formPath);
    await fillForm(page);
    await rowOf(page, 1).getByRole('button', { name: /^複製/ }).click();
    await cellOf(page, 2, 'worker').fill('鈴木');
    await rowOf(page, 2).getByRole('button', { name: /^上へ/ }).click();
    const workers = async () => (await readPaper(page)).rows.map((row) => row[4]);
    expect(await workers()).toEqual(['鈴木', '山田']);
    await rowOf(page, 1).getByRole('button', { name: /^消す/ }).click();
    expect(await workers()).toEqual(['山田']);
    await page.getByText('媒体 1 を消しました。').waitFor();
    await page.getByRole('button', { name: '元に戻す' }).click();
    expect(await workers()).toEqual(['鈴木', '山田']);
    await page.reload();
    expect(await workers()).toEqual(['鈴木', '山田']);
  });

  test('cells from Excel fill the cells to the right and below, and can be taken back', async () => {
    const { page } = await harness.visit(formPath);
    await fillForm(page);
    await rowOf(page, 1).getByRole('button', { name: /^複製/ }).click();
    await paste(cellOf(page, 2, 'check'), '確認表\t田中\t高橋\t余り\r\n"写真\n2枚"\t=1+2\t小林\t余り\r\n');
    await page
      .getByText('2 行 × 3 列を貼り付けました。右にはみ出した 1 列は、入れる欄がないので入れていません。')
      .waitFor();
    const { rows } = await readPaper(page);
    expect(rows).toEqual([
      wholeRow,
      [...wholeRow.slice(0, 3), '確認表', '田中', '高橋'],
      ['', '', '', '写真 2枚', '=1+2', '小林'],
    ]);
    await page.getByRole('button', { name: '元に戻す' }).click();
    expect((await readPaper(page)).rows).toEqual([wholeRow, wholeRow]);
  });
});

describe('the paper', () => {
  let signed: HandedOut;
  let caseId: string;

  beforeAll(async () => {
    const context = await harness.browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    const page = await context.newPage();
    await page.goto(harness.server.origin + formPath);
    await fillForm(page);
    await goToReview(page);
    signed = await sign(page);
    [caseId = ''] = await storedCases(page);
    await context.close();
  });

  test('is named by its title, company and day', () => {
    expect(signed.name).toBe('作業実施計画書（別添1）_見本協議会_20250401.pdf');
  });

  test('opened again on another device it goes on as the same paper', async () => {
    const { page } = await harness.visit(formPath);
    await importFile(page, signed.name, signed.bytes);
    await page.getByRole('button', { name: '続きを書く' }).click();
    await importDone(page).waitFor();
    expect(await readPaper(page)).toEqual({ header: head, rows: [wholeRow], planned: '2025-05-01' });
    expect(await storedCases(page)).toEqual([caseId]);
  });

  test('changed by a byte it is refused; whole, another one begins with it, dated anew, and never touches the first', async () => {
    const { page } = await harness.visit(formPath);
    await fillForm(page, { company: '先に書いた協議会' });
    const [first = ''] = await storedCases(page);
    const before = (await readStorage(page))[prefix + first];
    const changed = Uint8Array.from(signed.bytes);
    const at = Math.floor(changed.length / 2);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await importFile(page, signed.name, changed);
    await importProblem(page).waitFor();
    expect(await importProblem(page).textContent()).toMatch(/この PDF からは読み込めません。.*検証の結果: ./);
    expect((await readPaper(page)).header.company).toBe('先に書いた協議会');
    await importFile(page, signed.name, signed.bytes);
    await page.getByRole('button', { name: 'これを元に新しく作る' }).click();
    await expect
      .poll(() => importDone(page).textContent())
      .toMatch(/日付は空にしました。いままでの入力は下書きに残して/);
    expect((await readPaper(page)).header).toEqual({ ...head, checkedOn: '' });
    await page.locator('#checker').fill('見本次郎');
    const cases = await storedCases(page);
    expect(cases).toHaveLength(2);
    expect(cases).not.toContain(caseId);
    expect((await readStorage(page))[prefix + first]).toBe(before);
  });

  test('never signed it is taken only by somebody who was told', async () => {
    const { page } = await harness.visit(formPath);
    await fillForm(page);
    await goToReview(page);
    const unsigned = await catchDownload(page, () => unsignedButton(page).click());
    await page.getByRole('button', { name: '回答に戻る' }).click();
    await importFile(page, unsigned.name, unsigned.bytes);
    await page.getByRole('heading', { name: '署名のない PDF です' }).waitFor();
    await page.getByRole('button', { name: 'やめる' }).click();
    expect(await storedCases(page)).toHaveLength(1);
  });

  test('as a file of answers and as an Excel file it comes back whole', async () => {
    const { page } = await harness.visit(formPath);
    await fillForm(page, { company: '=見本協議会' });
    const whole = await readPaper(page);
    const json = await catchDownload(page, () =>
      page.getByRole('button', { name: '途中の回答をファイルに保存' }).click(),
    );
    const sheet = await catchDownload(page, () =>
      page.getByRole('button', { name: 'Excel（.xlsx）に書き出す' }).click(),
    );
    expect(sheet.name).toMatch(/\.xlsx$/);
    const [first] = await storedCases(page);
    for (const file of [json, sheet]) {
      await page.getByRole('button', { name: '新しい下書きを始める' }).click();
      await importFile(page, file.name, file.bytes);
      await page.getByText('この書類の下書きが、この端末にあります。').waitFor();
      await page.getByRole('button', { name: '続きを書く' }).click();
      await importDone(page).waitFor();
      expect(await readPaper(page)).toEqual(whole);
      expect(await storedCases(page)).toEqual([first]);
    }
  });

  test('what is no paper of this form is refused in words, and nothing is lost', async () => {
    const { page } = await harness.visit(formPath);
    await page.locator('#company').fill(head.company);
    const shiftJis = Uint8Array.of(0x7b, 0x22, 0x8c, 0xa9, 0x22, 0x3a, 0x31, 0x7d);
    const list = '{"format":"kitei-answers/1","kind":"checklist","checklist":"x","version":1}';
    const refusals: [name: string, content: string | Uint8Array, words: RegExp][] = [
      ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), /^文字のファイルではありません/],
      ['somebody else’s JSON', '{"a":1}', /^このサイトで作ったファイルではありません/],
      ['somebody else’s JSON in Shift_JIS', shiftJis, /^このサイトで作ったファイルではありません/],
      ['JSON in two encodings', Uint8Array.of(0x7b, 0x22, 0xbb, 0xb3, 0xc5, 0xc4, 0x22), /^文字コードを確かめられない/],
      ['a check list', list, /^ほかの様式のファイルです/],
      ['a broken workbook', 'PK\u0003\u0004 that is none', /^ファイルを読み取れません/],
      ['a later version', '{"format":"kitei-answers/2"}', /^このページより新しい版で作ったファイルです/],
    ];
    for (const [name, content, words] of refusals) {
      await importFile(page, 'file', content);
      await expect.poll(() => importProblem(page).textContent(), { message: name }).toMatch(words);
    }
    expect(await page.locator('#company').inputValue()).toBe(head.company);
  });

  test('on A4: blank until something is typed, then as it stands; the blank one on its button', async () => {
    const { page } = await harness.visit(formPath);
    await expectBlank(page);
    await fillForm(page);
    // What draws it comes once something is typed.
    await page.waitForLoadState('networkidle');
    const typed = await printPage(page);
    for (const words of ['窓口業務に係る情報の', '見本労働局あて', '令和7年4月1日', '業者の証明書'])
      expect(squeeze(typed.text)).toContain(squeeze(words));
    expect(squeeze(typed.text)).not.toMatch(/\(例\)|記入なし|必須|次へ/);
    await typed.close();
    await page.evaluate(() => {
      window.print = () => window.dispatchEvent(new Event('beforeprint'));
    });
    await page.getByRole('button', { name: '白紙を印刷する' }).click();
    expect(await page.locator('form-tool').getAttribute('data-prints')).toBe('blank');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('form-tool').getAttribute('data-prints')).toBe('paper');
    await goToReview(page);
    const reviewed = await printPage(page);
    expect(squeeze(reviewed.text)).toContain('見本労働局あて');
    expect(squeeze(reviewed.text)).not.toMatch(/変更|署名して|空のまま/);
    await reviewed.close();
  });
});

describe('a form that many need not fill in', () => {
  const roster = '/forms/rodokyoku-worker-roster/';
  const fields = (page: Page) => page.locator('.k-form');
  const blank = (page: Page) => page.getByRole('heading', { name: '様式（白紙）' });

  test('asks first, without a mouse, and the answer may be changed', async () => {
    const { page } = await harness.visit(roster);
    expect([await fields(page).isVisible(), await blank(page).isVisible()]).toEqual([false, false]);
    const [needed, notNeeded] = [
      page.getByRole('radio', { name: /^要る/ }),
      page.getByRole('radio', { name: /^要らない/ }),
    ];
    await needed.focus();
    await page.keyboard.press('Space');
    await fields(page).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await notNeeded.isChecked()).toBe(true);
    await page.getByText('業務従事者名簿を出す必要はありません。').waitFor();
    expect([await fields(page).isVisible(), await blank(page).isVisible()]).toEqual([false, false]);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await needed.check();
    await page.locator('#company').fill(head.company);
    // What was begun is not asked for again.
    await page.reload();
    await fields(page).waitFor();
    expect(await page.locator('#company').inputValue()).toBe(head.company);
  });

  test('without scripts and on paper it asks as well, and lies on its side where it is needed', async () => {
    const { page } = await harness.visit(roster, { javaScriptEnabled: false });
    expect(await blank(page).isVisible()).toBe(false);
    const asking = await printPage(page);
    expect(squeeze(asking.text)).toContain('業務従事者名簿は要りますか。');
    expect(squeeze(asking.text)).not.toContain('以上');
    await asking.close();
    await page.getByRole('radio', { name: /^要る/ }).check();
    const paper = await printPage(page);
    expect(paper.pageCount).toBe(1);
    expect(squeeze(paper.text)).toContain('母語及び外国語能力');
    expect(squeeze(paper.text)).not.toContain('名簿は要りますか');
    const { width, height } = await paper.drawPage(0);
    expect(width).toBeGreaterThan(height);
    await paper.close();
  });
});

describe('an address that fills in', () => {
  const fill = (value: unknown) => `${formPath}#fill=${encodeURIComponent(JSON.stringify(value))}`;

  test('begins a new paper, says so, and goes out of the address', async () => {
    const { page } = await harness.visit(formPath);
    await fillForm(page);
    const before = await storedCases(page);
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      new URL(fill({ header: { business: '別の業務' }, fields: { planned: '2026-12-01' } }), 'http://x').hash,
    );
    await expect
      .poll(() => importDone(page).textContent())
      .toMatch(/^アドレスに書かれていた内容で、新しい書類を始めました/);
    expect((await readPaper(page)).planned).toBe('2026-12-01');
    expect(page.url()).not.toContain('fill');
    expect(await storedCases(page)).toEqual(expect.arrayContaining(before));
    expect(await storedCases(page)).toHaveLength(2);
  });

  test('of another shape is refused in words', async () => {
    const { page } = await harness.visit(fill({ fields: { planned: 1 } }));
    await importProblem(page).waitFor();
    expect(await importProblem(page).textContent()).toMatch(/^アドレスに書かれた内容は/);
    expect(await storedCases(page)).toEqual([]);
  });
});

describe('the looks', () => {
  test('a form with rows, errors, review and dialogs has no fault that axe can find', async () => {
    const { page } = await harness.visit(formPath);
    await fillForm(page);
    await rowOf(page, 1).getByRole('button', { name: /^複製/ }).click();
    await cellOf(page, 2, 'worker').fill('');
    await nextButton(page).click();
    await errorSummary(page).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await cellOf(page, 2, 'worker').fill('山田');
    await goToReview(page);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });

  test('the list leads to the form, and the provision that asks for it as well', async () => {
    const { page } = await harness.visit('/forms/');
    await page.getByRole('link', { name: formTitle }).first().click();
    await page.waitForURL(`**${formPath}`);
    const [provision] = await page.locator('.k-about a').all();
    await provision?.click();
    await page.getByRole('link', { name: formTitle }).first().waitFor();
  });
});
