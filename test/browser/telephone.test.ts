import { describe, expect, test } from 'vitest';
import { overflowOf } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { pageTypes } from './support/site-folder.ts';
import { findHeadFaults, findSmallTargets } from './support/targets.ts';

const harness = useHarness();
const widths = [320, 360, 390, 412];
const height = 740;

describe('on a telephone', () => {
  test('each type of page has its head in one line, targets for a finger, and fits', { timeout: 60_000 }, async () => {
    const { page, origin } = await harness.visit('/', { viewport: { width: 320, height } });
    const faults: string[] = [];
    for (const path of pageTypes) {
      await page.goto(origin + path);
      for (const width of widths) {
        await page.setViewportSize({ width, height });
        const over = await overflowOf(page);
        const found = [
          ...(over > 0 ? [`${over} pixels too wide`] : []),
          ...(await findHeadFaults(page)),
          // What is small at one width is small at all: two tell what breaks where lines do.
          ...(width === 320 || width === 412 ? await findSmallTargets(page) : []),
        ];
        faults.push(...found.map((fault) => `${path} at ${width}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test('the menu opens with the keyboard, in the order that is seen, and closes with Escape', async () => {
    const { page } = await harness.visit('/verify/', { viewport: { width: 320, height } });
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.locator('.site-title').focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('メニュー');
    await page.keyboard.press('Enter');
    const menu = page.getByRole('navigation', { name: 'サイト' });
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('調べる');
    expect(await menu.getByRole('link', { name: '確かめる' }).getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('Escape');
    await expect.poll(() => menu.isVisible()).toBe(false);
    expect(await focused()).toBe('メニュー');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('検索');
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('インシデント対応');
  });
});

describe('finding the way', () => {
  onShippedSite();

  test('the menu leads on without a script, and pages name what they stand under and beside', async () => {
    const { page } = await harness.visit('/company/06/', {
      viewport: { width: 320, height },
      javaScriptEnabled: false,
    });
    await page.getByRole('button', { name: 'メニュー' }).click();
    // The chapters stand in the menu where there is no room for them beside the text.
    await page
      .getByRole('navigation', { name: '規程', exact: true })
      .getByRole('link', { name: '7 IT基盤運用管理' })
      .waitFor();
    await page.getByRole('navigation', { name: 'サイト' }).getByRole('link', { name: '書類' }).click();
    await page.getByRole('heading', { level: 1, name: '様式' }).waitFor();
    const beside = page.getByRole('navigation', { name: '書類' });
    expect(await beside.getByRole('link').allTextContents()).toEqual(['様式', '管理簿', '出すもの', '人の一覧']);
    await beside.getByRole('link', { name: '管理簿' }).click();
    const above = page.getByRole('navigation', { name: 'この頁のある所' });
    expect(await above.getByRole('link').allTextContents()).toEqual(['入口', '書類']);
  });

  test('the home page leads into the tool with the answer chosen', async () => {
    const { page } = await harness.visit('/');
    await page.getByRole('link', { name: 'スマホをなくした' }).click();
    await page.getByText('漏えい・流出・紛失・盗難').first().waitFor();
    expect(new URL(page.url()).hash).toBe('#a=state:leak;kind:terminal');
  });

  test('the scheme of colours is chosen in the head and kept', async () => {
    const { page } = await harness.visit('/decisions/', { colorScheme: 'light' });
    await page.getByLabel('配色').selectOption('暗');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.getByLabel('配色').inputValue()).toBe('dark');
    await page.getByLabel('配色').selectOption('自動');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  });
});
