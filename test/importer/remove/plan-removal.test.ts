import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLibrary } from '../../../src/compiler/library.ts';
import { importDocument } from '../../../src/importer/import-document.ts';
import { importList } from '../../../src/importer/list/import-list.ts';
import { ImportError } from '../../../src/importer/model/block.ts';
import { planListRemoval } from '../../../src/importer/remove/plan-list-removal.ts';
import { planRemoval } from '../../../src/importer/remove/plan-removal.ts';
import type { Removal } from '../../../src/importer/remove/removal.ts';
import { afterImport, emptyFolder, importTree } from '../../support/import-regulation.ts';
import { marked, node, tree } from '../../support/regulation.ts';
import { withFolder } from '../../support/with-folder.ts';

const text = `情報取扱規程

（持ち出し）
第1条　従業員は、書類を持ち出すときは、部門長の承認を得て、持出管理簿に記入しなければならない。
2　管理者は、毎年4月に持出管理簿を点検しなければならない。
`;

async function imported(existing: ReadonlyMap<string, string>, id: string, words = text, version = '第1版') {
  const bytes = new TextEncoder().encode(words);
  const request = { id, title: '情報取扱規程', version, name: '規程.txt', bytes, today: '2026-11-30' };
  return afterImport(existing, await importDocument({ ...request, existing }));
}

function after(files: ReadonlyMap<string, string>, { files: changed, removed }: Removal): Map<string, string> {
  const rest = new Map([...files, ...changed]);
  for (const path of removed) rest.delete(path);
  return rest;
}

const data = (files: ReadonlyMap<string, string>) =>
  [...files].map(([path, words]) => [path, parse(words)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));

const two = await imported(await imported(emptyFolder, 'rules'), 'second', text.replace('4月', '5月'));

