import { expect, test } from 'vitest';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();

test('a provision and a heading hand out their citation with the address', async () => {
  const { page, context, origin } = await harness.visit('/company/03/');
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const panel = page.getByRole('dialog', { name: '引用' });
  for (const [anchor, citation] of [
    ['03-3.1-r2', '規程 3章 3.1 表（USB メモリ・HDD・CD・DVD）'],
    ['03-3.1-h', '規程 3章 3.1 媒体の廃棄'],
  ]) {
    await page.locator(`[data-cites][href="#${anchor}"]`).click();
    await panel.getByRole('button', { name: 'コピー' }).click();
    await panel.getByText('コピーしました。').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${citation}\n${origin}/company/03/#${anchor}`);
    await page.keyboard.press('Escape');
  }
});

test('where the clipboard is closed, the citation is selected and the reader is told', async () => {
  const { page } = await harness.visit('/nerima/', { intranet: true });
  await page.locator('[data-cites][href="#a16-i2"]').click();
  const panel = page.getByRole('dialog', { name: '引用' });
  await panel.getByRole('button', { name: 'コピー' }).click();
  await panel.getByText('選んであります').waitFor();
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain('練馬区特記事項 第16条第2号');
});

test('a reference leads to its provision, which lists what refers to it', async () => {
  const { page } = await harness.visit('/nerima/#a16-i3');
  await page.locator('[id="a16-i3"]').getByRole('link', { name: '前条第2号' }).click();
  await page.waitForURL((url) => url.hash === '#a15-i2');
  const cited = page.locator('[id="a15-i2"]');
  await cited.getByText('ここを引用している箇所').click();
  await cited.getByRole('link', { name: '練馬区特記事項 第16条第3号' }).click();
  await page.waitForURL((url) => url.hash === '#a16-i3');
});

test('contents and neighbours lead on', async () => {
  const { page } = await harness.visit('/company/03/');
  await page.getByRole('navigation', { name: '目次' }).getByRole('link', { name: '3.1 媒体の廃棄' }).click();
  await page.waitForURL((url) => url.hash === '#03-3.1-h');
  await page.getByRole('link', { name: /^次へ/ }).click();
  await page.waitForURL((url) => url.pathname === '/company/04/');
  await page.getByRole('link', { name: /^前へ/ }).click();
  await page.waitForURL((url) => url.pathname === '/company/03/');
});
