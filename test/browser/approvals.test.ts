import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../src/importer/list/read-xlsx.ts';
import { sha256 } from '../support/record.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { catchDownload, goToReview, type HandedOut, sign } from './support/checklist.ts';
import { fillForm, formPath, formTitle, head, importDone, importProblem } from './support/form.ts';
import { useHarness } from './support/harness.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const approvalPath = '/forms/approval/';
const shown = (page: Page): Locator => page.getByRole('region', { name: '回答する申請' });

/** A request, signed by somebody in a browser of their own. */
async function makeRequest(): Promise<HandedOut> {
  const { page } = await harness.visit(formPath);
  await fillForm(page);
  await goToReview(page);
  return sign(page);
}

async function choose(field: Locator, ...files: HandedOut[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) }));
  await field.setInputFiles(given);
}

/** Chooses the request to be answered. */
async function answer(page: Page, { name, bytes }: HandedOut): Promise<void> {
  const opening = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '申請のファイルを選ぶ' }).click();
  await (await opening).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
}

describe('an approval', () => {
  test('begins with the file that it answers, is signed, and belongs to that file alone', async () => {
    const request = await makeRequest();
    const hash = Buffer.from(sha256(request.bytes)).toString('hex');
    const { page } = await harness.visit(approvalPath);
    await page.locator('[data-header="company"]').fill('見本労働局');
    await page.locator('[data-header="checker"]').fill('見本課長');
    // Nothing is taken from a file that was changed, or from what is no signed file of ours.
    const changed = Uint8Array.from(request.bytes);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    for (const bytes of [changed, new TextEncoder().encode('{"format":"kitei-answers/1"}'), new Uint8Array()]) {
      await answer(page, { name: '申請.pdf', bytes });
      await importProblem(page).filter({ hasText: '何も書き込んでいません。' }).waitFor();
      expect(await page.locator('#field-request-title').inputValue()).toBe('');
      expect(await shown(page).isVisible()).toBe(false);
    }
    await answer(page, request);
    await importDone(page).waitFor();
    expect(await page.locator('#field-request-title').inputValue()).toBe(formTitle);
    expect(await page.locator('#field-request-number').inputValue()).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(await page.locator('#field-request-hash').inputValue()).toBe(hash);
    expect(await page.locator('#field-request-date').inputValue()).toContain('2025');
    expect(await page.locator('[data-header="recipient"]').inputValue()).toBe(`${head.company}　${head.checker}`);
    expect(await page.locator('[data-header="checker"]').inputValue()).toBe('見本課長');
    expect(await importDone(page).textContent()).toContain('下書きに残してあります');
    // What is approved is read before it is approved, with what was verified of it.
    expect(await shown(page).innerText()).toMatch(/改ざん: 改ざんなし[\s\S]*表示とデータ: 一致[\s\S]*わかりません/);
    expect(await shown(page).innerText()).toContain('溶解');
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);

    await page.locator('[data-header="checkedOn"]').fill('2025-04-02');
    await page.getByRole('radio', { name: '承認する', exact: true }).check();
    await goToReview(page);
    const approval = await sign(page);

    const { page: desk } = await harness.visit('/verify/');
    const files = desk.locator('#verify-pdfs');
    await choose(files, approval);
    await desk.getByText('申請の PDF も一緒に置くと').first().waitFor();
    await choose(files, request);
    await desk
      .getByText(`「${request.name}」への回答です。ハッシュが一致しました。結果は「承認する」です。`)
      .first()
      .waitFor();
    const row = desk.getByRole('row').filter({ has: desk.getByRole('rowheader', { name: request.name }) });
    expect(await row.innerText()).toContain(`「${approval.name}」が、このファイルに回答しています。`);
    const sheet = await catchDownload(desk, () => desk.getByRole('button', { name: /Excel（.xlsx）に保存/ }).click());
    const [list, media] = readXlsx(sheet.bytes);
    expect(list?.rows.size).toBe(3);
    expect([...(media?.rows.get(2)?.values() ?? [])].map(({ text }) => text)).toContain('溶解');

    // Whoever handed the plan in lays both side by side where the work is.
    await desk.goto(new URL('/papers/end/', desk.url()).href);
    await desk.locator('input[name=document][value=rodokyoku]').check();
    await desk.locator('[data-form="rodokyoku-erasure-plan"]').getByText('承認書の PDF が届いたとき').click();
    await choose(desk.locator('#approval-rodokyoku-erasure-plan'), request, approval);
    const said = desk.locator('[data-form="rodokyoku-erasure-plan"] [data-approval-said]');
    await said
      .filter({ hasText: `「${request.name}」への回答です。ハッシュが一致しました。結果は「承認する」` })
      .waitFor();
    await choose(desk.locator('#approval-rodokyoku-erasure-plan'), request);
    await said.filter({ hasText: '一緒に選んでください。' }).waitFor();
  }, 30_000);
});

