import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { listPages } from './support/site-folder.ts';

onShippedSite();

const harness = useHarness();
/** The pages to which a job leads. */
const hasForms = (await listPages()).some((path) => path.startsWith('/forms/'));

/** The box of a client. */
const picked = (page: Page, client: string) => page.locator(`input[name=document][value=${client}]`);

const choose = async (page: Page, ...clients: string[]) => {
  for (const client of clients) await picked(page, client).check();
};
const step = (page: Page, form: string) => page.locator(`[data-form="${form}"]`);
const make = (page: Page, form: string) => step(page, form).locator('[data-make]');

async function useSharedDevice(page: Page): Promise<void> {
  await page.evaluate(() => sessionStorage.setItem('kitei:/:shared-device', 'on'));
  await page.reload();
}

describe('the list of papers', () => {
  test('shows the clients one works for, and keeps what is ticked, with the day, for each of them', async () => {
    const { page } = await harness.visit('/papers/');
    await page.clock.setFixedTime(new Date('2026-11-30T10:00:00+09:00'));
    await choose(page, 'nerima', 'rodokyoku');
    const nerima = page.locator('section[data-document="nerima"]');
    expect(await page.locator('section[data-document="kojinjoho"]').isVisible()).toBe(false);
    await nerima.getByRole('checkbox', { name: '情報の返還・処分を証明する書類を済ませた' }).check();
    expect(await nerima.locator('[data-day]').allTextContents()).toContain('2026年11月30日');
    await page.reload();
    await nerima.getByText(/件のうち1件が済み$/).waitFor();
    const rodokyoku = page.locator('section[data-document="rodokyoku"]');
    expect(await rodokyoku.locator('[data-progress]').textContent()).toMatch(/のうち0件/);
    await nerima.getByRole('button', { name: '印を全部外す' }).click();
    await page.getByRole('button', { name: '全部外す', exact: true }).click();
    await nerima.getByText(/件のうち0件が済み$/).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':papers:')))).toEqual([]);
  });

  test('says what comes first, what needs leave first, and what makes it', async () => {
    const { page } = await harness.visit('/papers/#c=rodokyoku');
    const end = page.locator('section[data-document="rodokyoku"] tbody', { hasText: '作業実施計画書' });
    const rows = await end.locator('tr:not(.k-phase)').allInnerTexts();
    expect(rows.map((row) => squeeze(row))).toEqual([
      expect.stringMatching(/^作業実施計画書.*先に承認:労働局.*労働局作業実施計画書\(別添1\)$/),
      expect.stringMatching(/^作業完了報告書.*労働局作業完了報告書\(別添2\)$/),
    ]);
    expect(
      await page.locator('section[data-document="rodokyoku"]').getByText('名を挙げるだけ').first().isVisible(),
    ).toBe(true);
    expect(
      await page.locator('section[data-document="rodokyoku"]').getByText('様式は決まっていません').first().isVisible(),
    ).toBe(true);
  });

  test('prints on one page for two clients, with boxes', async () => {
    const { page } = await harness.visit('/papers/#c=nerima,rodokyoku');
    await page.locator('section[data-document="kojinjoho"]').waitFor({ state: 'hidden' });
    const pdf = await printPage(page);
    expect(squeeze(pdf.text)).toContain('情報取扱者名簿');
    expect(squeeze(pdf.text)).toContain('管理簿(記録媒体の廃棄)');
    expect(squeeze(pdf.text)).not.toMatch(/誓約書|東大阪市/);
    expect(pdf.pageCount).toBe(1);
    await pdf.close();
  });

  test('is all there without JavaScript, with a box for each paper', async () => {
    const { page } = await harness.visit('/papers/', { javaScriptEnabled: false });
    expect(await page.locator('section[data-document]:visible').count()).toBe(5);
    const [boxes, rows] = await Promise.all([
      page.locator('input[name=paper]:visible').count(),
      page.locator('tbody tr:not(.k-phase)').count(),
    ]);
    expect(boxes).toBeGreaterThan(100);
    expect(boxes).toBe(rows);
    expect(await page.locator('papers-list > form').isVisible()).toBe(false);
  });

  test('leaves nothing on a shared device, and says so', async () => {
    const { page } = await harness.visit('/papers/');
    await useSharedDevice(page);
    await page.getByText('共用の端末を使っているので、印は').waitFor();
    await page.locator('input[name=paper]').first().check();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kitei:')))).toEqual([]);
  });

  test('puts aside what it cannot read, says so, and goes on', async () => {
    const { page } = await harness.visit('/papers/');
    await page.evaluate(() => localStorage.setItem('kitei:/:papers:nerima', '{"format":"kitei-papers/9"}'));
    await page.reload();
    await page.getByText('印の一部を読めませんでした').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('kitei:/:papers:nerima:damaged'))).toBe(
      '{"format":"kitei-papers/9"}',
    );
  });

  test('has no fault that axe can find, also with something ticked', async () => {
    const { page } = await harness.visit('/papers/#c=nerima');
    await page.locator('section[data-document="nerima"] input[name=paper]').first().check();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});

