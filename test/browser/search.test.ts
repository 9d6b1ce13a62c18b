import { expect, test } from 'vitest';
import { findFaults } from './support/axe.ts';
import { useHarness } from './support/harness.ts';

const harness = useHarness();

test('the search dialog opens by key, finds a provision and leads to it', async () => {
  const { page, origin } = await harness.visit('/');
  const before = harness.server.requests.length;
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: '規程を調べる' });
  await dialog.getByLabel('調べたい言葉').fill('暗号化');
  const hit = dialog.getByRole('listitem').first();
  await hit.waitFor();
  expect((await hit.locator('mark').allTextContents()).join('')).toContain('暗号化');
  expect(harness.server.requests.slice(before)).toContain('/pagefind/pagefind.js');
  expect(await findFaults(page)).toEqual([]);

  await hit.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/');
  const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
  // Anchors begin with a digit: no CSS selector without quotes.
  expect(await page.locator(`[id="${anchor}"]`).evaluate(isInWindow)).toBe(true);
  expect(page.url()).toContain(origin);
});

test('the search dialog closes with Escape and gives the focus back', async () => {
  const { page } = await harness.visit('/');
  const opener = page.getByRole('button', { name: '検索' }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('no index is fetched before the dialog is opened', async () => {
  const before = harness.server.requests.length;
  const { page } = await harness.visit('/nerima/');
  await page.waitForLoadState('networkidle');
  expect(harness.server.requests.slice(before).filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
});

function isInWindow(element: Element): boolean {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}
