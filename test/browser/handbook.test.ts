import { expect, test } from 'vitest';
import { marksKey } from '../../src/ui/search/marks-handover.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
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

test('the words of a search are marked where it leads, to be walked through and taken away', async () => {
  const { page, origin } = await harness.visit('/company/04/');
  const leave = (url: string, words: string[]) =>
    page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [
      marksKey('/'),
      JSON.stringify({ url, words }),
    ] as const);
  const bar = page.getByRole('region', { name: '探した言葉の印' });
  const current = page.locator('mark[aria-current]').first();
  const content = page.locator('.sl-markdown-content');
  const text = await content.textContent();
  expect(await bar.count()).toBe(0);

  // By a link of a result, from another page.
  await page.goto(`${origin}/nerima/`);
  await leave('company/04/#04-9.3-r10', ['ﾊﾟｽﾜｰﾄﾞ', '委託元くらべ']);
  await page.goto(`${origin}/company/04/#04-9.3-r10`);
  await bar.waitFor();
  expect(await current.textContent()).toBe('パスワード');
  expect(await current.evaluate((mark) => mark.closest('.k-prov')?.id)).toBe('04-9.3-r10');
  expect((await current.boundingBox())?.width).toBeGreaterThan(40);
  const count = Number(/「ﾊﾟｽﾜｰﾄﾞ」「委託元くらべ」 \d+ \/ (\d+)/.exec((await bar.textContent()) ?? '')?.[1]);
  expect(count).toBeGreaterThan(10);
  expect(await page.locator('mark').count()).toBeGreaterThanOrEqual(count);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  for (const button of await bar.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }

  // By keyboard, round the whole page: each in turn stands in the window above the bar, also what was folded.
  const folded = page.locator('details:not([open]):has(mark)');
  expect(await folded.count()).toBeGreaterThan(0);
  const places = new Set<string>();
  await bar.getByRole('button', { name: '次へ' }).focus();
  for (let step = 0; step < count; step++) {
    await page.keyboard.press('Enter');
    const [mark, edge] = await Promise.all([current.boundingBox(), bar.boundingBox()]);
    expect(mark && edge && mark.y > 0 && mark.y + mark.height <= edge.y, `mark ${step}`).toBe(true);
    places.add((await bar.getByRole('status').textContent()) ?? '');
  }
  expect(places.size).toBe(count);
  expect(await folded.count()).toBe(0);

  // On paper there is neither.
  await page.emulateMedia({ media: 'print' });
  expect(await bar.isVisible()).toBe(false);
  expect(await current.evaluate((mark) => getComputedStyle(mark).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'screen' });

  // Escape takes them away and leaves the texts as they were, with the focus where the reader is.
  await bar.getByRole('button', { name: '前へ' }).focus();
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });
  expect(await page.locator('mark').count()).toBe(0);
  expect(await content.textContent()).toBe(text);
  expect(await page.evaluate(() => document.activeElement?.closest('.k-prov')?.id)).toBe('04-9.3-r10');

  // From a place of the page to another of its own, and to the one at which it stands.
  await leave('company/04/#04-5-p1', ['推測', '設定']);
  await page.evaluate(() => {
    location.hash = '04-5-p1';
  });
  await bar.getByText('「推測」「設定」').waitFor();
  await bar.getByRole('button', { name: '消す' }).click();
  await leave('company/04/#04-5-p1', ['従業員']);
  await page.locator('[data-cites][href="#04-5-p1"]').click();
  await bar.getByText('「従業員」').waitFor();
});
