import { describe, expect, test } from 'vitest';
import type { Block, Line, Table } from '../../../src/importer/model/block.ts';
import { buildTree } from '../../../src/importer/tree/build-tree.ts';
import { tableRows } from '../../../src/importer/tree/table-rows.ts';
import { checkedTree, nodesOf, outline } from '../support/check-tree.ts';

const line = (text: string, more: Partial<Line> = {}): Line => ({ kind: 'line', text, spot: {}, ...more });
const table = (...rows: string[][]): Table => ({
  kind: 'table',
  rows: rows.map((row) => row.map((text) => ({ lines: text === '' ? [] : [line(text)], columns: 1, rows: 1 }))),
  spot: {},
});
const tree = (...blocks: (Block | string)[]) =>
  checkedTree({ blocks: blocks.map((block) => (typeof block === 'string' ? line(block) : block)), diagnostics: [] });
const shown = (...blocks: (Block | string)[]) => outline(tree(...blocks));
const kinds = (...blocks: (Block | string)[]) => tree(...blocks).diagnostics.map(({ kind }) => kind);

describe('a Word file', () => {
  test('headings by style, numbers that Word wrote, lists without a letter', () => {
    expect(
      shown(
        line('文書取扱規程', { level: 1 }),
        line('目的', { level: 2 }),
        'この規程は、文書の取扱いを定める。',
        line('保管', { level: 2 }),
        line('第1条　文書は、書庫に保管する。', { numbered: 4 }),
        line('(1) 契約書', { numbered: 4, depth: 1 }),
        line('(2) 帳票', { numbered: 4, depth: 1 }),
        line('第2条　箱は、次のとおり扱う。', { numbered: 4 }),
        line('静かに置く', { numbered: 0, depth: 0 }),
        line('二段に積まない', { numbered: 0, depth: 0 }),
      ),
    ).toMatchInlineSnapshot(`
      "= 文書取扱規程
      heading u1-h 〈目的〉  | 目的
        text u1-p1 〈目的本文〉  | この規程は、文書の取扱いを定め…
      heading u2-h 〈保管〉  | 保管
        article c1-h 〈第1条〉 第1条 |
          paragraph a1 〈第1条〉  | 文書は、書庫に保管する。
            item a1-i1 〈第1条第1号〉 (1) | 契約書
            item a1-i2 〈第1条第2号〉 (2) | 帳票
        article c2-h 〈第2条〉 第2条 |
          paragraph a2 〈第2条〉  | 箱は、次のとおり扱う。
            bullet a2-b1 〈第2条箇条1〉  | 静かに置く
            bullet a2-b2 〈第2条箇条2〉  | 二段に積まない"
    `);
  });

  const numbered = (number: string, words: string, depth: number) =>
    line(number + words, { numbered: number.length, depth });
  const labels = (...blocks: Block[]) => nodesOf(tree(...blocks)).map(({ kind, label }) => `${kind} ${label}`);

  test('a number of Word is one whatever its words begin with', () => {
    expect(
      labels(
        numbered('第1条　', '甲は、守る。', 0),
        numbered('２　', '人は、守る。', 1),
        numbered('３　', '年は、数える。', 1),
        numbered('４　', '', 1),
      ),
    ).toEqual([
      'article 第1条',
      'paragraph 第1条第1項',
      'paragraph 第1条第2項',
      'paragraph 第1条第3項',
      'paragraph 第1条第4項',
    ]);
  });

  test('of two lists that wait for the same number, the one of its list level goes on', () => {
    const items = [numbered('1. ', '子', 1), numbered('2. ', '丑', 1)];
    expect(
      labels(
        numbered('第1条　', '甲は、次の事項を守る。', 0),
        ...items,
        numbered('2. ', '乙は、次の事項を守る。', 0),
        ...items,
        numbered('3. ', '丙', 0),
        numbered('1. ', '寅', 1),
      ),
    ).toEqual([
      'article 第1条',
      'paragraph 第1条第1項',
      'item 第1条第1項第1号',
      'item 第1条第1項第2号',
      'paragraph 第1条第2項',
      'item 第1条第2項第1号',
      'item 第1条第2項第2号',
      'paragraph 第1条第3項',
      'item 第1条第3項第1号',
    ]);
  });

  test('a list that begins anew on the same level is of the same rank', () => {
    const built = tree(
      numbered('第1条　', '次の者とする。', 0),
      numbered('(1) ', '子', 1),
      line('ただし、次の者を除く。'),
      numbered('(1) ', '丑', 1),
    );
    expect(nodesOf(built).map(({ kind }) => kind)).toEqual(['article', 'paragraph', 'item', 'item']);
    expect(built.diagnostics.map(({ kind }) => kind)).toEqual(['number-repeat']);
  });

  test('colours move along with the words behind a number', () => {
    const [article] = tree(
      line('第1条　書庫責任者は、鍵を扱う。', { marks: [{ from: 4, to: 9, colour: 'red' }] }),
    ).children;
    const body = article?.children[0]?.body[0];
    expect(body?.marks).toEqual([{ from: 0, to: 5, colour: 'red' }]);
    expect(body?.text.slice(0, 5)).toBe('書庫責任者');
  });
});

