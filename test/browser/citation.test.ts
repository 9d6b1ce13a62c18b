import { expect, test } from 'vitest';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();

test('the link sign of a provision offers its citation and address to copy', async () => {
  const { page, origin } = await harness.visit('/nerima/');
  await page.getByRole('link', { name: '第16条第2号へのリンク' }).click();
  const field = page.getByRole('textbox', { name: '引用' });
  expect(await field.inputValue()).toBe(`練馬区特記事項 第16条第2号\n${origin}/nerima/#a16-i2`);
  // As a mail or a chat hands it on; and one that leads nowhere is said to.
  await page.goto('about:blank');
  await page.goto(`${origin}/nerima/#a16-i2。`);
  await page.waitForURL(`${origin}/nerima/#a16-i2`);
  await page.locator('#a16-i2:target').waitFor();
  expect(await page.locator('[data-not-here]').isVisible()).toBe(false);
  await page.goto('about:blank');
  await page.goto(`${origin}/nerima/#a99-i2`);
  await page.locator('[data-not-here]').waitFor();
});
