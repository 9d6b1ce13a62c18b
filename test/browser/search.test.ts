import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFaults, findFaultsInLooks, twoLooks } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { readResults } from './support/search-quality.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { siteFolder } from './support/site-folder.ts';

onShippedSite();

const harness = useHarness();

test('the search dialog opens by key, finds a provision and leads to it', async () => {
  const { page, origin } = await harness.visit('/nerima/');
  const before = harness.server.requests.length;
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: '規程を調べる' });
  await dialog.getByLabel('調べたい言葉').fill('暗号化');
  const hit = dialog.locator('[data-hits] > li').first();
  await hit.waitFor();
  expect((await hit.locator('mark').allTextContents()).join('')).toContain('暗号化');
  expect(harness.server.requests.slice(before)).toContain('/pagefind/pagefind.js');
  expect(await findFaults(page)).toEqual([]);

  // From the field to the first result: past the suggestions, which are buttons.
  await page.keyboard.press('ArrowDown');
  while (!(await hit.getByRole('link').first().evaluate(isFocused))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.hash !== '');
  const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
  // Anchors begin with a digit: no CSS selector without quotes.
  expect(await page.locator(`[id="${anchor}"]`).evaluate(isInWindow)).toBe(true);
  expect(page.url()).toContain(origin);
});