describe('numbers', () => {
  test.each([
    ['a gap', ['(1) 甲', '(2) 乙', '(4) 丁'], ['number-gap']],
    ['a repetition', ['① 甲', '② 乙', '② 丙'], ['number-repeat']],
    ['a beginning that is none', ['③ 丙', '④ 丁'], ['number-start']],
    ['none', ['(1) 甲', '① 子', '② 丑', '(2) 乙', '① 寅'], []],
    ['a branch', ['第1条 甲は、守る。', '第1条の2 乙は、守る。', '第2条 丙は、守る。'], []],
    [
      'articles that count on through headings',
      ['第1章 総則', '第1条 甲は、守る。', '第2章 保管', '第2条 乙は、守る。', '別表1', '第3条 丙は、守る。'],
      [],
    ],
    ['articles that jump', ['第1条 甲は、守る。', '第3条 丙は、守る。'], ['number-gap']],
  ])('%s', (_, texts, expected) => {
    expect(kinds(...texts)).toEqual(expected);
  });

  test('without list levels, the paragraph that reads like the one before goes on behind its items', () => {
    const found = nodesOf(
      tree(
        '第1条 文書は、次により保存する。',
        '1 永久',
        '2 十年',
        '2 期間は、翌日から数える。',
        '1 暦年',
        '2 年度',
        '3 前項は、図面に準用する。',
      ),
    );
    expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'article 1',
      'paragraph 1',
      'item 1',
      'item 2',
      'paragraph 2',
      'item 1',
      'item 2',
      'paragraph 3',
    ]);
  });

  test('a caption whose number turns out to be words stays a line', () => {
    expect(shown('附則', '（経過措置）', '1 年間は、なお従前の例による。')).toMatchInlineSnapshot(`
      "supplementary s1-h 〈附則〉 附則 |
        text s1-p1 〈附則第1段落〉  | （経過措置）
        text s1-p2 〈附則第2段落〉  | 1 年間は、なお従前の例による。"
    `);
    expect(shown('附則', '（経過措置）', '1 鍵は、なお従前の例による。')).toMatchInlineSnapshot(`
      "supplementary s1-h 〈附則〉 附則 |
        paragraph s1-1 〈附則第1項〉 1 （経過措置）↑ | 鍵は、なお従前の例による。"
    `);
  });

  test('a note counts on where nothing else waits for the number', () => {
    const found = (...texts: string[]) => nodesOf(tree(...texts)).map(({ kind, value }) => `${kind} ${value ?? ''}`);
    expect(
      found('1 保管', '箱に入れる。', '注1 箱は、青い箱をいう。', '2 札は、白い札をいう。', '2 返却', '棚に戻す。'),
    ).toEqual(['heading 1', 'text ', 'note 1', 'note 2', 'heading 2', 'text ']);
    expect(found('1 箱に入れる。', '注1 箱は、青い箱をいう。', '2 札を付ける。')).toEqual([
      'item 1',
      'note 1',
      'item 2',
    ]);
  });

  test("a line indented below an item is the item's, a signature on the right is not", () => {
    const found = nodesOf(
      tree(
        '第1条 次により保管する。',
        '(1) 箱に入れる。',
        line('箱は、青い。', { depth: 1 }),
        line('部長', { depth: 9 }),
      ),
    );
    expect(found.map(({ kind, body }) => `${kind} ${body.map(({ text }) => text)}`)).toEqual([
      'article ',
      'paragraph 次により保管する。',
      'item 箱に入れる。,箱は、青い。',
      'text 部長',
    ]);
  });

  test('イ behind ア is the second, before ロ the first', () => {
    const values = (...texts: string[]) => nodesOf(tree(...texts)).map(({ value }) => value?.[0]);
    expect(values('ア 甲', 'イ 乙', 'ウ 丙')).toEqual([1, 2, 3]);
    expect(values('イ 甲', 'ロ 乙', 'ハ 丙')).toEqual([1, 2, 3]);
  });

  test('the i of a list of letters is the ninth, the i of a list of its own the first', () => {
    const last = (...texts: string[]) => nodesOf(tree(...texts)).at(-1)?.value;
    expect(last(...'abcdefghi'.split('').map((letter) => `(${letter}) 甲`))).toEqual([9]);
    expect(last('(a) 甲', '(i) 乙')).toEqual([1]);
    expect(last('(a) 甲', '(i) 乙', '(ii) 丙')).toEqual([2]);
  });

  test('a chapter that counts its articles anew keeps their anchors apart', () => {
    const anchors = nodesOf(
      tree('第1章 総則', '第1条 甲は、守る。', '第2章 保管', '第1条 乙は、守る。', '第2条 丙は、守る。'),
    );
    expect(anchors.map(({ anchor }) => anchor)).toEqual([
      'ch1-h',
      'c1-h',
      'a1',
      'ch2-h',
      'ch2-c1-h',
      'ch2-a1',
      'ch2-c2-h',
      'ch2-a2',
    ]);
  });

  test('words that begin like a number are words', () => {
    expect(
      shown('第1条 文書は、保管する。', '3 年間保存する。', 'A 社の文書は除く。', '一般の文書も同じとする。'),
    ).toMatchInlineSnapshot(`
      "article c1-h 〈第1条〉 第1条 |
        paragraph a1 〈第1条〉  | 文書は、保管する。 ⏎ 3 年間保存する。 ⏎ A 社の文書は除く。 ⏎ 一般の文書も同じとする。"
    `);
  });
});

