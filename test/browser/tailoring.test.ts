import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
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
    const { page } = await harness.visit('/tailoring/#choices');
    await page.getByLabel('従業員が持っている機器と媒体を、業務に使わせるか').selectOption('forbidden');
    await page.getByText('か所が変わります。').waitFor();
    const changed = page.locator('[data-list] > li').filter({ hasText: '6章 5. 本文' });
    expect(await changed.locator('[data-before]').textContent()).toContain('許可を得る');
    expect(await changed.locator('[data-after]').textContent()).toContain('禁止する');
    expect(await changed.locator('[data-after]').textContent()).not.toContain('許可');
    const gone = page.locator('[data-list] > li').filter({ hasText: '6章 5.1 柱書' });
    expect(await gone.locator('[data-after]').textContent()).toBe('（頁から消えます）');

    await page
      .getByRole('link', { name: /連絡先と月/ })
      .first()
      .click();
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
    const { page } = await harness.visit('/tailoring/#roles');
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
    await page.getByRole('button', { name: '捨てる', exact: true }).click();
    await page.getByText('まだ何も変えていません。').waitFor();
    expect(await role.inputValue()).toBe(before);
  });
});

/** What a form field of the page holds, by the path in organization.yaml. */
const field = (page: Page, path: string) => page.locator(`[name="${path}"]`);
const stepOf = (page: Page) => page.locator('[data-step]:not([hidden])');
const key = 'kitei:/:tailoring:organization:last';

async function saveFile(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'organization.yaml を保存する' }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

