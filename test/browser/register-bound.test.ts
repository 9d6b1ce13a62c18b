import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/core/register/entry.ts';
import { beginEntry } from '../../src/core/register/merge.ts';
import { writeRegister } from '../../src/core/register/read-register.ts';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { useHarness, type Visitor } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const form = 'nerima-removal-register';
const path = `/registers/${form}/`;
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const titles = (page: Page): Promise<string[]> => page.locator('[data-rows] .k-entry__n b').allTextContents();
const said = (page: Page): Locator => page.locator('[data-bound-said]:not([hidden])');
const problem = (page: Page): Locator => page.locator('[data-bound-problem]:not([hidden])');

const entryOf = (id: string, content: string): Entry =>
  beginEntry(
    id,
    'entries',
    { cells: { content, 'taken-at': '2026-11-02 09:00', 'taken-by': '見本次郎' } },
    { id: `${id}-1`, at: '2026-11-02T00:00:00.000Z', by: '見本次郎' },
  );
const textOf = (...entries: Entry[]) => writeRegister({ form, entries });

/**
 * A visitor whose file dialogs give a file of the browser's own: a real handle, whose writing is put in place whole. Nobody can
 * press a button of the dialogs of the system here.
 */
async function visit(): Promise<Visitor> {
  const visitor = await harness.visit('/registers/');
  await visitor.context.addInitScript(() => {
    const own = async () => (await navigator.storage.getDirectory()).getFileHandle('register.json', { create: true });
    Object.assign(window, { showSaveFilePicker: own, showOpenFilePicker: async () => [await own()] });
    const { queryPermission } = FileSystemFileHandle.prototype as unknown as { queryPermission: () => Promise<string> };
    Object.assign(FileSystemFileHandle.prototype, {
      queryPermission() {
        return sessionStorage.getItem('asks') ? Promise.resolve('prompt') : queryPermission.call(this);
      },
      requestPermission() {
        sessionStorage.removeItem('asks');
        return Promise.resolve('granted');
      },
    });
  });
  await visitor.page.goto(visitor.origin + path);
  return visitor;
}

const readFile = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('register.json', { create: true })).getFile()).text();
  });

/** As another person writes it. */
const writeFile = (page: Page, text: string | undefined): Promise<void> =>
  page.evaluate(async (content) => {
    const folder = await navigator.storage.getDirectory();
    if (content === undefined) {
      await folder.removeEntry('register.json');
      return;
    }
    const writable = await (await folder.getFileHandle('register.json', { create: true })).createWritable();
    await writable.write(content);
    await writable.close();
  }, text);

async function addByTable(page: Page, name: string): Promise<void> {
  const content = `格納情報,持ち出し日時,持ち出した者\r\n${name},2026/11/3 9:00,見本花子\r\n`;
  const field = page.getByLabel('控え、Excel・CSV の表、署名した PDF');
  // It shows itself once it listens.
  await field.waitFor();
  await field.setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from(content) });
  await button(page, '取り込む').click();
  await expect.poll(() => titles(page)).toEqual(expect.arrayContaining([expect.stringContaining(name)]));
}

const contents = async (page: Page) => (await titles(page)).map((title) => title.trim()).sort();

test('a register and a file that others write are kept the same', async () => {
  const { page } = await visit();
  await addByTable(page, 'USB-1');
  await button(page, '共有フォルダーに新しく作る').click();
  await said(page)
    .getByText(/に同じになりました/)
    .waitFor();
  expect(await readFile(page)).toContain('USB-1');
  expect(await overflowOf(page)).toBe(0);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);

  // Somebody else has read the file, adds to it and writes it.
  const lines = (await readFile(page)).split('\n');
  const theirs = lines.with(1, `${lines[1]},\n${JSON.stringify(entryOf('b', 'USB-2'))}`).join('\n');
  await writeFile(page, theirs);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await said(page).getByText('ファイルから 1 件を受け取りました。').waitFor();
  await expect.poll(() => contents(page)).toHaveLength(2);

  await addByTable(page, 'USB-3');
  await expect.poll(() => readFile(page)).toMatch(/USB-1[\s\S]*USB-2[\s\S]*USB-3/);

  await button(page, '結び付けをやめる').click();
  await button(page, '共有フォルダーに新しく作る').waitFor();
  expect(await readFile(page)).toContain('USB-3');
});