test('the search dialog closes with Escape and gives the focus back', async () => {
  const { page } = await harness.visit('/nerima/');
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
  expect(harness.server.requests.slice(before).filter((path) => /^\/(pagefind|search-index)\//.test(path))).toEqual([]);
});

test('the home page leads to the page of the search, which can be linked', async () => {
  const { page } = await harness.visit('/');
  await page.getByRole('searchbox', { name: '規程を調べる' }).fill('ﾊﾟｽﾜｰﾄﾞ');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/search/');
  const results = await readResults(page);
  expect(results.length).toBeGreaterThan(3);
  expect(await page.locator('main ol > li').first().locator('mark').first().textContent()).toBe('パスワード');
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
});

test('filters stand in the address and leave only what they name', async () => {
  const { page } = await harness.visit('/search/?q=%E5%A0%B1%E5%91%8A&handbook=nerima&kind=must');
  expect(await page.getByLabel('文書').inputValue()).toBe('nerima');
  const filtered = await readResults(page);
  expect(filtered.length).toBeGreaterThan(0);
  expect(filtered.filter((url) => !url.startsWith('/nerima/'))).toEqual([]);
  await page.getByLabel('文書').selectOption('');
  await page.waitForURL((url) => !url.searchParams.has('handbook') && url.searchParams.get('kind') === 'must');
  await expect.poll(async () => (await readResults(page)).some((url) => !url.startsWith('/nerima/'))).toBe(true);
});

test('two letters suggest words, and a misspelt word is answered with the right one', async () => {
  const { page } = await harness.visit('/search/');
  await page.getByLabel('調べたい言葉').pressSequentially('暗号');
  await page.getByRole('button', { name: '暗号化', exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === '暗号化');
  await page.getByLabel('調べたい言葉').fill('秘密保特契約');
  await page.getByText('もしかして').getByRole('button', { name: '秘密保持契約' }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === '秘密保持契約');
});

test('a number of several parts leads to its place, in whichever order the place has them', async () => {
  const { page } = await harness.visit('/search/?q=6章 4.4');
  const [first = ''] = await readResults(page);
  expect(first).toMatch(/company\/06\/#06-4\.4/);
  expect(await page.locator('[data-missing]').isVisible()).toBe(false);
});

test('a number that no document has is told so, and what is nearest to it is shown', async () => {
  const { page } = await harness.visit('/search/?q=第16条第99号');
  const [first = ''] = await readResults(page);
  expect(first).toMatch(/nerima\/#a16/);
  await page.getByText('「第16条第99号」という番号の箇所は、どの文書にもありません。').waitFor();
  await page.getByLabel('調べたい言葉').fill('第9999条');
  await page.getByText('「第9999条」という番号の箇所は、どの文書にもありません。').waitFor();
  await page.getByText('「第9999条」に当たる箇所は見つかりませんでした。').waitFor();
});

test('a question without any answer is told so, with the words that the texts do not have and the way to the contents', async () => {
  const { page } = await harness.visit('/search/?q=zzqqxx');
  expect(await readResults(page)).toEqual([]);
  await page.getByText('「zzqqxx」に当たる箇所は見つかりませんでした。').waitFor();
  await page.getByText('「zzqqxx」は、規程にありません。').waitFor();
  // What shares not one pair of letters with it is no word to try.
  expect(await page.locator('[data-nothing] button').count()).toBe(0);
  await page.getByRole('link', { name: '規程の一覧' }).waitFor();
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
});

test('the check list stands above the text where it answers', async () => {
  const { page } = await harness.visit(`/search/?q=${encodeURIComponent('委託先情報セキュリティ対策状況確認リスト')}`);
  await readResults(page);
  const tool = page.getByRole('list', { name: 'この質問に答える道具' }).getByRole('link').first();
  expect((await tool.textContent())?.trim()).toBe('委託先情報セキュリティ対策状況確認リストに答える');
  expect(await tool.getAttribute('href')).toContain('/checklists/contractor-security/');
});

test('a question of a list found on its own page leaves the dialog for its place there', async () => {
  const { page } = await harness.visit('/checklists/contractor-security/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: '規程を調べる' });
  await dialog.getByLabel('調べたい言葉').fill('取り組む方針を従業員や取引先に知らせている');
  await dialog.locator('a[href*="#item-"]').first().click();
  await dialog.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).hash).toMatch(/^#item-/);
});

test('the keys that open the search elsewhere lead to the field on its own page', async () => {
  const { page } = await harness.visit('/search/');
  const input = page.getByLabel('調べたい言葉');
  for (const key of ['/', 'Control+k']) {
    await page.getByRole('button', { name: '検索', exact: true }).focus();
    await page.keyboard.press(key);
    expect(await input.evaluate(isFocused)).toBe(true);
  }
  expect(await input.inputValue()).toBe('');
});

test('the filter offers only roles that do or approve something', async () => {
  const { page } = await harness.visit('/search/?q=%E6%83%85%E5%A0%B1');
  const roles = await page.getByLabel('だれが').locator('option').evaluateAll(valuesOf);
  const listed: { provisions: { handbook: string; actors: { id: string }[]; approvers: { id: string }[] }[] } =
    JSON.parse(await readFile(join(siteFolder, 'provisions.json'), 'utf8'));
  const acting = new Set(
    listed.provisions.flatMap(({ handbook, actors, approvers }) =>
      [...actors, ...approvers].map(({ id }) => `${handbook}:${id}`),
    ),
  );
  expect(new Set(roles.filter(Boolean))).toEqual(acting);
});

test.each([
  ['markup', '"><img src=x onerror=alert(1)>'],
  ['a pattern', '\\ [a-z]+(?:.*)* ^$ {1,9}'],
  ['pictures', '🙂🙂🙂'],
  ['10,000 letters', 'あ'.repeat(10_000)],
  ['control characters', '\u0000\u202e'],
])('a hostile question is answered or refused in words: %s', async (_, asked) => {
  const { page } = await harness.visit('/search/');
  // Through the field's own value: an address of that length no server takes.
  await page.getByLabel('調べたい言葉').evaluate((input: HTMLInputElement, value) => {
    input.value = value;
    input.form?.requestSubmit();
  }, asked);
  await readResults(page);
  expect(await page.locator('main img').count()).toBe(0);
});

test('it answers at a plain-http origin', async () => {
  const { page } = await harness.visit('/search/?q=%E6%9A%97%E5%8F%B7%E5%8C%96', { intranet: true });
  expect((await readResults(page)).length).toBeGreaterThan(3);
});

function valuesOf(options: (Element & { value?: string })[]): (string | undefined)[] {
  return options.map(({ value }) => value);
}

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

function isInWindow(element: Element): boolean {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}
