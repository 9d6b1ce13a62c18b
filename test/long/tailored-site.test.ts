import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { writeOrganization } from '../../src/core/tailoring/write-organization.ts';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import { makeRecord } from '../../src/record/make-record.ts';
import { emptyAnswers } from '../../src/record/v1/checklist/answer-set.ts';
import type { ChecklistDefinition } from '../../src/record/v1/checklist/definition.ts';
import { fillChecklist } from '../../src/record/v1/checklist/fill.ts';
import type { Worded } from '../../src/record/v1/company/words.ts';
import { makeContext } from '../fixtures/pdf/make-context.ts';
import { loadNodeFont } from '../support/node-font.ts';
import { extractPages } from '../support/read-pdf.ts';
import { sha256 } from '../support/record.ts';
import { type BuiltCopy, buildCopy } from './support/build-copy.ts';

/** A company that has named itself, its site and a role, decided a choice, and forbids private devices. */
const decisions = {
  "name: ''": 'name: 株式会社見本',
  '  securityOfficer: 情報セキュリティ責任者': '  securityOfficer: 最高責任役',
  '  paperDisposal: unset': '  paperDisposal: dissolving',
  '  byod: unset': '  byod: forbidden',
};

/** Lines of `site`, which the shipped file leaves empty. */
const site = {
  title: '見本社 規程と手続き',
  short: '見本社 規程',
  mark: '見',
  logo: 'images/logo.svg',
  accent: '#1d5c3a',
  addressee: '総務部 情報セキュリティ担当',
  footer: '社外秘。株式会社見本 総務部',
};
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><rect width="60" height="60" fill="#1d5c3a"/></svg>';

/** Rows of the company's own lists: forty, one, and none. */
const lists = {
  backups: [
    'id: backups',
    'rows:',
    ...Array.from({ length: 39 }, (_, i) => `  - { machine: 機器${i + 1}, target: データ${i + 1} }`),
    '  - { machine: Windows 10 の端末, target: 文書 }',
  ],
  myNumberPurposes: ['id: myNumberPurposes', 'rows: [{ whose: 株主, affair: 見本の事務 }]'],
  authentication: ['id: authentication', 'rows: []'],
};

let built: BuiltCopy;
beforeAll(async () => {
  built = await buildCopy(async (content) => {
    const file = join(content, 'organization.yaml');
    let text = await readFile(file, 'utf8');
    for (const [before, after] of Object.entries(decisions)) {
      expect(text).toContain(`${before}\n`);
      text = text.replace(before, after);
    }
    const own = new Map(Object.entries(site).map(([key, value]) => [`site.${key}`, value]));
    await writeFile(file, writeOrganization(text, own));
    await mkdir(join(content, 'images'));
    await writeFile(join(content, 'images/logo.svg'), logo);
    await mkdir(join(content, 'lists'));
    for (const [id, lines] of Object.entries(lists))
      await writeFile(join(content, 'lists', `${id}.yaml`), `${lines.join('\n')}\n`);
    await cp('test/fixtures/decisions', join(content, 'decisions'), { recursive: true });
  });
}, 900_000);
afterAll(() => built.remove());

/** The words of a built page, without what only scripts read. */
async function textOf(path: string): Promise<string> {
  const html = await readFile(join(built.site, path, 'index.html'), 'utf8');
  return html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
}

test('the new name of a role stands on every page that names it, the old one on none', async () => {
  for (const chapter of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11']) {
    // Where a provision comes from is told in the words of the source, which has its own names.
    const text = (await textOf(`company/${chapter}`)).replace(/（[^（）]*から[^（）]*まで）/g, '');
    expect(text, chapter).not.toMatch(/情報セキュリティ責任者/);
  }
  for (const path of ['company/01', 'company/03', 'company/07', 'company/09']) {
    expect(await textOf(path), path).toContain('最高責任役');
  }
});

test('a decided choice shows its wording only', async () => {
  expect(await textOf('company/03')).toMatch(/書類・フィルム\s*溶解/);
  expect(await textOf('company/03')).not.toContain('細断/溶解/焼却');
});

