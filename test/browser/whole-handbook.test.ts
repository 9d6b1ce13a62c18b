import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useHarness } from './support/harness.ts';
import { fileOf, readPage } from './support/page-facts.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { siteFolder } from './support/site-folder.ts';

onShippedSite();

interface Provisions {
  handbooks: { id: string; title: string; version: string }[];
  provisions: { handbook: string; anchor: string; text: string }[];
}

const harness = useHarness();
const { handbooks, provisions }: Provisions = JSON.parse(await readFile(join(siteFolder, 'provisions.json'), 'utf8'));

describe.each(handbooks)('the whole of $id', ({ id, title, version }) => {
  const path = `/print/${id}/`;
  const anchors = provisions.filter(({ handbook }) => handbook === id).map(({ anchor }) => anchor);

  test('holds every provision of the handbook once, in order, in full', async () => {
    const { page } = await harness.visit(path, { javaScriptEnabled: false });
    const shown = await page.locator('.k-prov').evaluateAll((all) => all.map(({ id: anchor }) => anchor));
    expect(shown).toEqual(anchors);
    const text = squeeze((await page.locator('main').textContent()) ?? '');
    for (const part of [title, version, '正文ではありません', '目次']) expect(text).toContain(squeeze(part));
    const last = provisions.findLast(({ handbook }) => handbook === id)?.text.split('\n')[0] ?? '';
    expect(text).toContain(squeeze(last));
  });

  test('links inside the page, to places that are there, and to none of its own chapters elsewhere', async () => {
    const reader = await harness.browser.newPage();
    const { ids, links, doubles } = await readPage(reader, path);
    await reader.close();
    const inside = links.filter((link) => link.startsWith('#')).map((link) => decodeURIComponent(link.slice(1)));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.filter((anchor) => !ids.includes(anchor))).toEqual([]);
    expect(doubles).toEqual([]);
    expect(links.filter((link) => link.startsWith(`/${id}/`) && link.includes('#'))).toEqual([]);
  });

  test('is left to the handbook in searches, and is linked from its pages', async () => {
    const html = await readFile(join(siteFolder, fileOf(path)), 'utf8');
    expect(/<meta name="robots" content="noindex"/.test(html)).toBe(true);
    const first = id === 'company' ? '/company/06/' : `/${id}/`;
    const { page } = await harness.visit(first, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'この規程をまるごと印刷する' }).click();
    expect(new URL(page.url()).pathname).toBe(path);
  });
});

test('on paper: a cover, the contents, chapters from new sheets, terms at the end, and feet that name the chapter', async () => {
  const { page } = await harness.visit('/print/company/');
  const pdf = await printPage(page);
  const sheets = pdf.pages.map((texts) => squeeze(texts.map(({ text }) => text).join('')));
  expect(sheets[0]).toContain('情報セキュリティ関連規程(サンプル)');
  expect(sheets[0]).not.toMatch(/目次|\/1\d\d/);
  expect(sheets[1]).toContain('目次');
  expect(sheets.filter((sheet) => sheet.includes('6IT機器利用(要旨。')).length).toBeGreaterThan(10);
  expect(sheets.at(-1)).toContain('利用停止等');
  expect(sheets.at(-1)).toContain(`${sheets.length}/${sheets.length}`);
  expect(sheets.join('')).not.toMatch(/へのリンク|ここを引用している箇所|印刷のための頁です/);
  await pdf.close();
});
