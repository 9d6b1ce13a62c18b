import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { type BuiltCopy, buildCopy } from './support/build-copy.ts';

/** A company that has named itself and a role, decided a choice, and forbids private devices. */
const decisions = {
  "name: ''": 'name: 株式会社見本',
  '  securityOfficer: 情報セキュリティ責任者': '  securityOfficer: 最高責任役',
  '  paperDisposal: unset': '  paperDisposal: dissolving',
  '  byod: unset': '  byod: forbidden',
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
    await writeFile(file, text);
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
    expect(await textOf(`company/${chapter}`), chapter).not.toMatch(/情報セキュリティ責任者/);
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

test('the company stands at the foot of its pages', async () => {
  expect(await textOf('company/01')).toContain('株式会社見本の情報セキュリティ規程集');
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
