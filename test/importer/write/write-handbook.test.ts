import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import { ImportError } from '../../../src/importer/model/block.ts';
import { afterImport, emptyFolder, importTree } from '../../support/import-regulation.ts';
import { lettersIn, lettersOfTree, readLetters } from '../../support/imported-letters.ts';
import { marked, node, table, tree } from '../../support/regulation.ts';
import { withFolder } from '../../support/with-folder.ts';

/** A small regulation with one of each: chapters, captions, an item with bullets, a note, a table with merged cells. */
const sample = tree(
  [
    node('chapter', 'ch1-h', {
      number: '第1章',
      body: '総則',
      children: [
        node('article', 'c1-h', {
          number: '第1条',
          caption: '（目的）',
          label: '第1条（目的）',
          children: [node('paragraph', 'a1', { body: 'この規程は、情報を守ることを目的とする。', label: '第1条' })],
        }),
        node('article', 'c2-h', {
          number: '第2条',
          caption: '（持ち出し）',
          label: '第2条（持ち出し）',
          children: [
            node('paragraph', 'a2-1', {
              body: '従業員は、次の媒体を持ち出すときは、{承認}を得なければならない。',
              label: '第2条第1項',
              children: [
                node('item', 'a2-1-i1', { number: '(1)', body: 'USBメモリ', label: '第2条第1項第1号' }),
                node('item', 'a2-1-i2', {
                  number: '(2)',
                  body: '次のもの',
                  label: '第2条第1項第2号',
                  children: [
                    node('bullet', 'a2-1-i2-b1', { number: '・', body: '紙', label: '第2条第1項第2号 箇条1' }),
                    node('bullet', 'a2-1-i2-b2', { number: '・', body: '*写し*', label: '第2条第1項第2号 箇条2' }),
                  ],
                }),
              ],
            }),
            node('paragraph', 'a2-2', { number: '2', body: '前項の承認は、別表1による。', label: '第2条第2項' }),
          ],
        }),
      ],
    }),
    node('annex', 't1-h', {
      number: '別表1',
      children: [
        node('table', 't1-t1', {
          label: '別表1 表',
          table: table(
            ['区分', '期限'],
            [{ lines: [{ kind: 'line', text: '紙', spot: {} }], columns: 1, rows: 2 }, '1日\n2日'],
            ['3日'],
          ),
        }),
      ],
    }),
  ],
  ['情報取扱規程'],
);

const inferred = {
  'a2-1': {
    actors: { value: [{ name: '従業員' }], certainty: 'sure', from: '従業員は' },
    modality: { value: 'must', certainty: 'sure', from: 'なければならない' },
    when: { value: { text: '媒体を持ち出すとき', within: 'before' }, certainty: 'guess', from: 'ときは' },
    deliverables: { value: [{ name: '持出管理簿' }], certainty: 'guess', from: '管理簿' },
    topics: { value: ['removal', 'nothing'], certainty: 'guess', from: '' },
  },
  'a2-2': {
    references: [
      { from: 0, to: 2, line: 0, anchor: 'a2-1' },
      { from: 7, to: 10, line: 0, anchor: 't1-h' },
    ],
  },
} as const;

const result = importTree(sample, emptyFolder, { inferred: structuredClone(inferred) as never });
const page = result.files.get('handbooks/rules/index.mdx') ?? '';

