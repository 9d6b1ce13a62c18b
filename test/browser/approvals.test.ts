import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../support/record.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { goToReview, type HandedOut, sign } from './support/checklist.ts';
import { fillForm, formPath, formTitle, head, importDone, importProblem } from './support/form.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const approvalPath = '/forms/approval/';
const requestFile = (page: Page): Locator => page.locator('[data-request-file]');
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

describe('an approval', () => {
  test('begins with the file that it answers, is signed, and belongs to that file alone', async () => {
    const request = await makeRequest();
    const hash = Buffer.from(sha256(request.bytes)).toString('hex');
    const { page } = await harness.visit(approvalPath);
    await page.locator('[data-header="company"]').fill('見本労働局');
    await page.locator('[data-header="checker"]').fill('見本課長');
    await page.getByRole('button', { name: '申請のファイルを選ぶ' }).waitFor();
    // Nothing is taken from a file that was changed, or from what is no signed file of ours.
    const changed = Uint8Array.from(request.bytes);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    for (const bytes of [changed, new TextEncoder().encode('{"format":"kitei-answers/1"}'), new Uint8Array()]) {
      await choose(requestFile(page), { name: '申請.pdf', bytes });
      await importProblem(page).filter({ hasText: '何も書き込んでいません。' }).waitFor();
      expect(await page.locator('#field-request-title').inputValue()).toBe('');
      expect(await shown(page).isVisible()).toBe(false);
    }
    await choose(requestFile(page), request);
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
  }, 30_000);
});
