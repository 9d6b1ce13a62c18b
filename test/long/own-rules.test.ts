import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser/support/launch.ts';
import { readResults } from '../browser/support/search-quality.ts';
import { serveSite } from '../browser/support/serve.ts';
import { type Desk, type Example, layOut, readExample } from '../support/readme-example.ts';

/*
 * The chapter 「自社の規程を載せる」 of README.md, followed to the end: what is built is the company's own site, and nobody else's.
 */

/** How a client is named anywhere in the sample, its address included. */
const clients = /練馬|東大阪|労働局|旅券|区（名称の記載なし）|nerima|higashiosaka|rodokyoku|kojinjoho/;
const company = '見本商事株式会社';

let example: Example;
let desk: Desk;
let site = '';
beforeAll(async () => {
  example = await readExample();
  desk = await layOut(example);
  site = join(desk.folder, 'dist');
  let built = 0;
  for (const [at, command] of example.commands.entries()) {
    // It would serve for ever; the build that it begins with comes later on its own.
    if (command.includes('npm start')) continue;
    if (command.includes('第2版')) await desk.amend();
    const isBuild = command.includes('npm run build');
    // The project's own dist/ stays as it is.
    await desk.type(isBuild ? `${command} -- --outDir ${site}` : command);
    if (at === 0) await desk.nameCompany();
    built += isBuild ? 1 : 0;
  }
  expect(built).toBe(1);
  // Once more after the next edition, as the guide's last step says.
  const build = example.commands.find((command) => command.includes('npm run build')) ?? '';
  await desk.type(`${build} -- --outDir ${site}`);
}, 900_000);
afterAll(() => desk?.remove());

const htmlOf = (path: string) => readFile(join(site, path, 'index.html'), 'utf8');
const wordsOf = (html: string) => html.replace(/<[^>]*>|\s/g, '');

describe('the site of the guide', () => {
  test('has every sentence of the regulation on its page and on paper', async () => {
    const { rules, amendment } = example;
    const sentences = rules
      .replaceAll(amendment.from, amendment.to)
      .split('\n')
      .map((line) => line.replace(/^(?:第\d条|\d+|\(\d+\))\s*/, '').replace(/\s/g, ''))
      .filter((line) => line !== '');
    for (const path of ['rules', 'print/rules']) {
      const words = wordsOf(await htmlOf(path));
      for (const sentence of sentences) expect(words, path).toContain(sentence);
    }
  });

  test('has the list, the review and the comparison of the two editions', async () => {
    const list = wordsOf(await htmlOf('checklists/tenken'));
    for (const [, , question = ''] of example.rows.slice(1)) expect(list).toContain(question);
    expect(await htmlOf('imports/rules')).toContain('見比べてほしいのは、推定のある');
    const { from, to } = example.amendment;
    const changes = wordsOf(await htmlOf('amendments/rules'));
    expect(changes).toContain(`${from}の承認`);
    expect(changes).toContain(`${to}の承認`);
  });

  test('lists its records without a choice among phases, where all are of one', async () => {
    const records = await htmlOf('records');
    expect(records).toContain('持出管理簿');
    expect(records).not.toContain('いつのもの');
    expect(records).not.toContain('record-filter');
  });

  test('folds the review by article: a link opens its fold, and without scripts paper shows them all', async () => {
    const [browser, server] = await Promise.all([launchBrowser(), serveSite(site)]);
    try {
      const context = await browser.newContext({ locale: 'ja-JP', javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${server.origin}/imports/rules/#place-a2-1`);
      expect(await page.locator('#place-a2-1').isVisible()).toBe(true);
      expect(await page.locator('#place-a3-1').isVisible()).toBe(false);
      await page.getByLabel('推定のある所だけを見せる').check();
      const kept = page.locator('details[data-fold]:visible');
      expect(await kept.count()).toBeLessThan(await page.locator('details[data-fold]').count());
      for (const summary of await kept.locator('summary').allInnerTexts()) expect(summary).toMatch(/推定 [1-9]/);
      await page.goto(`${server.origin}/imports/rules/`);
      await page.emulateMedia({ media: 'print' });
      // What is left out of the layout has no height.
      expect((await page.locator('#place-a3-1').boundingBox())?.height).toBeGreaterThan(0);
    } finally {
      await Promise.all([browser.close(), server.close()]);
    }
  });

  test('bears the company’s name at the head of each page, and no client’s in any file', async () => {
    const files = await readdir(site, { recursive: true });
    const texts = files.filter((file) => /\.(?:html|json|js|css|svg|xml|txt|webmanifest)$/.test(file));
    const named: string[] = [];
    for (const file of texts) {
      const text = await readFile(join(site, file), 'utf8');
      if (clients.test(text)) named.push(file);
      if (file.endsWith('.html') && file.includes('index')) expect(text, file).toContain(`${company} 規程集`);
    }
    expect(named).toEqual([]);
    expect(texts.length).toBeGreaterThan(20);
  });

  test('finds a clause of the regulation', async () => {
    const [browser, server] = await Promise.all([launchBrowser(), serveSite(site)]);
    try {
      const page = await browser.newPage({ locale: 'ja-JP' });
      await page.goto(`${server.origin}/search/?q=${encodeURIComponent('社外に持ち出すとき')}`);
      const [first] = await readResults(page);
      expect(first).toContain('#a2-1');
    } finally {
      await Promise.all([browser.close(), server.close()]);
    }
  });
});
