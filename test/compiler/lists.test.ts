import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { inspectLibrary } from '../../src/compiler/inspection.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { attributeOf, isElement, toPiecesOf } from '../../src/compiler/pieces.ts';
import { tailorTree } from '../../src/compiler/tailor-tree.ts';
import type { Library } from '../../src/core/regulation/library.ts';
import { withContent } from '../support/content-folder.ts';
import { listFiles, systemsFile } from '../support/list-folder.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

interface Built {
  library: Library;
  /** Texts of the page as it is shown, by anchor. */
  page: Map<string, string>;
  findings: Awaited<ReturnType<typeof inspectLibrary>>['findings'];
  /** Names of the components that are left in the page. */
  components: Set<string>;
}

/** Builds the folder with some files more. */
function build(more: Record<string, string> = {}): Promise<Built> {
  return withContent(
    {},
    async (root) => {
      const library = await readLibrary(root, '/');
      const tree = parser.parse(
        readFileSync(join(root, 'handbooks/company/03.mdx'), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
      );
      tailorTree(tree, library.wording);
      const page = new Map<string, string>();
      const components = new Set<string>();
      const walk = (node: Nodes) => {
        if (isElement(node)) {
          components.add(node.name ?? '');
          if (node.name === 'Provision') page.set(attributeOf(node, 'anchor'), linesOf(toPiecesOf(node).join('')));
        }
        if ('children' in node) for (const child of node.children) walk(child);
      };
      walk(tree);
      const { findings } = await inspectLibrary(root, library);
      return { library, page, findings, components };
    },
    { ...listFiles, ...more },
  );
}

const linesOf = (text: string) => text.replace(/\n{2,}/g, '\n').trim();

function textOf({ library }: Built, anchor: string): string {
  return library.provisions.get(`company:${anchor}`)?.text ?? '';
}

describe('a list without a file', () => {
  test('leaves the sample as it stands, notes and captions included', async () => {
    const built = await build();
    expect(textOf(built, '3-r1')).toBe(
      'システムは、次の例の表のとおり。\n名称\t管理する者\n〇〇システム\t監査・点検/点検責任者\nWindows 8.1 の端末\t総務',
    );
    expect(textOf(built, '3-r3')).toBe('名称\t管理する者\n支社の端末\t支社');
    expect(textOf(built, '4-b1')).toBe('段階が低い区域は、受付・倉庫である。');
    expect(built.library.provisions.get('company:3-r1')).toMatchObject({ caption: '本社のもの' });
    expect(
      built.library.lists.map(({ id, list, places }) => [id, list.rows, places.map((one) => one.citation)]),
    ).toEqual([
      ['systems', undefined, ['company:3-r1']],
      ['rooms', undefined, ['company:4-b1', 'company:4-b2']],
      ['calls', undefined, ['company:5-r1']],
    ]);
    expect(built.findings.filter(({ kind }) => kind === 'product').map(({ key }) => key)).toEqual([
      'product:Windows 8.1:company/03/#3-r1',
    ]);
  });
});

describe('a list of the company', () => {
  test.each([0, 1, 40])('of %i rows stands in the page, in search and in provisions.json alike', async (count) => {
    const built = await build({ 'lists/systems.yaml': systemsFile(count) });
    const { library, page, components } = built;
    const lines = textOf(built, '3-r1').split('\n');
    expect(lines.slice(0, 2)).toEqual(['システムは、次の表のとおり。', '名称\t管理する者']);
    expect(lines.slice(2)).toEqual(
      count === 0 ? ['該当するものはない。'] : Array.from({ length: count }, (_, i) => `システム${i + 1}\t課${i + 1}`),
    );
    for (const [anchor, text] of page) expect(text, anchor).toBe(textOf(built, anchor));
    expect(page.size).toBe(5);
    expect([...components]).not.toContain('List');
    expect([...components]).not.toContain('Sample');
    // The note on the sample's rows is gone with them, and with it what it refers to.
    expect([...components]).not.toContain('EditorNote');
    expect(library.provisions.get('company:3-r1')).toMatchObject({ caption: undefined, refersTo: [], open: [] });
    expect(library.fillIns.find(({ path }) => path === 'blanks.sampleSystem')).toMatchObject({
      isOpen: false,
      places: [],
    });
  });

  test('keeps every provision of the table to be cited: those without rows lead to the one that has them', async () => {
    const built = await build({ 'lists/systems.yaml': systemsFile(3) });
    expect(textOf(built, '3-r3')).toBe('「使うシステム」の行は、一つの表にまとめて示す。');
    expect(built.components).toContain('Ref');
    expect(built.library.checklists[0]?.sections[0]?.items[0]?.basis.map(({ citation }) => citation)).toEqual([
      'company:3-r1',
      'company:3-r3',
    ]);
    const before = await build();
    expect([...built.library.provisions.keys()]).toEqual([...before.library.provisions.keys()]);
  });

  test('stands as words, as items and behind the rows of the sample', async () => {
    const built = await build({
      'lists/rooms.yaml': 'id: rooms\nrows:\n  - { level: 低, name: 玄関 }\n  - { level: 低, name: 会議室 }\n',
      'lists/calls.yaml': "id: calls\nrows: [{ name: '{{role:securityOfficer}}の代理', phone: 03-0000-0000 }]\n",
    });
    expect(textOf(built, '4-b1')).toBe('段階が低い区域は、玄関・会議室である。');
    expect(textOf(built, '4-b2')).toBe('段階が高い区域は、次のとおり。\n該当するものはない。');
    expect(textOf(built, '5-r1')).toBe('だれ\t電話\n統括責任者\t〇〇〇\n統括責任者の代理\t03-0000-0000');
    for (const [anchor, text] of built.page) expect(text, anchor).toBe(textOf(built, anchor));
  });

  test('shows a column that the sample lacks once a row says something there, and its products out of support', async () => {
    const rows = `id: systems
rows:
  - { name: 販売管理, keeper: 営業課 }
  - { name: Windows 8.1 の端末 }
  - { name: 会計システム, ends: '2025-03-31' }
  - { name: 給与システム, ends: '2031-03-31' }
`;
    const built = await build({ 'lists/systems.yaml': rows });
    expect(textOf(built, '3-r1')).toContain('名称\t管理する者\tサポートの終わる日\n販売管理\t営業課\t\n');
    expect(textOf(built, '3-r1')).toContain('会計システム\t\t2025年3月31日');
    expect(built.findings.filter(({ kind }) => kind === 'product')).toMatchInlineSnapshot(`
      [
        {
          "advice": "サポートのある版に改める。延長の契約の有無は、開発元の説明で確かめる。",
          "certainty": "確実",
          "found": "一覧「使うシステム」の2行目（Windows 8.1 の端末）: Windows 8.1 のサポートは2023年1月10日に終わったとされる（開発元）。",
          "key": "product:Windows 8.1:company/03/#3-r1:systems:1",
          "kind": "product",
          "places": [
            {
              "label": "規程 3. 表 1行目",
              "url": "company/03/#3-r1",
            },
          ],
        },
        {
          "advice": "サポートのある版に改める。延長の契約の有無は、開発元の説明で確かめる。",
          "certainty": "確実",
          "found": "一覧「使うシステム」の3行目（会計システム、2025-03-31）: 一覧に書いたサポートの終わり（2025年3月31日）を過ぎている。",
          "key": "product:company/03/#3-r1:systems:2",
          "kind": "product",
          "places": [
            {
              "label": "規程 3. 表 1行目",
              "url": "company/03/#3-r1",
            },
          ],
        },
      ]
    `);
  });

  test('is not looked at where the document of its pages is switched off', async () => {
    const files = {
      ...listFiles,
      'organization.yaml': `handbooks: [client]\n${listFiles['organization.yaml']}`,
      'lists/systems.yaml': systemsFile(2).replace('課1', "'{{role:inspectionOfficer}}'"),
      'checklists/removal.yaml': (listFiles['checklists/removal.yaml'] ?? '').replaceAll(/company:3-r\d(, )?/g, ''),
    };
    const list = 'checklists/removal.yaml';
    files[list] = files[list]
      .replace('basis: []', 'basis: [client:a1-i1]')
      .replace('citations: []', 'citations: [client:a1-i1]');
    const { lists, passages } = await withContent({}, (root) => readLibrary(root, '/'), files);
    expect(lists).toEqual([]);
    expect(JSON.stringify(passages)).not.toContain('システム1');
  });
});

describe('a fault in a list stops the build:', () => {
  const faultOf = (more: Record<string, string>) =>
    withContent(
      {},
      async (root) => {
        try {
          await readLibrary(root, '/');
        } catch (error) {
          return String((error as Error).message).replaceAll(root, 'content');
        }
        return 'no fault';
      },
      { ...listFiles, ...more },
    );
  const rows = (text: string) => faultOf({ 'lists/systems.yaml': `id: systems\nrows:\n${text}` });
  const page = (from: string, to: string) => {
    const file = 'handbooks/company/03.mdx';
    const text = listFiles[file] ?? '';
    expect(text).toContain(from);
    return faultOf({ [file]: text.replace(from, to) });
  };

  test('a misspelt column, an empty one that is needed, a day that is none, in all rows at once', async () => {
    expect(
      await rows(
        "  - { name: A, keepr: 総務 }\n  - { keeper: 総務 }\n  - { name: B, ends: 来年 }\n  - { name: C, ends: '2027-02-30' }\n",
      ),
    ).toMatchInlineSnapshot(`
      "内容に誤りが 4 件あります。
      content/lists/systems.yaml:3 rows[0].keepr: 列「keepr」がありません。
        → もしかして「keeper」ですか。書けるもの: keeper、ends、name。
      content/lists/systems.yaml:4 rows[1]: 「名称」が空です。
        → この列は、どの行にも書いてください。
      content/lists/systems.yaml:5 rows[2].ends: 「来年」は日付ではありません。
        → 日付は 2026-11-29 のように書いてください。
      content/lists/systems.yaml:6 rows[3].ends: 「2027-02-30」は日付ではありません。
        → 日付は 2026-11-29 のように書いてください。"
    `);
  });
  test('a cell that YAML reads as a number, and one of two lines', async () => {
    expect(await rows('  - { name: 7 }\n  - { name: "A\\nB" }\n')).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      content/lists/systems.yaml:3 rows[0].name: 値が7になっています。
        → 引用符で囲んでください（name: "7"）。書き方は src/core/tailoring/company-list.ts の注にあります。
      content/lists/systems.yaml:4 rows[1].name: 「A
      B」とは書けません。
        → 1 行で、200 文字までで書いてください。書き方は src/core/tailoring/company-list.ts の注にあります。"
    `);
  });
  test('a role that is not there, and a blank in a cell', async () => {
    expect(
      await rows("  - { name: '{{role:securityOficer}}' }\n  - { name: '{{blank:capacity}}' }\n"),
    ).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      content/lists/systems.yaml:3 rows[0].name: 役割「securityOficer」がありません。
        → もしかして「securityOfficer」ですか。書けるもの: securityOfficer、inspectionOfficer。
      content/lists/systems.yaml:4 rows[1].name: 一覧の行に、選択か空欄が入っています。
        → 決まった言葉で書いてください。役割なら {{role:…}} と書けます。"
    `);
  });
  test('a value that is not offered', async () => {
    expect(
      await faultOf({ 'lists/rooms.yaml': 'id: rooms\nrows: [{ level: 中, name: 廊下 }]\n' }),
    ).toMatchInlineSnapshot(`
      "content/lists/rooms.yaml:2 rows[0].level: 「段階」に「中」とは書けません。
        → 次のどれかを書いてください: 低、高。"
    `);
  });
  test('a file of a list that is not there, and one whose id is another', async () => {
    expect(
      await faultOf({ 'lists/system.yaml': systemsFile(1), 'lists/rooms.yaml': 'id: room\nrows: []\n' }),
    ).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      content/lists/rooms.yaml:1 id: id「room」が、ファイルの名前と違います。
        → 「rooms」と書いてください。
      content/lists/system.yaml:1: 一覧「system」がありません。
        → もしかして「systems」ですか。書けるもの: systems、calls、rooms。"
    `);
  });
  test('a list that no page has', async () => {
    const choices = `${listFiles['choices.yaml']}  servers: { title: サーバー, columns: [{ id: name, label: 名 }] }\n`;
    expect(await faultOf({ 'choices.yaml': choices })).toMatchInlineSnapshot(`
      "content/choices.yaml:26 lists.servers: どの頁でも、どの判断でも使われていません。
        → 手引「company」の頁で使うか、ここと organization.yaml から消してください。"
    `);
  });
  test('columns that are not those of the table', async () => {
    expect(await page('| 名称 | 管理する者 |', '| 管理する者 | 名称 |')).toMatchInlineSnapshot(`
      "content/handbooks/company/03.mdx:12 <List id>: 一覧「systems」の列が、表の見出しと違います。
        → 表の見出し（管理する者、名称）と、choices.yaml の columns の label（名称、管理する者）を、同じ順、同じ言葉にしてください。"
    `);
  });
  test('a list around a provision', async () => {
    const broken = await page('<Provision anchor="4-b1"', '<Sample of="rooms">\n\n<Provision anchor="4-b1"');
    expect(broken).toMatch(/03\.mdx/);
    const text = (listFiles['handbooks/company/03.mdx'] ?? '').replace(
      /(<Provision anchor="5-r1"[\s\S]*<\/Provision>)/,
      '<Sample of="calls">\n\n$1\n\n</Sample>',
    );
    expect(await faultOf({ 'handbooks/company/03.mdx': text })).toMatchInlineSnapshot(`
      "content/handbooks/company/03.mdx:60 <Sample>: <Sample> が、条の外にあります。
        → <Provision> の中に書いてください。条を囲むことはできません。"
    `);
  });
  test('a group that the list does not know, and a place that is not there', async () => {
    expect(await page('group="低"', 'group="中"')).toMatchInlineSnapshot(`
      "content/handbooks/company/03.mdx:43 <List id>: 一覧「rooms」に、まとまり「中」はありません。
        → 次のどれかです: 低、高。"
    `);
    expect(await page('at="company:3-r1"', 'at="company:3-r9"')).toMatchInlineSnapshot(`
      "content/handbooks/company/03.mdx:31 <List at>: 引用先「company:3-r9」がありません。
        → もしかして「company:3-r1」ですか。書けるもの: company:3-r1、company:3-r3、company:3-h、company:5-r1、company:1-h、company:1-p1、company:1-p2、company:2-h、company:2-p1、company:4-b1、company:4-b2、client:a1-i1 など。"
    `);
  });
  test('a list in choices.yaml whose columns contradict one another', async () => {
    const choices = (listFiles['choices.yaml'] ?? '').replace('by: level', 'by: name').replace('kind: date, ', '');
    expect(await faultOf({ 'choices.yaml': choices })).toMatchInlineSnapshot(`
      "内容に誤りが 2 件あります。
      content/choices.yaml:15 lists.systems.columns[2].supportEnds: trueとは書けません。
        → supportEnds は、kind: date の列に書いてください。書き方は src/core/tailoring/fill-ins.ts の注にあります。
      content/choices.yaml:21 lists.rooms.by: 「name」とは書けません。
        → by には、columns の中の kind: one、required: true の列の id を書いてください。書き方は src/core/tailoring/fill-ins.ts の注にあります。"
    `);
  });
});
