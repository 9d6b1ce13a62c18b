import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { marksKey } from '../../src/ui/search/marks-handover.ts';
import { findFaults, findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
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
  expect(harness.server.requests.slice(before)).toContain('/pagefind/engine.pagefind');
  expect(await findFaults(page)).toEqual([]);

  // From the field to the first result: past the suggestions, which are buttons.
  await page.keyboard.press('ArrowDown');
  const toHit = async () => {
    while (!(await hit.getByRole('link').first().evaluate(isFocused))) await page.keyboard.press('ArrowDown');
  };
  // The keys that open it lead back to the field, all of it chosen for the next question.
  for (const key of ['Control+k', '/']) {
    await toHit();
    await page.keyboard.press(key);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('暗号化');
  }
  await toHit();
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
  expect(await page.locator('main [data-hits] > li').first().locator('mark').first().textContent()).toBe('パスワード');
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
});

test('facets stand in the address, say what they leave, and leave only that', async () => {
  const { page } = await harness.visit('/search/?q=%E5%A0%B1%E5%91%8A&kind=must&role=nobody');
  const first = await readResults(page);
  const facet = chip(page, '文書', '練馬区特記事項');
  const count = Number((await facet.textContent())?.match(/\d+/)?.[0]);
  await facet.click();
  await page.waitForURL((url) => url.searchParams.get('handbook') === 'nerima');
  await page.getByText(`${count}件見つかりました。`).waitFor();
  const filtered = await readResults(page);
  expect(filtered.length).toBe(Math.min(8, count));
  expect(filtered.filter((url) => !url.startsWith('/nerima/'))).toEqual([]);
  expect(await facet.evaluate(isFocused)).toBe(true);
  // Told without a colour.
  await page.emulateMedia({ forcedColors: 'active' });
  const pressed = page.locator('[data-facets] [aria-pressed=true]');
  const signs = await pressed.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
  expect(signs).toEqual(Array(2).fill(expect.stringContaining('✓')));
  await page.emulateMedia({ forcedColors: 'none' });
  expect(await page.title()).toMatch(/^「報告」・練馬区特記事項・しなければならないことを調べる \| /);
  // Each choice is a step, and a value that nobody has is none.
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('handbook'));
  await expect.poll(() => readResults(page)).toEqual(first);
  await page.getByRole('button', { name: '絞り込みを外す' }).click();
  await page.waitForURL((url) => url.search === '?q=%E5%A0%B1%E5%91%8A');
  expect(await pressed.count()).toBe(0);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
});

test('nothing found within the facets is not blamed on the texts, and without a word all of a facet is shown', async () => {
  const { page } = await harness.visit('/search/?q=%E5%A0%B1%E5%91%8A&handbook=kojinjoho&role=nerima%3Aworker');
  await page
    .getByText(/「報告」に当たる箇所は、絞り込んだ範囲（.+）にはありません。絞り込みを外すと\d+件あります。/)
    .waitFor();
  expect(await page.locator('[data-nothing], [data-report]').filter({ visible: true }).count()).toBe(0);
  await page.getByRole('button', { name: '絞り込みを外す' }).click();
  expect((await readResults(page)).length).toBe(5);

  await page.getByLabel('調べたい言葉').fill('');
  await chip(page, '文書', '練馬区特記事項').click();
  await page.waitForURL((url) => url.search === '?handbook=nerima');
  await expect.poll(async () => (await readResults(page))[0]).toMatch(/^\/nerima\/#a1/);
  expect(await page.title()).toMatch(/^練馬区特記事項を調べる \| /);
});

test('each question that is asked is a step of the history, with its rows and its place', async () => {
  const { page } = await harness.visit('/search/');
  const before = await page.evaluate(() => history.length);
  await ask(page, '誓約書');
  await ask(page, '監査');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  expect(await page.title()).toMatch(/^「監査」を調べる \| /);
  await comeBack(page);
  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get('q') === '誓約書');
  expect(await page.getByLabel('調べたい言葉').inputValue()).toBe('誓約書');
  expect(await page.title()).toMatch(/^「誓約書」を調べる \| /);
});