// The headless shell dies of reading a handle from IndexedDB; every full Chromium does it (CHROME_PATH=/usr/bin/chromium).
test.runIf(process.env['CHROME_PATH'])('what was bound stays so, and the browser may ask again', async () => {
  const { page, origin } = await visit();
  await addByTable(page, 'USB-1');
  await button(page, '共有フォルダーに新しく作る').click();
  await said(page)
    .getByText(/に同じになりました/)
    .waitFor();
  await page.goto(origin + path);
  await said(page)
    .getByText(/に同じになりました/)
    .waitFor();
  await page.evaluate(() => sessionStorage.setItem('asks', '1'));
  await page.goto(origin + path);
  await problem(page).getByText('「許可する」を押すと、続きができます。').waitFor();
  await writeFile(page, textOf(entryOf('c', 'USB-4')));
  await button(page, '許可する').click();
  await expect.poll(() => contents(page)).toHaveLength(2);
  await expect.poll(() => readFile(page)).toMatch(/USB-1/);
});

test('a file that is damaged, newer, another one, emptied or gone is told and not written over', async () => {
  const { page } = await visit();
  await addByTable(page, 'USB-1');
  await button(page, 'ほかの人が作ったファイルを選ぶ').click();
  await said(page)
    .getByText(/に同じになりました/)
    .waitFor();
  const good = await readFile(page);
  const faults: [string | undefined, RegExp][] = [
    [good.slice(0, 60), /壊れていて読めない/],
    [good.replace('"after"', '"before"'), /書き方と違う記録/],
    ['{"format":"kitei-register/2"}', /新しい版/],
    [writeRegister({ form: 'log-check-register', entries: [] }), /ほかの管理簿/],
    ['', /中身がなくなっている/],
  ];
  for (const [text, words] of faults) {
    await writeFile(page, text);
    await button(page, 'いま合わせる').click();
    await expect.poll(() => problem(page).textContent(), { message: String(words), timeout: 8000 }).toMatch(words);
    expect(await readFile(page)).toBe(text);
  }
  await writeFile(page, undefined);
  await button(page, 'いま合わせる').click();
  await expect.poll(() => problem(page).textContent()).toMatch(/見つかりません/);
  // What is written meanwhile stays on the device, and goes out once the file is back.
  await addByTable(page, 'USB-2');
  await writeFile(page, good);
  await button(page, 'いま合わせる').click();
  await said(page)
    .getByText(/に同じになりました/)
    .waitFor();
  expect(await readFile(page)).toMatch(/USB-1[\s\S]*USB-2/);
});

/** How many files the origin remembers; none of them is read. */
const countBound = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('kitei:/:register-files');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const asked = request.result.transaction('files').objectStore('files').count();
          asked.onsuccess = () => {
            request.result.close();
            resolve(asked.result);
          };
        };
      }),
  );

test('a register that is erased on a shared device is bound to nothing any more; its file stays', async () => {
  const { page } = await visit();
  await addByTable(page, 'USB-1');
  await button(page, '共有フォルダーに新しく作る').click();
  await said(page)
    .getByText(/に同じになりました/)
    .waitFor();
  expect(await countBound(page)).toBe(1);
  await page.getByLabel('共用の端末を使っている（この端末に何も残さない）').check();
  await button(page, '残っている管理簿を消す').click();
  await button(page, '全部消す').click();
  await page.getByText('管理簿を消しました。').waitFor();
  expect(await countBound(page)).toBe(0);
  expect(await readFile(page)).toContain('USB-1');
  const texts = await page.evaluate((id) => Object.keys(localStorage).filter((key) => key.endsWith(`:${id}`)), form);
  expect(texts).toEqual([]);
});

test('where the browser cannot, that is said', async () => {
  const { page } = await harness.visit('/registers/', { intranet: true });
  await page.goto(new URL(path, page.url()).href);
  await page.getByText('共有フォルダーのファイルに直接書けません').waitFor();
  await expect.poll(() => button(page, '共有フォルダーに新しく作る').isVisible()).toBe(false);
});