describe('writeHandbook', () => {
  test('writes a page that people can read and mend', () => {
    expect(page).toMatchInlineSnapshot(`
      "---
      title: "情報取扱規程"
      description: "情報取扱規程の本文。"
      ---

      <Section anchor="ch1-h" number="第1章" caption="総則">

      <Section anchor="c1-h" number="第1条" caption="（目的）" level={3}>

      <Provision anchor="a1" number="" units={['rules-a1']} modality="information">

      この規程は、情報を守ることを目的とする。

      </Provision>

      </Section>

      <Section anchor="c2-h" number="第2条" caption="（持ち出し）" level={3}>

      <Provision anchor="a2-1" number="" units={['rules-a2-1']} actors={['employee']} modality="must"
        when={{ text: '媒体を持ち出すとき', within: 'before' }} deliverable="removalRegister" topics={['removal']}>

      従業員は、次の媒体を持ち出すときは、\\{承認\\}を得なければならない。

      </Provision>

      <Provision anchor="a2-1-i1" number="(1)" units={['rules-a2-1-i1']} modality="information">

      USBメモリ

      </Provision>

      <Provision anchor="a2-1-i2" number="(2)" units={['rules-a2-1-i2', 'rules-a2-1-i2-b1', 'rules-a2-1-i2-b2']} modality="information">

      次のもの

      - ・紙
      - ・\\*写し\\*

      </Provision>

      <Provision anchor="a2-2" number="2" units={['rules-a2-2']} modality="information">

      <Ref to="rules:a2-1">前項</Ref>の承認は、<Ref to="rules:t1-h">別表1</Ref>による。

      </Provision>

      </Section>

      </Section>

      <Section anchor="t1-h" number="" caption="別表1">

      <Provision anchor="t1-t1" number="" units={['rules-t1-t1', 'rules-t1-t1-r1', 'rules-t1-t1-r2']} modality="information">

      <table>
      <tr><th>区分</th><th>期限</th></tr>
      <tr><td rowspan={2}>紙</td><td>1日<br />2日</td></tr>
      <tr><td>3日</td></tr>
      </table>

      </Provision>

      </Section>
      "
    `);
  });

  test('names what it rests on, its units and its registers', () => {
    expect(result.files.get('sources/rules.yaml')).toMatchInlineSnapshot(`
      "# 「情報取扱規程」の拠り所。npm run import が書く。units と version は、次の取り込みで書き直される。
      title: 情報取扱規程
      short: 情報取扱規程
      publisher: 見本商事
      version: 2026-11-30 取り込み
      status: 社内の規程
      readWhen: 「情報取扱規程」の定めを確かめるとき
      ours: true
      wording: original
      unitPrefix: rules-
      units:
        - { id: rules-ch1-h, label: 第1章, heading: true }
        - { id: rules-c1-h, label: 第1条（目的）, heading: true }
        - { id: rules-a1, label: 第1条 }
        - { id: rules-c2-h, label: 第2条（持ち出し）, heading: true }
        - { id: rules-a2-1, label: 第2条第1項 }
        - { id: rules-a2-1-i1, label: 第2条第1項第1号 }
        - { id: rules-a2-1-i2, label: 第2条第1項第2号 }
        - { id: rules-a2-1-i2-b1, label: 第2条第1項第2号 箇条1 }
        - { id: rules-a2-1-i2-b2, label: 第2条第1項第2号 箇条2 }
        - { id: rules-a2-2, label: 第2条第2項 }
        - { id: rules-t1-h, label: 別表1, heading: true }
        - { id: rules-t1-t1, label: 別表1 表 }
        - { id: rules-t1-t1-r1, label: 別表1 表 1行目 }
        - { id: rules-t1-t1-r2, label: 別表1 表 2行目 }
      omitted: []
      "
    `);
    expect(result.files.get('roles.yaml')).toMatchInlineSnapshot(`
      "rules:
        employee: { name: 従業員 }
      "
    `);
    expect(result.files.get('records.yaml')).toMatchInlineSnapshot(`
      "rules:
        removalRegister: { name: 持出管理簿, kind: register, phase: during }
      "
    `);
  });

  test('leaves behind what the next import has to know', () => {
    const record = result.files.get('imports/rules.yaml') ?? '';
    expect(record.replaceAll(/(?<=(?:mdx|yaml): )"?[0-9a-f]{64}"?/g, '…')).toMatchInlineSnapshot(`
      "# npm run import が書く。次の取り込みが、何が文書のもので、何を人が直したかを知るためのもの。手で変えない。
      format: kitei-import/1
      file: rules.docx
      sha256: "0000000000000000000000000000000000000000000000000000000000000000"
      written: { handbooks/rules/index.mdx: …, sources/rules.yaml: … }
      version: 2026-11-30 取り込み
      retired: []
      places:
        - { anchor: ch1-h, label: 第1章, text: 総則, heading: true }
        - { anchor: c1-h, label: 第1条（目的）, text: （目的）, heading: true }
        - { anchor: a1, label: 第1条, text: この規程は、情報を守ることを目的とする。, inferred: { modality: information }, guessed: [modality] }
        - { anchor: c2-h, label: 第2条（持ち出し）, text: （持ち出し）, heading: true }
        - { anchor: a2-1, label: 第2条第1項, text: "従業員は、次の媒体を持ち出すときは、{承認}を得なければならない。", inferred: { actors: [employee], modality: must, when: { text: 媒体を持ち出すとき, within: before }, deliverable: removalRegister, topics: [removal] }, guessed: [when, deliverable, topics] }
        - { anchor: a2-1-i1, label: 第2条第1項第1号, text: USBメモリ, inferred: { modality: information }, guessed: [modality] }
        - { anchor: a2-1-i2, label: 第2条第1項第2号, text: 次のもの, inferred: { modality: information }, guessed: [modality] }
        - { anchor: a2-1-i2-b1, label: 第2条第1項第2号 箇条1, text: 紙 }
        - { anchor: a2-1-i2-b2, label: 第2条第1項第2号 箇条2, text: "*写し*" }
        - { anchor: a2-2, label: 第2条第2項, text: 前項の承認は、別表1による。, inferred: { modality: information }, references: [a2-1, t1-h], guessed: [modality] }
        - { anchor: t1-h, label: 別表1, text: '', heading: true }
        - { anchor: t1-t1, label: 別表1 表, text: "区分\\t期限", inferred: { modality: information }, guessed: [modality] }
        - { anchor: t1-t1-r1, label: 別表1 表 1行目, text: "紙\\t1日 2日" }
        - { anchor: t1-t1-r2, label: 別表1 表 2行目, text: 3日 }
      notes: []
      "
    `);
  });

  test('makes a folder that is sound, and says what the document says', () =>
    withFolder(afterImport(emptyFolder, result), async (root) => {
      const { handbooks, provisions } = await readLibrary(root, '/');
      expect(handbooks.map(({ id, source }) => [id, source.wording, source.ours, source.publisher])).toEqual([
        ['rules', 'original', true, '見本商事'],
      ]);
      expect(provisions.get('rules:a2-1-i2')?.text).toBe('次のもの\n・紙\n・*写し*');
      expect(provisions.get('rules:a2-1-i2')?.marked).toBe('次のもの\n・紙\n・*写し*');
      expect(provisions.get('rules:t1-t1')?.text).toBe('区分\t期限\n紙\t1日\n2日\n3日');
      expect(provisions.get('rules:a2-1')?.when?.text).toBe('媒体を持ち出すとき');
      expect(provisions.get('rules:a2-2')?.refersTo).toEqual(['rules:a2-1', 'rules:t1-h']);
    }));

  test('keeps every letter; the title stands in the page’s own', () => {
    const { letters, faults } = readLetters(new Map([['index.mdx', page]]), '');
    expect(faults).toEqual([]);
    expect(lettersIn('情報取扱規程') + letters).toBe(lettersOfTree(sample));
  });

  test('keeps a title that the page does not have', () => {
    const { files } = importTree({ ...sample, title: [{ kind: 'line', text: '社外秘　情報取扱規程', spot: {} }] });
    expect(files.get('handbooks/rules/index.mdx')).toContain('---\n\n社外秘　情報取扱規程\n\n<Section');
  });

  test('is the same for the same input', () => {
    expect(importTree(sample, emptyFolder, { inferred: structuredClone(inferred) as never }).files).toEqual(
      result.files,
    );
  });

  test('writes a long document chapter by chapter, in order', () => {
    const chapter = (n: number) =>
      node('chapter', `ch${n}-h`, {
        number: `第${n}章`,
        body: `章${n}`,
        children: Array.from({ length: 40 }, (_, i) => node('paragraph', `p${n}-${i}`, { body: `${n}の${i}` })),
      });
    const preamble = node('text', 'p1', { body: '前文' });
    const { files } = importTree(tree([preamble, ...[1, 2, 3].map(chapter)], ['情報取扱規程']));
    const pages = [...files].filter(([path]) => path.endsWith('.mdx'));
    expect(pages.map(([path, text]) => [path, /title: (.*)/.exec(text)?.[1]])).toEqual([
      ['handbooks/rules/00.mdx', '"情報取扱規程"'],
      ['handbooks/rules/01.mdx', '"第1章 章1"'],
      ['handbooks/rules/02.mdx', '"第2章 章2"'],
      ['handbooks/rules/03.mdx', '"第3章 章3"'],
    ]);
  });

  test('puts articles without chapters together, as far as a page holds them', () => {
    const articles = Array.from({ length: 70 }, (_, i) =>
      node('article', `c${i + 1}-h`, {
        number: `第${i + 1}条`,
        caption: '（見出し）',
        children: [node('paragraph', `a${i + 1}`, { body: `条${i + 1}` })],
      }),
    );
    const { files } = importTree(tree(articles));
    expect([...files.values()].flatMap((text) => /^---\ntitle: (.*)/.exec(text)?.[1] ?? [])).toEqual([
      '"第1条〜第60条"',
      '"第61条〜第70条"',
    ]);
  });

  test('asks the company for red blanks and blue choices that are so for certain, in its own rules only', () => {
    const coloured = tree([
      node('text', 'p1', {
        body: [
          marked('点検は○月に行う。', { from: 3, to: 5, colour: 'red' }),
          marked('監査/点検をする。', { from: 0, to: 2, colour: 'blue' }, { from: 3, to: 5, colour: 'blue' }),
          marked('総務部長が行う。', { from: 0, to: 4, colour: 'red' }),
        ],
      }),
    ]);
    const { files, diagnostics } = importTree(coloured);
    expect(files.get('handbooks/rules/index.mdx')).toContain(
      '点検は<Blank id="rulesP1n1" />に行う。\n\n<Choice id="rulesP1n2" />をする。\n\n総務部長が行う。',
    );
    expect(files.get('choices.yaml')).toBe(`choices:
  rulesP1n2: { question: 情報取扱規程 p1「監査/点検をする」の「監査/点検」のどれにするか, options: { a: 監査, b: 点検 } }
blanks:
  rulesP1n1: { question: 情報取扱規程 p1「点検は○月に行う」の「○月」に入れる言葉, printed: ○月 }
`);
    expect(files.get('organization.yaml')).toContain("choices:\n  rulesP1n2: unset\nblanks:\n  rulesP1n1: ''\n");
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '色の付いた「総務部長」は、空欄か選択かが決められないので、そのままの言葉で載せました。',
    ]);
    const client = importTree(coloured, emptyFolder, { isClient: true });
    expect([...client.files.keys()]).not.toContain('choices.yaml');
    expect(client.files.get('handbooks/rules/index.mdx')).toContain('点検は○月に行う。\n\n監査/点検をする。');
  });

  test('begins the registers that a folder does not have, and is in force where the company lists what is', () => {
    const coloured = tree([
      node('text', 'p1', { body: [marked('点検は○月に行う。', { from: 3, to: 5, colour: 'red' })] }),
    ]);
    const { files } = importTree(coloured, new Map([['organization.yaml', 'handbooks: [company] # 施行中\n']]));
    expect(files.get('choices.yaml')).toContain('choices: {}\nblanks:\n  rulesP1n1: {');
    expect(files.get('organization.yaml')).toBe("handbooks: [company, rules] # 施行中\nblanks:\n  rulesP1n1: ''\n");
  });

  test('does not write over a handbook that was written by hand, nor make one of nothing', () => {
    const hand = new Map([...emptyFolder, ['sources/rules.yaml', 'title: 手で書いた規程\n']]);
    expect(() => importTree(sample, hand)).toThrow(
      new ImportError(
        '手引「rules」はもうあり、取り込んだものではありません。別の id を付けてください（原文を横に並べるだけなら --original rules）。',
      ),
    );
    expect(() => importTree(tree([], ['題名だけ']))).toThrow(/手引になる言葉が見つかりません/);
  });
});
