import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inspectLibrary } from '../../src/compiler/inspection.ts';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { attributeOf, isElement, toPiecesOf } from '../../src/compiler/pieces.ts';
import { tailorTree } from '../../src/compiler/tailor-tree.ts';
import type { Library } from '../../src/core/regulation/library.ts';
import { ListFileSchema } from '../../src/core/tailoring/company-list.ts';
import { type FilledList, findRowFaults } from '../../src/core/tailoring/list-rows.ts';
import { readListTable } from '../../src/core/tailoring/list-table.ts';
import { fillText } from '../../src/core/tailoring/wording.ts';
import { writeListFile } from '../../src/core/tailoring/write-list.ts';
import { shareLibrary } from '../support/share-library.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** Rows that say of each cell whose it is. */
function rowsFor(list: FilledList, count: number): Record<string, string>[] {
  return Array.from({ length: count }, (_, n) =>
    Object.fromEntries(
      list.columns.map(({ id, kind, options = [] }) => {
        if (kind === 'date') return [id, '2035-04-01'];
        return [id, kind === 'one' ? (options[n % options.length] ?? '') : `自社の${id}${n + 1}`];
      }),
    ),
  );
}

/** The site's content with that many rows in every list. */
async function withRows<T>(library: Library, count: number, run: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'kitei-lists-'));
  try {
    await cp(contentRoot(), root, { recursive: true });
    await rm(join(root, 'lists'), { recursive: true, force: true });
    await mkdir(join(root, 'lists'));
    for (const { id, list } of library.lists)
      await writeFile(join(root, 'lists', `${id}.yaml`), writeListFile(id, list, rowsFor(list, count)));
    return await run(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

let library: Library;
beforeAll(async () => {
  library = await shareLibrary(contentRoot());
});

describe('the lists of the site', () => {
  test.each([0, 40])('stand in the pages with %i rows each, and take no citation away', async (count) => {
    await withRows(library, count, async (root) => {
      const own = await readLibrary(root, '/');
      expect([...own.provisions.keys()]).toEqual([...library.provisions.keys()]);
      expect([...own.citedBy.keys()]).toEqual([...library.citedBy.keys()]);
      expect(own.lists.map(({ list }) => list.rows?.length)).toEqual(library.lists.map(() => count));
      for (const { id, list, places } of own.lists) {
        const texts = places.map(({ citation }) => own.provisions.get(citation)?.text ?? '').join('\n');
        for (const row of list.rows ?? []) expect(texts, id).toContain(row[list.columns.at(1)?.id ?? ''] ?? '');
        if (count === 0 && !list.adds) expect(texts, id).toMatch(/該当するものはない。|なし/);
      }
      comparePages(own);
      const shown = own.decisions.flatMap(({ lists }) => lists);
      if (own.ours.includes('company')) expect(shown.length).toBeGreaterThan(10);
      for (const { title, rows, duties, question } of shown) {
        if (question === undefined) expect(duties, title).not.toEqual([]);
        if (count === 40) expect(rows.length, title).toBeGreaterThan(5);
      }
      comparePapers(own, count);
      // What the sample says of products went with its rows.
      const before = (await inspectLibrary(contentRoot(), library)).findings.filter(({ kind }) => kind === 'product');
      const after = (await inspectLibrary(root, own)).findings.filter(({ kind }) => kind === 'product');
      const inLists = new Set(own.lists.flatMap(({ places }) => places.map(({ url }) => url)));
      expect(after).toEqual(before.filter(({ places }) => !places.some(({ url }) => inLists.has(url))));
    });
  });
});

/** Heads of the sample's own tables, as the source prints them; of some of them two lists take what follows. */
const printed: [list: string, heads: string[]][] = [
  ['backups', ['機器名', '対象', '方法', '保管先']],
  ['accessControl', ['情報システム・サービス', 'アクセス制御方法']],
  ['authentication', ['情報システム', '利用者認証方法']],
  ['software', ['種別', '名称', '開発・販売元', 'バージョン']],
  ['updates', ['種別', '名称', '開発・販売元', 'アップデート方法']],
  ['antivirusUpdates', ['種別', '名称', '開発・販売元', 'アップデート方法']],
  ['servers', ['対象システム', 'セキュリティ要件', '利用技術・製品']],
  ['serverSoftware', ['種別', '名称', '開発・販売元', 'バージョン']],
  ['networkEquipment', ['種別', '名称', '開発・販売元', 'OS バージョン等']],
  ['networkRequirements', ['対象システム', 'セキュリティ要件', '利用技術・製品']],
  ['recoveryOfficers', ['被害対象', '復旧責任者', '関係者連絡先']],
];

test.each(printed)('the table of the source is brought into the list %s whole', (id, heads) => {
  const list = library.lists.find((one) => one.id === id)?.list;
  // A site may be built without the company's own regulation.
  if (!list) return;
  const columns = list.columns.map((column) => ({ ...column, label: fillText(column.label, library.wording) }));
  expect(columns.filter(({ added }) => !added).map(({ label }) => label)).toEqual(heads);
  const { rows, unknown } = readListTable({ ...list, columns }, [heads, heads.map((_, at) => `欄${at}`)]);
  expect(unknown).toEqual([]);
  expect(Object.values(rows[0] ?? {})).toEqual(heads.map((_, at) => `欄${at}`));
});

test('the example of the guide is a list that the build takes', () => {
  const [, name = '', text = ''] =
    /^# lists\/(\w+)\.yaml\n([\s\S]*?)^```/m.exec(readFileSync('content/README.md', 'utf8')) ?? [];
  const { id, rows } = ListFileSchema.parse(parse(text));
  const list = library.wording.lists?.[name];
  expect(id).toBe(name);
  expect(list && findRowFaults(list, rows)).toEqual([]);
  const columns = list?.columns.map((column) => column.id);
  for (const row of rows) expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
});

test('rows of a document that is switched off are shown nowhere', async () => {
  await withRows(library, 2, async (root) => {
    const others = library.handbooks.map(({ id }) => id).filter((id) => !library.ours.includes(id));
    if (others.length === 0) return;
    const file = join(root, 'organization.yaml');
    const text = readFileSync(file, 'utf8').replace(/^handbooks:.*\n/m, '');
    await writeFile(file, `handbooks: [${others.join(', ')}]\n${text}`);
    const less = await readLibrary(root, '/');
    expect(less.lists).toEqual([]);
    expect(less.decisions.flatMap(({ lists }) => lists)).toEqual([]);
  });
});

/** Papers and documents that have the rows of a list begin with those of the company, and with none of the sample's. */
function comparePapers({ forms, documents, lists }: Library, count: number): void {
  const own = new Map(lists.map(({ id, list }) => [id, list.rows ?? []]));
  const begun = JSON.stringify(forms.map(({ begins }) => begins));
  const typed = documents.flatMap(({ fields }) => fields.map(({ initial }) => initial)).join('\n');
  for (const row of own.get('emergencyContacts') ?? []) expect(begun).toContain(row['person']);
  for (const row of own.get('events') ?? []) expect(begun).toContain(row['reason']);
  for (const row of own.get('recoveryOfficers') ?? []) expect(begun).toContain(row['contact']);
  for (const row of own.get('myNumberPurposes') ?? []) expect(typed).toContain(row['affair']);
  expect(begun).not.toContain('営業部取引先リスト');
  if (count === 0) expect(typed).not.toMatch(/支払調書|源泉徴収票/);
}

/** What stands in the pages is what search and provisions.json say. */
function comparePages({ ours, handbooks, wording }: Library): void {
  for (const page of handbooks.filter(({ id }) => ours.includes(id)).flatMap(({ pages }) => pages)) {
    if (!page.passages.some(({ text }) => text.some((piece) => typeof piece === 'object' && 'list' in piece))) continue;
    const tree = parser.parse(readFileSync(page.file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
    tailorTree(tree, wording);
    const texts = new Map(page.provisions.map(({ anchor, text }) => [anchor, text]));
    const walk = (node: Nodes) => {
      if (isElement(node) && node.name === 'Provision') {
        const anchor = attributeOf(node, 'anchor');
        const shown = toPiecesOf(node)
          .join('')
          .replace(/\n{2,}/g, '\n')
          .trim();
        if (texts.has(anchor) && !shown.includes('未設定'))
          expect(withoutLead(shown), anchor).toBe(withoutLead(texts.get(anchor) ?? ''));
      } else if ('children' in node) for (const child of node.children) walk(child);
    };
    walk(tree);
  }
}

/** The sentence above the options of an open choice stands in the component that shows them. */
const withoutLead = (text: string) => text.replace(/次のどれによるかは、会社が決める（未設定）。\n/g, '');