test('questions asked on this device are offered in the empty field until they are erased', async () => {
  const { page } = await harness.visit('/search/?q=%E8%AA%93%E7%B4%84%E6%9B%B8');
  await readResults(page);
  await ask(page, '監査');
  await page.goto(new URL('/nerima/', page.url()).href);
  await page.keyboard.press('/');
  const recent = page.getByRole('dialog').getByRole('list', { name: '最近この端末で調べた言葉' });
  await recent.waitFor();
  expect(await recent.getByRole('button').allTextContents()).toEqual(['監査', '誓約書']);
  expect(await findFaults(page)).toEqual([]);
  await recent.getByRole('button', { name: '誓約書' }).click();
  await page.locator('[data-hits] > li').first().waitFor();
  expect(await recent.isVisible()).toBe(false);
  await page.getByRole('dialog').getByLabel('調べたい言葉').fill('');
  await page.getByRole('button', { name: '履歴を消す' }).click();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('search')))).toEqual([]);

  // On a shared device there are none, and none are kept.
  await page.evaluate(() => sessionStorage.setItem('kitei:/:shared-device', 'on'));
  await page.goto(new URL('/search/', page.url()).href);
  await ask(page, '監査');
  await page.getByLabel('調べたい言葉').fill('');
  await page.locator('search-page[data-state=idle]').waitFor();
  expect(await page.getByRole('button', { name: '履歴を消す' }).isVisible()).toBe(false);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('search')))).toEqual([]);
});

test('above the keyboard of a telephone stands the first result', async () => {
  const { page } = await harness.visit('/nerima/');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: '規程を調べる' });
  const hit = dialog.locator('[data-hits] > li > a').first();
  for (const [width, height] of [
    [375, 500],
    [320, 480],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const question of ['パスワード', 'ウイルスに感染した', '有給休暇の申請']) {
      await dialog.getByLabel('調べたい言葉').fill('');
      await page.locator('site-search[data-state=idle]').waitFor();
      await dialog.getByLabel('調べたい言葉').fill(question);
      await page.locator('site-search[data-state=count]').waitFor();
      // Suggestions come a moment later and push it down.
      await page.waitForTimeout(50);
      expect(await hit.evaluate(isWhollyInWindow), `${question} ${width}`).toBe(true);
    }
    expect(await overflowOf(page)).toBe(0);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  }
  await page.goto(new URL('/search/?q=%E5%A0%B1%E5%91%8A&handbook=nerima', page.url()).href);
  await readResults(page);
  await page.setViewportSize({ width: 375, height: 667 });
  expect(await page.locator('[data-hits] > li > a').first().evaluate(isWhollyInWindow)).toBe(true);
  await page.locator('[data-facets] summary').click();
  expect(await overflowOf(page)).toBe(0);
});

test('what is put between quotes or after a minus is said as it was understood', async () => {
  const { page } = await harness.visit(`/search/?q=${encodeURIComponent('"秘密保持契約" -再委託')}`);
  await readResults(page);
  const understood = page.locator('[data-understood]');
  expect(await understood.textContent()).toBe('「秘密保持契約」をこの並びのまま含むもの。「再委託」を含むものを除く。');
  await ask(page, '監査');
  expect(await understood.isVisible()).toBe(false);
});

test('the words of a result are left for the page that it leads to', async () => {
  const { page } = await harness.visit('/search/?q=%E6%9A%97%E5%8F%B7%E5%8C%96');
  await readResults(page);
  const left = await page.evaluate((key) => {
    // The click counts, the way does not.
    window.addEventListener('click', (event) => event.preventDefault());
    document.querySelector<HTMLElement>('[data-hits] > li > a')?.click();
    const { pathname, hash } = new URL(document.querySelector<HTMLAnchorElement>('[data-hits] a')?.href ?? '');
    return { text: sessionStorage.getItem(key), url: (pathname + hash).slice(1) };
  }, marksKey('/'));
  expect(JSON.parse(left.text ?? '')).toEqual({ url: left.url, words: ['暗号化'] });
});

test('letters that an input method composes are no question yet; composed, they are one', async () => {
  const { page, context } = await harness.visit('/search/');
  await page.locator('search-page[data-state=idle]').waitFor();
  await page.getByLabel('調べたい言葉').focus();
  await page.evaluate(() => {
    const states: (string | undefined)[] = [];
    const root = document.querySelector<HTMLElement>('search-page');
    new MutationObserver(() => states.push(root?.dataset['state'])).observe(document.body, {
      subtree: true,
      attributeFilter: ['data-state'],
    });
    Object.assign(window, { states });
  });
  const keyboard = await context.newCDPSession(page);
  for (const text of ['あ', 'あん', 'あんごう', '暗号']) {
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    // Longer than the pause after a letter.
    await page.waitForTimeout(250);
  }
  const seen = () => page.evaluate(() => ('states' in window ? window.states : undefined));
  expect(await seen()).toEqual([]);
  await keyboard.send('Input.insertText', { text: '暗号化' });
  await page.waitForURL((url) => url.searchParams.get('q') === '暗号化');
  await readResults(page);
  expect(await seen()).toEqual(['busy', 'count']);
});

test('without scripts the page says so and leads to the index; nothing dead stands there', async () => {
  const { page } = await harness.visit('/search/?q=%E9%8D%B5', { javaScriptEnabled: false });
  // Playwright reads no text in a noscript element.
  const told = page.locator('main noscript p');
  expect(await told.isVisible()).toBe(true);
  expect(await told.locator('a').first().getAttribute('href')).toBe('/index/');
  expect(await page.locator('main :is(button, input, summary, [data-blocked])').filter({ visible: true }).count()).toBe(
    0,
  );
});

