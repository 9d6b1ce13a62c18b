import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readLibrary } from '../../src/compiler/library.ts';
import { launchBrowser } from '../browser/support/launch.ts';
import { printPage, squeeze } from '../browser/support/read-pdf.ts';
import { serveSite } from '../browser/support/serve.ts';
import { type BuiltCopy, buildCopy } from './support/build-copy.ts';

/*
 * The shipped content with what imports leave behind: invented official words beside every unit of four handbooks, more
 * of them than the sources have, and the fifth said to be in its own words, amended and imported.
 */

const own = 'nerima';
const copy = '見本商事の写し（2026年版）';
const words = (label: string) => `${label}の公式の文。${'写しにあるとおりの言葉を、一字も変えずに示す。'.repeat(3)}`;

let built: BuiltCopy;
beforeAll(async () => {
  const { handbooks } = await readLibrary('content', '/');
  built = await buildCopy(async (content) => {
    for (const folder of ['originals', 'amendments', 'imports']) await mkdir(join(content, folder));
    for (const { id, source } of handbooks) {
      if (id === own) continue;
      const units = source.units.filter(({ heading }) => !heading);
      const original = {
        format: 'kitei-original/1',
        copy,
        file: `${id}.docx`,
        sha256: 'a'.repeat(64),
        units: Object.fromEntries(units.map(({ id, label }) => [id, words(label)])),
      };
      await writeFile(join(content, `originals/${id}.yaml`), stringify(original));
    }
    const source = join(content, `sources/${own}.yaml`);
    await writeFile(source, (await readFile(source, 'utf8')).replace('status:', 'wording: original\nstatus:'));
    const side = (text: string) => ({ label: '第16条第2号', text });
    await writeFile(
      join(content, `amendments/${own}.yaml`),
      stringify([
        {
          from: '2025年版',
          to: '2026年版',
          on: '2026-11-01',
          changes: [
            { anchor: 'a16-i2', kind: 'reworded', old: side('許可を得る。'), new: side('承認を得る。') },
            { anchor: 'a99', kind: 'removed', old: side('協議する。') },
          ],
        },
      ]),
    );
    await writeFile(
      join(content, `imports/${own}.yaml`),
      stringify({
        format: 'kitei-import/1',
        file: '特記事項.docx',
        sha256: 'b'.repeat(64),
        version: '2026年版',
        retired: ['a99'],
        places: [
          { anchor: 'a16-i2', label: '第16条第2号', text: '', inferred: { modality: 'must' }, guessed: ['modality'] },
        ],
        notes: [{ kind: 'tear', place: '3ページ', message: '行が途中で切れています。' }],
      }),
    );
  });
}, 900_000);
afterAll(() => built.remove());

const htmlOf = (path: string) => readFile(join(built.site, path, 'index.html'), 'utf8');

test('a handbook in its own words says so, and is called a summary nowhere', async () => {
  for (const path of [own, `print/${own}`, `roles/${own}`, `schedule/${own}`, `amendments/${own}`, `imports/${own}`]) {
    const html = (await htmlOf(path)).replace(/<nav\b[\s\S]*?<\/nav>/g, '');
    expect(html, path).not.toContain('要旨');
  }
  expect(await htmlOf(own)).toContain('の本文です。');
  expect(await htmlOf('records')).toMatch(/の要旨です。正文ではありません。/);
});

test('official words stand at their provisions, or one step away where the page would grow too heavy', async () => {
  expect(await htmlOf('kojinjoho')).toContain(words('2.本文'));
  const heavy = await htmlOf('company/11');
  expect(heavy).not.toContain('公式の文');
  const [, address = '', anchor = ''] = /<a href="\/([^"#]*)#([^"]*)">原文の頁で読む/.exec(heavy) ?? [];
  const apart = await htmlOf(address);
  expect(apart.slice(apart.indexOf(`id="${anchor}"`))).toContain('公式の文');
  expect(await htmlOf('print/kojinjoho')).toContain(words('2.本文'));
  const { provisions } = await readLibrary('content', '/');
  for (const { id, url } of provisions.values()) {
    if (!id.startsWith('company:')) continue;
    const page = await htmlOf(`originals/${url.split('/#')[0]}`);
    expect(page, id).toContain(`id="${url.split('#')[1]}"`);
  }
}, 120_000);

test('official words begin on the first sheet of paper, and fill each but the last', async () => {
  const [browser, server] = await Promise.all([launchBrowser(), serveSite(built.site)]);
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/originals/kojinjoho/`);
    const pdf = await printPage(page);
    const sheets = pdf.pages.map((texts) => squeeze(texts.map(({ text }) => text).join('')));
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets.slice(0, -1))
      expect(sheet.match(/の公式の文。/g)?.length ?? 0, sheet).toBeGreaterThan(3);
    await pdf.close();
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});

test('no handbook page is heavier than the budget allows its HTML', async () => {
  const pages = (await readdir(join(built.site, 'company'), { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of pages) {
    // 40 KB without styles and scripts, which the pages share.
    expect(brotliCompressSync(await htmlOf(`company/${name}`)).length, name).toBeLessThanOrEqual(24_000);
  }
});

test('amendments and the review are found from the pages that they are of', async () => {
  const page = await htmlOf(own);
  expect(page).toContain(`href="/amendments/${own}/#e1-a16-i2"`);
  expect(page).toContain(`href="/imports/${own}/"`);
  const table = await htmlOf(`amendments/${own}`);
  expect(table).toMatch(/<ins>承認<\/ins>を得る。/);
  expect(table).toMatch(/<del>許可<\/del>を得る。/);
  expect(table).toContain('id="e1-a99"');
  const review = await htmlOf(`imports/${own}`);
  expect(review).toContain('行が途中で切れています。');
  expect(review).toMatch(/<b>推定<\/b>\s*1か所、\s*1件/);
  expect(await htmlOf('regulation-check')).toContain(`href="/imports/${own}/"`);
  expect(await htmlOf('kojinjoho')).toContain('href="/amendments/"');
});

test('the search finds official words', async () => {
  const names = await readdir(join(built.site, 'search-index'));
  const texts = await Promise.all(
    names
      .filter((name) => name.startsWith('text-'))
      .map((name) => readFile(join(built.site, 'search-index', name), 'utf8')),
  );
  expect(texts.join('')).toContain(words('2.本文'));
});