describe('a plan', () => {
  test('goes into the calendar, on to the record and the report, and on to next year', async () => {
    const { page } = await harness.visit('/forms/company-training-plan/');
    const cell = (row: number, column: string) =>
      page.locator('form-table [data-row]').nth(row).locator(`[data-answer="${column}"] [data-given]`);
    await page.locator('[data-header="company"]').fill('見本商事');
    await page.locator('#field-fiscal-year').fill('令和80年度');
    await cell(0, 'theme').fill('個人情報の取り扱いに関する留意事項');
    await cell(0, 'held').fill('2098-06-01');
    const save = page.getByRole('button', { name: '予定をカレンダーへ' });
    const { name, bytes } = await catchDownload(page, () => save.click());
    expect(name).toMatch(/^教育計画_見本商事_.*\.ics$/);
    const calendar = Buffer.from(bytes).toString('utf8').replaceAll('\r\n ', '');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20980601');
    expect(calendar).toContain('SUMMARY:個人情報の取り扱いに関する留意事項（実施する日）');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);

    await page.getByRole('button', { name: '来年の分を始める' }).first().click();
    await importDone(page).filter({ hasText: '一年後' }).waitFor();
    expect(await page.locator('#field-fiscal-year').inputValue()).toBe('令和81年度');
    expect(await cell(0, 'held').inputValue()).toContain('2099');

    await begin(page, '/forms/company-training-record/');
    expect(await cell(0, 'theme').inputValue()).toBe('個人情報の取り扱いに関する留意事項');
    await cell(0, 'attended').fill('20');
    await begin(page, '/forms/nerima-training-report/');
    expect(await cell(0, 'attended').inputValue()).toBe('20');
    expect(await page.locator('[data-header="recipient"]').inputValue()).toBe('練馬区');
  }, 20_000);

  /** Begins a paper with the latest of those that it takes over from. */
  async function begin(page: Page, path: string): Promise<void> {
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole('button', { name: '前の書類から写す' }).click();
    await page.locator('[data-copy-one]').first().click();
    await importDone(page).filter({ hasText: '写しました' }).waitFor();
  }
});

describe('a sheet to hang up', () => {
  const path = '/forms/company-contact-sheet/';

  test('prints on one page without scripts, with the roles that the company has', async () => {
    const { page } = await harness.visit(path, { javaScriptEnabled: false });
    const pdf = await printPage(page);
    expect(pdf.pageCount).toBe(1);
    for (const words of ['緊急連絡網', '復旧責任者', '営業部取引先リスト'])
      expect(squeeze(pdf.text)).toContain(squeeze(words));
    await pdf.close();
  });

  test('begins with them, and stays on one page with twenty rows', async () => {
    const { page } = await harness.visit(path);
    await page.getByRole('button', { name: '会社の設定で書き始める' }).click();
    await importDone(page).filter({ hasText: '会社の設定' }).waitFor();
    const rows = (table: string) => page.locator(`form-table[data-table="${table}"] [data-row]`);
    expect(await rows('network').count()).toBe(3);
    const cells = (count: number, given: Record<string, string>) =>
      Array.from({ length: count }, (_, at) => ({ id: `row-${at}`, cells: given }));
    const tables = {
      network: cells(5, {
        role: '情報システム管理者',
        name: '見本花子',
        phone: '090-0000-0000',
        mail: 'a@example.co.jp',
      }),
      clients: cells(5, { client: '株式会社見本商事', contact: '総務部', phone: '03-0000-0000' }),
      authorities: cells(5, { authority: 'IPA 情報セキュリティ安心相談窓口', phone: '03-0000-0000' }),
      recovery: cells(5, { target: '顧客', person: '営業部長', contact: '営業部取引先リストを参照' }),
    };
    await page.evaluate((hash) => location.assign(hash), `#fill=${encodeURIComponent(JSON.stringify({ tables }))}`);
    await expect.poll(() => rows('recovery').count()).toBe(5);
    // What draws the paper comes once there is something on it.
    const printed = async () => {
      const pdf = await printPage(page);
      const rows = squeeze(pdf.text).match(/営業部取引先リスト/g) ?? [];
      await pdf.close();
      return { pages: pdf.pageCount, rows: rows.length };
    };
    await expect.poll(printed).toEqual({ pages: 1, rows: 5 });
  });
});