describe('tables', () => {
  test('stand under what announces them; rows are cited one by one', () => {
    const built = tree(
      '第1条 保存期間は、次の表のとおりとする。',
      table(['種類', '期間'], ['契約書', '10年']),
      '第2条 文書は、返す。',
    );
    expect(outline(built)).toMatchInlineSnapshot(`
      "article c1-h 〈第1条〉 第1条 |
        paragraph a1 〈第1条〉  | 保存期間は、次の表のとおりとす…
          table a1-tb1 〈第1条 表〉  |  2行
      article c2-h 〈第2条〉 第2条 |
        paragraph a2 〈第2条〉  | 文書は、返す。"
    `);
    const node = nodesOf(built).find(({ kind }) => kind === 'table');
    expect(node && tableRows(node).map(({ anchor, label }) => `${anchor} ${label}`)).toEqual([
      'a1-tb1-r1 第1条 表 1行目',
      'a1-tb1-r2 第1条 表 2行目',
    ]);
  });
});

describe('torn sentences', () => {
  const torn = (first: string, second: string, ...others: string[]) =>
    tree(...others, line(first, { after: 'blank' }), line(second, { after: 'page' }));
  test.each([
    ['a broken foreign word', '文書は、書庫でデータを入れた箱とともにフォ', 'ルダーに綴じる。'],
    ['a small letter', '書庫を開ける者は、番号の書かれたチ', 'ェックの札を掛ける。'],
    ['a long vowel', '携帯して動かす場合は、箱の中のデ', 'ータを守る。'],
    ['a comma', '書庫の鍵を失ったことが分かったときは、', '書庫責任者に届け出る。'],
    ['a particle behind', '文書を廃棄した者は、その旨を書庫責任者に', '報告しなければならない。'],
    ['an ending in front', '協議のうえ、双方で対処を検討', 'し、書面で合意する。'],
    ['a formal noun', '火災が起きて、書庫の業務が中断した', '際の連絡先を定める。'],
    ['a word of two letters', '写しを付して、廃棄したことを証', '明する書類を受け取る。'],
  ])('are healed where %s shows it', (_, first, second) => {
    const built = torn(first, second);
    expect(nodesOf(built).flatMap(({ body }) => body.map(({ text }) => text))).toContain(first + second);
    expect(built.diagnostics.map(({ kind }) => kind)).toEqual(['tear-healed']);
  });

  test('are healed where the document has the torn word elsewhere', () => {
    const built = torn('文書を扱うときは、収蔵目', '録番号を確かめる。', 'ここに収蔵目録番号を記す。');
    expect(built.diagnostics.map(({ kind }) => kind)).toEqual(['tear-healed']);
  });

  test.each([
    ['two sentences', '文書は、書庫に保管しなければならない。', '図面は、倉庫に保管しなければならない。', []],
    ['a title and a sentence', '書庫を利用する者の責務について', '利用する者は、鍵を返す。', []],
    ['terms and their meaning', '管理する者：書庫の管理を総括する者', '補佐する者：管理する者を補佐する者', []],
    ['an article', '文書を保管するときは、次の各号に', '第2条 図面は、返す。', ['number-start']],
    ['what only may be torn', '収蔵に当たっては、目録に記す番号', '札を付ける。', ['tear-unsure']],
  ])('%s are left as they are', (_, first, second, expected) => {
    const built = torn(first, second);
    expect(
      nodesOf(built)
        .flatMap(({ body }) => body.map(({ text }) => text))
        .join('|'),
    ).not.toContain(first + second);
    expect(built.diagnostics.map(({ kind }) => kind)).toEqual(expected);
  });
});

describe('an empty document', () => {
  test('is an empty tree', () => {
    expect(buildTree({ blocks: [], diagnostics: [] })).toEqual({ title: [], children: [], diagnostics: [] });
  });

  test('diagnostics of the reader come first', () => {
    const note = { kind: 'header', message: '柱を除きました。', spot: {} };
    expect(buildTree({ blocks: [line('③ 丙')], diagnostics: [note] }).diagnostics[0]).toBe(note);
  });
});