test('opened as a file, the pages with a search say what to do; served, they never do', async () => {
  const { page } = await harness.visit('/', { allowed: [/file:|ERR_FILE_NOT_FOUND|ERR_FAILED/] });
  const blocked = page.locator('[data-blocked]');
  expect(await blocked.count()).toBe(0);
  for (const file of ['search/index.html', 'index.html']) {
    await page.goto(pathToFileURL(join(siteFolder, file)).href);
    await blocked.filter({ visible: true }).waitFor();
  }
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
  const { page, context } = await harness.visit('/search/?q=zzqqxx');
  expect(await readResults(page)).toEqual([]);
  await page.getByText('「zzqqxx」に当たる箇所は見つかりませんでした。').waitFor();
  await page.getByText('「zzqqxx」は、規程にありません。').waitFor();
  // What shares not one pair of letters with it is no word to try.
  expect(await page.locator('[data-nothing] button').count()).toBe(0);
  await page.getByRole('link', { name: '規程の一覧' }).waitFor();
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);

  // Whoever keeps the texts can be told of it.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setFixedTime('2027-04-01T00:00:00Z');
  await page.getByRole('button', { name: '規程の担当に知らせる' }).click();
  await page.getByText('コピーしました。').waitFor();
  expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n')).toEqual([
    '規程の検索で見つからなかった質問',
    '質問: zzqqxx',
    '規程にない語: zzqqxx',
    '絞り込み: なし',
    '日付: 2027-04-01',
    `頁: ${page.url()}`,
  ]);
  expect(await page.getByLabel('担当に知らせる文').isVisible()).toBe(false);
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

test('only roles that do or approve something are offered, the rest of many when asked', async () => {
  const { page } = await harness.visit('/search/?q=%E6%83%85%E5%A0%B1');
  await readResults(page);
  const offered = page.getByRole('group', { name: '立場' }).getByRole('button');
  const few = await offered.count();
  await offered.filter({ hasText: /^ほか \d+$/ }).click();
  const roles = await offered.evaluateAll((all) =>
    all.map((one) => (one instanceof HTMLElement && one.dataset['value']) || ''),
  );
  expect(roles.length).toBeGreaterThan(few);
  expect(await offered.first().evaluate(isFocused)).toBe(true);
  const listed: { provisions: { handbook: string; actors: { id: string }[]; approvers: { id: string }[] }[] } =
    JSON.parse(await readFile(join(siteFolder, 'provisions.json'), 'utf8'));
  const acting = new Set(
    listed.provisions.flatMap(({ handbook, actors, approvers }) =>
      [...actors, ...approvers].map(({ id }) => `${handbook}:${id}`),
    ),
  );
  expect(roles.filter((role) => !acting.has(role))).toEqual([]);
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

test('it answers at a plain-http origin, where there is no clipboard', async () => {
  const { page } = await harness.visit('/search/?q=%E6%9A%97%E5%8F%B7%E5%8C%96', { intranet: true });
  expect((await readResults(page)).length).toBeGreaterThan(3);
  await ask(page, 'zzqqxx');
  await page.getByRole('button', { name: '規程の担当に知らせる' }).click();
  await page.getByText('下の文を選んであります。').waitFor();
  const text = page.getByLabel('担当に知らせる文');
  expect(await text.inputValue()).toContain('質問: zzqqxx');
  expect(await text.evaluate(isFocused)).toBe(true);
  expect(await findFaults(page)).toEqual([]);
});

/** Writes a question and submits it. */
async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('調べたい言葉').fill(question);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === question);
  await readResults(page);
}

/** Follows a result after further rows, and holds that going back leads to the same rows at the same height. */
async function comeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: '続きを見る' }).click();
  const rows = page.locator('[data-hits] > li');
  await expect.poll(() => rows.count()).toBeGreaterThan(8);
  const count = await rows.count();
  await rows.nth(9).getByRole('link').first().scrollIntoViewIfNeeded();
  const y = await page.evaluate(() => scrollY);
  expect(y).toBeGreaterThan(100);
  await rows.nth(9).getByRole('link').first().click();
  await page.waitForURL((url) => url.pathname !== '/search/');
  await page.goBack();
  await expect.poll(() => rows.count()).toBe(count);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(y);
}

/** A value of a facet. */
function chip(page: Page, facet: string, name: string): Locator {
  return page.getByRole('group', { name: facet }).getByRole('button', { name: new RegExp(`^${name} `) });
}

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

function isInWindow(element: Element): boolean {
  const { top } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}

function isWhollyInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