test('forbidden private devices leave the pages, the search and the open items', async () => {
  const html = await readFile(join(built.site, 'company/06/index.html'), 'utf8');
  expect([...html.matchAll(/ id="(06-5[^"]*)"/g)].map(([, id]) => id)).toEqual(['06-5-h', '06-5-p1']);
  expect(await textOf('company/06')).toContain('業務で利用することを禁止する');
  const listed = await readFile(join(built.site, 'provisions.json'), 'utf8');
  expect(listed).not.toContain('company:06-5.1');
  const { fillIns } = await readLibrary(contentRoot(), '/');
  const open = fillIns.filter(({ isOpen }) => isOpen).length;
  // The company's name, two choices, and the three choices that private devices would have brought.
  expect(await textOf('tailoring')).toContain(`${open - 6}件が未設定です`);
});

test('the company’s rows stand on the page, in print, in the decision and in what other programs read', async () => {
  for (const path of ['company/03', 'print/company']) {
    expect(await textOf(path), path).toMatch(/機器1\s*データ1\s*機器2/);
    expect(await textOf(path), path).toContain('機器39');
    expect(await textOf(path), path).not.toContain('専用外付け HDD（暗号化機能付き）');
    expect(await textOf(path), path).not.toContain('表は例である');
  }
  expect(await textOf('company/04')).toMatch(/利用者認証方法\s*該当するものはない。/);
  expect(await textOf('company/11')).toMatch(/見本の事務/);
  expect(await textOf('company/11')).not.toContain('不動産取引に関する支払調書');
  expect(await textOf('decisions/software-cloud')).toContain('バックアップ取得対象: 会社の一覧（40件）');
  expect(await textOf('decisions/my-number')).toContain('見本の事務');
  const { lists: listed, provisions } = JSON.parse(await readFile(join(built.site, 'provisions.json'), 'utf8'));
  expect(listed.map(({ id, rows }: { id: string; rows: unknown[] }) => [id, rows.length])).toEqual([
    ['backups', 40],
    ['authentication', 0],
    ['myNumberPurposes', 1],
  ]);
  const text = provisions.find(({ id }: { id: string }) => id === 'company:03-4.1-r1').text;
  expect(text.split('\n')).toHaveLength(41);
  const report = await readFile(join(built.site, 'regulation-check.json'), 'utf8');
  expect(report).toContain('一覧「バックアップ取得対象」の40行目（Windows 10 の端末、文書）');
});

describe('the name of the site', () => {
  test('stands on every page, in its title and beside the logo, and no other does', async () => {
    const pages = (await readdir(built.site, { recursive: true })).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(90);
    for (const page of pages) {
      const html = await readFile(join(built.site, page), 'utf8');
      expect(/<title>(.*?)<\/title>/.exec(html)?.[1], page).toMatch(/(^| \| )見本社 規程と手続き$/);
      expect(html, page).toMatch(
        /<a href="\/" class="site-title[^>]*>\s*<img class="k-logo" src="\/brand\/logo\.svg" alt=""/,
      );
      expect(html, page).toContain('data-short translate="no">見本社 規程<');
      expect(html, page).toContain('社外秘。株式会社見本 総務部');
    }
    expect(await textOf('company/01')).toContain('見本社 規程と手続き（株式会社見本）。');
    expect(await textOf('print/nerima')).toMatch(/見本社 規程と手続き\s*社外秘。/);
    expect(await textOf('')).toContain('見本社 規程と手続き');
  });

  test('leaves kitei’s own in no file', async () => {
    const files = (await readdir(built.site, { recursive: true })).filter((file) =>
      /\.(html|css|js|json|xml|svg|txt)$/.test(file),
    );
    for (const file of files) {
      const text = await readFile(join(built.site, file), 'utf8');
      expect(text, file).not.toContain('情報セキュリティ規程集');
      if (/\.(css|svg|xml)$/.test(file)) expect(text, file).not.toMatch(/['">]規(程集)?['"<]|#00428c"/);
    }
  });

  test('is that of the search, its sign that of the tab, its colour that of the links in both schemes', async () => {
    expect(await readFile(join(built.site, 'search/opensearch.xml'), 'utf8')).toContain(
      '<ShortName>見本社 規程</ShortName>',
    );
    expect(await readFile(join(built.site, 'favicon.svg'), 'utf8')).toMatch(/fill="#1d5c3a".*>見<\/text>/);
    expect(await readFile(join(built.site, 'brand/logo.svg'), 'utf8')).toBe(logo);
    const sheets = (await readdir(join(built.site, '_astro'))).filter((file) => file.endsWith('.css'));
    const css = (await Promise.all(sheets.map((file) => readFile(join(built.site, '_astro', file), 'utf8')))).join('');
    expect(css).toContain('--k-link:#1d5c3a');
    const [foot] = /--k-foot:[^}]*\}/.exec(await readFile(join(built.site, 'records/index.html'), 'utf8')) ?? [];
    expect(foot).toContain("'見本社 規程（要旨。正文ではありません）'");
  });

  test('stands at the head of a PDF, which is addressed to whom the company says', async () => {
    const html = await readFile(join(built.site, 'checklists/contractor-security/index.html'), 'utf8');
    expect(html).toContain('data-addressee="総務部 情報セキュリティ担当"');
    expect(html).toMatch(/<input[^>]*id="recipient"[^>]*value="総務部 情報セキュリティ担当"/);
    const asked: Worded<ChecklistDefinition> = JSON.parse(/data-asked>(.*?)<\/script>/s.exec(html)?.[1] ?? '');
    const { record } = makeRecord(asked, emptyAnswers(fillChecklist(asked)), sha256);
    const { font } = await loadNodeFont();
    const context = makeContext(font);
    await font.ensure(toTextToPrint(record.summary, context));
    const [first = ''] = await extractPages(renderSummaryPdf(record.summary, context));
    expect(first.replace(/\s/g, '')).toMatch(/^見本社規程と手続き委託先情報セキュリティ/);
  });
});

test('a decision more is YAML and no code: it has its page, its data, and its links, in the company’s words', async () => {
  expect(await textOf('decisions/fixture-visit')).toContain('従業員が付き添いますか');
  const { template }: { template: { rules: unknown[] } } = JSON.parse(
    await readFile(join(built.site, 'decisions/fixture-visit/definition.json'), 'utf8'),
  );
  expect(template.rules).toHaveLength(2);
  for (const path of ['', 'company/05']) expect(await textOf(path)).toContain('来訪者の受入れ（試験）');
  const site = await readFile(join(built.site, 'verify/site.json'), 'utf8');
  expect(site).toContain('"id":"fixture-visit"');
  expect(await textOf('decisions/contractor-evaluation')).toContain('最高責任役');
});