describe('planRemoval', () => {
  test('leaves the folder as if the document had never been imported, and it is sound', async () => {
    const only = await imported(emptyFolder, 'second', text.replace('4月', '5月'));
    const removal = planRemoval(two, [], 'rules');
    expect(removal.handMade).toEqual([]);
    expect(removal.removed).toEqual(['handbooks/rules/index.mdx', 'imports/rules.yaml', 'sources/rules.yaml']);
    expect(removal.entries).toEqual([expect.stringContaining('roles.yaml の役割'), 'records.yaml の記録 1 件']);
    const rest = after(two, removal);
    const pages = (files: ReadonlyMap<string, string>) =>
      new Map([...files].filter(([path]) => path.endsWith('.yaml')));
    expect(data(pages(rest))).toEqual(data(pages(only)));
    await withFolder(rest, async (root) => {
      expect((await readLibrary(root, '/')).handbooks.map(({ id }) => id)).toEqual(['second']);
    });
  });

  test('takes blanks and choices that nothing else names, and the id from the documents in force', () => {
    const coloured = tree([
      node('text', 'p1', {
        body: [
          marked('点検は○月に行う。', { from: 3, to: 5, colour: 'red' }),
          marked('監査/点検をする。', { from: 0, to: 5, colour: 'blue' }),
        ],
      }),
    ]);
    const folder = new Map([...emptyFolder, ['organization.yaml', 'name: 見本商事 # 会社\nhandbooks: [other]\n']]);
    const files = afterImport(folder, importTree(coloured, folder));
    expect(parse(files.get('organization.yaml') ?? '')).toMatchObject({ handbooks: ['other', 'rules'] });
    const decided = (files.get('organization.yaml') ?? '')
      .replace("rulesP1n1: ''", 'rulesP1n1: 4月')
      .replace('unset', 'b');
    const removal = planRemoval(new Map([...files, ['organization.yaml', decided]]), [], 'rules');
    expect(removal.files.get('organization.yaml')).toBe(
      'name: 見本商事 # 会社\nhandbooks: [other]\nchoices: {}\n\nblanks: {}\n',
    );
    expect(parse(removal.files.get('choices.yaml') ?? '')).toEqual({ choices: {}, blanks: {} });
    expect(removal.handMade).toEqual(['organization.yaml で決めた値（2 件）: 4月、点検']);
    const broken = new Map([
      ...files,
      ['handbooks/rules/index.mdx', `${files.get('handbooks/rules/index.mdx')}</Section`],
    ]);
    expect(planRemoval(broken, [], 'rules').files.get('choices.yaml')).toBe(removal.files.get('choices.yaml'));
    const shared = new Map([...files, ['handbooks/other/index.mdx', '<Blank id="rulesP1n1" />']]);
    expect(parse(planRemoval(shared, [], 'rules').files.get('choices.yaml') ?? '').blanks).toHaveProperty('rulesP1n1');
  });

  test.each([
    ['handbooks/rules/index.mdx', (words: string) => words.replace('modality="must"', 'modality="should"')],
    ['sources/rules.yaml', (words: string) => words.replace('readWhen: ', 'readWhen: 困ったとき。')],
  ])('tells that a person has changed %s, even after another import', async (path, change) => {
    const files = new Map([...two, [path, change(two.get(path) ?? '')]]);
    const told = [`${path}（取り込んだ後に直されている）`];
    expect(files.get(path)).not.toBe(two.get(path));
    expect(planRemoval(files, [], 'rules').handMade).toEqual(told);
    const same = await imported(files, 'rules');
    expect(planRemoval(same, [], 'rules').handMade).toEqual(told);
    const next = await imported(same, 'rules', text.replace('4月', '6月'), '第2版');
    expect(next.get(path)).not.toBe(same.get(path));
    expect(planRemoval(next, [], 'rules').handMade).toContain(told[0]);
  });

  test('tells roles, records, terms and files that people have put in or renamed', () => {
    const roles = (two.get('roles.yaml') ?? '').replace(/name: [^,}]+ }/, 'name: 総務部, meaning: 庶務をする部 }');
    const files = new Map([
      ...two,
      ['roles.yaml', roles],
      ['glossary.yaml', 'rules:\n  book: { term: 管理簿, provision: a1-1, definition: 帳面 }\n'],
      ['handbooks/rules/more.mdx', '---\ntitle: 手引\n---\n'],
    ]);
    expect(roles).not.toBe(two.get('roles.yaml'));
    expect(planRemoval(files, ['handbooks/rules/map.png'], 'rules').handMade).toEqual([
      'handbooks/rules/map.png（取り込みで書いたものではない）',
      'handbooks/rules/more.mdx（取り込みで書いたものではない）',
      'roles.yaml の役割（人が書いたか直したもの）: 総務部',
      'glossary.yaml の用語（人が書いたか直したもの）: 管理簿',
    ]);
  });

  test('lets alone what no import has written', () => {
    const hand = new Map([...two, ['sources/hand.yaml', 'title: 手で書いた規程\n']]);
    expect(() => planRemoval(hand, [], 'hand')).toThrow(
      new ImportError(
        '手引「hand」（手で書いた規程）は取り込んだものではないので、この命令では消しません。サイトから外すだけなら、organization.yaml の handbooks に、載せる文書の id だけを書いてください。',
      ),
    );
    expect(() => planRemoval(two, [], 'third')).toThrow(
      new ImportError('手引「third」はありません。取り込んだものは rules、second です。'),
    );
  });
});

describe('planListRemoval', () => {
  const bytes = new TextEncoder().encode('No.,確認項目,回答\n1,鍵を掛けている。,○・×\n');
  const { files } = importList({ name: 'office.csv', bytes, id: 'office', before: new Map() });

  test('takes the list and its record', () => {
    expect(planListRemoval(files, 'office')).toEqual({
      files: new Map(),
      removed: ['checklists/office.yaml', 'imports/lists/office.yaml'],
      entries: [],
      handMade: [],
    });
  });

  test('tells that a person has changed it, even after another import', () => {
    const path = 'checklists/office.yaml';
    const changed = new Map([...files, [path, (files.get(path) ?? '').replace('title: ', 'title: 新しい')]]);
    const again = importList({ name: 'office.csv', bytes, id: 'office', before: changed }).files;
    for (const some of [changed, again]) {
      expect(planListRemoval(some, 'office').handMade).toEqual([`${path}（取り込んだ後に直されている）`]);
    }
  });

  test('lets alone what no import has written', () => {
    const hand = new Map([['checklists/hand.yaml', 'id: hand\n']]);
    expect(() => planListRemoval(hand, 'hand')).toThrow(/リスト「hand」は取り込んだものではない/);
    expect(() => planListRemoval(files, 'other')).toThrow(
      'リスト「other」はありません。取り込んだものは office です。',
    );
  });
});