async function readIn(page: Page, text: string): Promise<void> {
  await page.getByText('保存した organization.yaml を読み込む').click();
  await page
    .getByLabel('読み込むファイル')
    .setInputFiles({ name: 'organization.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
}

describe('making the site a company’s own, step by step', () => {
  test('shows one step at a time, by the keyboard, by its address and back', async () => {
    const { page, origin } = await harness.visit('/tailoring/', { viewport: { width: 320, height: 700 } });
    expect(await stepOf(page).getAttribute('id')).toBe('site');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const seen: (string | null)[] = [];
    for (let next = page.getByRole('link', { name: /^次へ/ }); await next.count(); ) {
      await next.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => stepOf(page).getAttribute('id')).not.toBe(seen.at(-1) ?? 'site');
      seen.push(await stepOf(page).getAttribute('id'));
      const heading = await stepOf(page).locator('h2').textContent();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(heading);
      expect(await page.locator('nav [aria-current="step"]').count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(seen).toEqual(['handbooks', 'roles', 'contacts', 'choices', 'blanks', 'lists', 'revisions', 'save']);
    await page.goBack();
    await expect.poll(() => stepOf(page).getAttribute('id')).toBe('revisions');
    await page.goto(`${origin}/tailoring/#choices.byod`);
    await page.reload();
    expect(await stepOf(page).getAttribute('id')).toBe('choices');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('choices.byod');
  });

  test('is complete and in order without JavaScript, and shows no placeholder with it', async () => {
    const { page, origin } = await harness.visit('/tailoring/', { javaScriptEnabled: false });
    expect(await page.locator('[data-step]:visible').count()).toBe(9);
    expect(await page.locator('main').innerText()).not.toContain('{{');
    const other = await harness.visit('/tailoring/#roles');
    expect(other.origin).toBe(origin);
    expect(await other.page.locator('main').innerText()).not.toContain('{{');
    const shown = await other.page
      .locator('input:visible')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(shown.filter((value) => value.includes('{{'))).toEqual([]);
  });

  test('keeps the values on the device and puts them back, and forgets them when told', async () => {
    const { page } = await harness.visit('/tailoring/#site');
    await field(page, 'name').fill('株式会社見本');
    await field(page, 'name').blur();
    await page.getByText('か所が変わります。').waitFor();
    await expect.poll(() => page.locator('[data-to="site"] [data-filled]').textContent()).toBe('1');
    await page.reload();
    await page.getByText('前回の続きです。').waitFor();
    expect(await field(page, 'name').inputValue()).toBe('株式会社見本');
    expect(parse(await saveFile(page)).name).toBe('株式会社見本');
    await page.getByRole('button', { name: '試した値を捨てる' }).click();
    await page.getByRole('button', { name: '捨てる', exact: true }).click();
    await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), key)).toBeNull();
    expect(await field(page, 'name').inputValue()).toBe('');
  });

  test('keeps nothing on a shared device, and what it cannot read it keeps and says so', async () => {
    const { page } = await harness.visit('/tailoring/#site');
    await page.getByLabel('共用の端末を使っている').check();
    await field(page, 'name').fill('株式会社見本');
    await field(page, 'name').blur();
    await page.getByText('この端末には値を保存していません。').waitFor();
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBeNull();
    await page.getByLabel('共用の端末を使っている').uncheck();
    await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), key)).toContain('株式会社見本');
    await page.evaluate((name) => localStorage.setItem(name, '{"format":"kitei-draft/2","answers":1}'), key);
    await page.reload();
    await page.getByText('保存していた値が壊れていて').waitFor();
    expect(await page.evaluate((name) => localStorage.getItem(`${name}:damaged`), key)).toContain('"answers":1');
  });

  test('reads a saved file back in, and loses nothing of it', async () => {
    const { page } = await harness.visit('/tailoring/#site');
    const text = `# わが社の設定
name: 株式会社見本 # 登記のとおり
handbooks: [company]
roles:
  employee: 社員
  strange: 謎の役
months: { inspectionMonth: 13 }
later: [1, 2]
`;
    await readIn(page, text);
    await page.getByText('を読み込みました。').waitFor();
    expect(await field(page, 'name').inputValue()).toBe('株式会社見本');
    expect(await field(page, 'roles.employee').inputValue()).toBe('社員');
    const told = await page.locator('tailoring-keeping').innerText();
    expect(told).toContain('roles.strange');
    expect(told).toContain('later');
    expect(told).toContain('months.inspectionMonth: 13');
    await page.reload();
    await page.getByText('前回の続きです。').waitFor();
    await field(page, 'site.title').fill('見本の規程');
    await field(page, 'site.title').blur();
    const saved = await saveFile(page);
    expect(saved).toContain('# わが社の設定');
    expect(saved).toContain('name: 株式会社見本 # 登記のとおり');
    expect(parse(saved)).toMatchObject({
      name: '株式会社見本',
      handbooks: ['company'],
      roles: { employee: '社員', strange: '謎の役' },
      months: { inspectionMonth: 13 },
      later: [1, 2],
      site: { title: '見本の規程' },
    });
  });

  test.each([
    ['what is no YAML', 'name: [', 'YAMLとして読めませんでした'],
    ['another file', 'a: b', '項目が一つもありません'],
    ['a huge file', 'x'.repeat(200_001), '大きすぎます'],
  ])('refuses %s in words, and changes nothing', async (_, text, words) => {
    const { page } = await harness.visit('/tailoring/');
    await readIn(page, text);
    await page.getByText(words).waitFor();
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBeNull();
  });

  test('shows the name that holds a choice in words, and lets it be written without', async () => {
    const { page } = await harness.visit('/tailoring/#roles');
    const parts = page.locator('.k-nparts');
    await parts.getByLabel(/決めた言葉の後/).fill('監督者');
    await expect.poll(() => parts.locator('[data-made]').textContent()).toMatch(/点検監督者$/);
    await parts.getByLabel(/決めた言葉の後/).blur();
    const name = field(page, 'roles.inspectionOfficer');
    expect(await name.inputValue()).toBe('{{choice:inspection}}監督者');
    expect(await name.isVisible()).toBe(false);
    await parts.getByLabel(/名前の一部を/).uncheck();
    await name.fill('内部監査室長');
    await name.blur();
    expect(parse(await saveFile(page)).roles.inspectionOfficer).toBe('内部監査室長');
  });

  test('takes documents, and says of a colour that cannot be read which near one can', async () => {
    const { page } = await harness.visit('/tailoring/#handbooks');
    const boxes = page.locator('[data-handbook]');
    const ids = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
    for (const box of (await boxes.all()).slice(1)) await box.uncheck();
    await boxes.first().uncheck();
    await page.getByText('文書を一つは選んでください。').waitFor();
    await boxes.first().check();
    await page
      .getByRole('link', { name: /会社と見た目/ })
      .first()
      .click();
    await field(page, 'site.accent').fill('#f08300');
    await field(page, 'site.accent').blur();
    await page.getByRole('button', { name: 'この色にする' }).click();
    await expect.poll(() => field(page, 'site.accent').inputValue()).toBe('#a85a00');
    const saved = parse(await saveFile(page));
    expect(saved.site.accent).toBe('#a85a00');
    if (ids.length > 1) expect(saved.handbooks).toEqual(ids.slice(0, 1));
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
