import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { organization } from './support/company.ts';
import { useHarness } from './support/harness.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();

describe('the page of open items', () => {
  test('counts what it marks, and each mark in a chapter leads to its item', async () => {
    const { page, origin } = await harness.visit('/tailoring/', { javaScriptEnabled: false });
    const open = await page.locator('.k-fill[data-open]').count();
    expect(await page.locator('[data-open-count]').textContent()).toBe(String(open));
    const ids = new Set(await page.locator('.k-fill').evaluateAll((items) => items.map(({ id }) => id)));
    for (const chapter of ['01', '05', '06', '07', '09', '10', '11']) {
      await page.goto(`${origin}/company/${chapter}/`);
      const marks = await page
        .locator('a[href*="/tailoring/#"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('#')[1] ?? ''));
      // A company that has filled in much leaves chapters without any.
      if (open > 100) expect(marks.length).toBeGreaterThan(0);
      expect(marks.filter((mark) => !ids.has(mark))).toEqual([]);
    }
    await page.goto(`${origin}/company/01/`);
    if (open > 0) expect(await page.locator('footer a[href="/tailoring/"]').textContent()).toContain(`${open}件`);
  });

  const isForbidden = organization.choices['byod'] === 'forbidden';
  test.runIf(!isForbidden)('shows what a value would change, and hands out the file with it', async () => {
    const { page } = await harness.visit('/tailoring/');
    await page.getByLabel('従業員が持っている機器と媒体を、業務に使わせるか').selectOption('forbidden');
    await page.getByText('か所が変わります。').waitFor();
    const changed = page.locator('[data-list] > li').filter({ hasText: '6章 5. 本文' });
    expect(await changed.locator('[data-before]').textContent()).toContain('許可を得る');
    expect(await changed.locator('[data-after]').textContent()).toContain('禁止する');
    expect(await changed.locator('[data-after]').textContent()).not.toContain('許可');
    const gone = page.locator('[data-list] > li').filter({ hasText: '6章 5.1 柱書' });
    expect(await gone.locator('[data-after]').textContent()).toBe('（頁から消えます）');

    await page.getByLabel('情報セキュリティの点検を行う月').selectOption('4');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'organization.yaml を保存する' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('organization.yaml');
    const text = await readFile(await download.path(), 'utf8');
    const shipped = await readFile('content/organization.yaml', 'utf8');
    const before = parse(shipped);
    expect(parse(text)).toEqual({
      ...before,
      choices: { ...before.choices, byod: 'forbidden' },
      months: { ...before.months, inspectionMonth: 4 },
    });
    expect(text.match(/^\s*#.*$/gm)).toEqual(shipped.match(/^\s*#.*$/gm));
  });

  test('does not let a role lose its name, and takes values back', async () => {
    const { page } = await harness.visit('/tailoring/');
    const role = page.locator('[name="roles.employee"]');
    const before = await role.inputValue();
    await role.fill('');
    await role.blur();
    await page.getByText('役割の呼び方は空にできません。').waitFor();
    await role.fill('勤める者');
    await role.blur();
    await page.getByText('はじめの20か所').waitFor();
    expect(await page.locator('[data-list] > li').count()).toBe(20);
    await page.getByRole('button', { name: '試した値を捨てる' }).click();
    await page.getByText('まだ何も変えていません。').waitFor();
    expect(await role.inputValue()).toBe(before);
  });
});

describe('a defined term', () => {
  const mark = 'button[popovertarget="t-nerima-importantInformation"]';
  const meaning = '区政の運営又は協定に重大に影響する';

  test('opens its own document’s meaning under the pointer, on focus and on a press', async () => {
    const { page } = await harness.visit('/nerima/');
    const hint = page.locator('#t-nerima-importantInformation');
    const first = page.locator(mark).first();
    expect(await hint.isVisible()).toBe(false);
    await first.hover();
    await hint.waitFor({ state: 'visible' });
    expect(await hint.textContent()).toContain(meaning);
    // The pointer may go into the definition, and Esc closes it.
    await hint.hover();
    await page.waitForTimeout(500);
    expect(await hint.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await hint.waitFor({ state: 'hidden' });
    await page.mouse.move(2, 2);
    await first.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await hint.waitFor({ state: 'visible' });
    // A pointer that moves elsewhere does not take away what the keyboard opened.
    await page.mouse.move(40, 400);
    await page.waitForTimeout(500);
    expect(await hint.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await hint.waitFor({ state: 'hidden' });
    await first.click();
    await hint.waitFor({ state: 'visible' });
  });

  test('opens on a press without JavaScript', async () => {
    const { page } = await harness.visit('/nerima/', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 700 },
    });
    await page.locator(mark).first().click();
    await page.locator('#t-nerima-importantInformation').waitFor({ state: 'visible' });
  });

  test('stands in the list at the end, also on paper', async () => {
    const { page } = await harness.visit('/nerima/');
    const pdf = await printPage(page);
    // Once: in the list, and not a second time where it opens on the screen.
    expect(squeeze(pdf.text).split(meaning)).toHaveLength(2);
    await pdf.close();
  });
});