describe.skipIf(!hasForms)('the end of a contract', () => {
  test('keeps what is typed, tells a row of nobody, and takes back what was removed', async () => {
    const { page } = await harness.visit('/papers/end/#c=nerima,rodokyoku');
    await page.getByRole('button', { name: '媒体を加える' }).click();
    await page.getByLabel('媒体の名・番号').fill('FD-3');
    await page.getByText('どの委託元のものか選んでいない媒体が1件').waitFor();
    await page.reload();
    expect(await page.getByLabel('媒体の名・番号').inputValue()).toBe('FD-3');
    await page.getByRole('button', { name: /^消す ?: 媒体 1$/ }).click();
    expect(await page.locator('[data-row]').count()).toBe(0);
    await page.getByRole('button', { name: '元に戻す' }).click();
    expect(await page.getByLabel('媒体の名・番号').inputValue()).toBe('FD-3');
    await page.getByRole('button', { name: '別の契約・事故を始める' }).click();
    expect(await page.locator('[data-row]').count()).toBe(0);
    await page.locator('.k-other', { hasText: 'FD-3' }).getByRole('button', { name: '開く' }).click();
    expect(await page.getByLabel('媒体の名・番号').inputValue()).toBe('FD-3');
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });

  test('hands over by the address on a shared device, and leaves nothing', async () => {
    const { page } = await harness.visit('/papers/end/#c=nerima');
    await useSharedDevice(page);
    await page.getByRole('button', { name: '媒体を加える' }).click();
    await page.getByLabel('媒体の名・番号').fill('USB-1');
    const [form] = await Promise.all([page.waitForEvent('popup'), make(page, 'nerima-disposal-certificate').click()]);
    await form.locator('[data-answer="name"] [data-given]').first().waitFor();
    // What the address carries is filled in by code that comes for it.
    await expect.poll(() => form.locator('[data-answer="name"] [data-given]').first().inputValue()).toBe('USB-1');
    expect(await form.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kitei:')))).toEqual([]);
    expect(await page.getByLabel('媒体の名・番号').inputValue()).toBe('USB-1');
  });

  test('stands there in order without JavaScript', async () => {
    const { page } = await harness.visit('/papers/end/', { javaScriptEnabled: false });
    const names = await page.locator('[data-document="rodokyoku"] .k-paperstep__name:visible').allInnerTexts();
    expect(names.map((name) => name.trim())).toEqual(['作業実施計画書（別添1）', '作業完了報告書（別添2）']);
    expect(await page.getByRole('checkbox', { name: '労働局の承認を得た' }).isVisible()).toBe(true);
  });
});

describe.skipIf(!hasForms)('an incident', () => {
  test('takes a day and a time as people write them, and says where it cannot', async () => {
    const { page } = await harness.visit('/papers/incident/#c=nerima');
    const found = page.getByLabel('気づいた日時', { exact: true });
    await found.fill('令和八年の秋');
    await page.getByLabel('発生した場所').focus();
    await page.getByText('日時として読めないので、書類には入りません。').first().waitFor();
    await found.fill('令和８年１１月３０日　１４時５分');
    await page.getByLabel('発生した場所').focus();
    expect(await found.inputValue()).toBe('2026-11-30 14:05');
  });

  test('warns where the name of another client would go out, and prints what goes in', async () => {
    const { page } = await harness.visit('/papers/incident/#c=nerima,rodokyoku');
    await page.getByLabel('発生状況').fill('練馬区の書類と取り違えた。');
    await step(page, 'rodokyoku-incident-report').getByText('ほかの委託元の名（練馬区）').waitFor();
    expect(await step(page, 'nerima-incident-record').locator('[data-others]').isVisible()).toBe(false);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    const pdf = await printPage(page);
    expect(squeeze(pdf.text)).toContain('練馬区の書類と取り違えた。');
    await pdf.close();
  });
});
