import { describe, expect, test } from 'vitest';
import { inferReferences } from '../../../src/importer/infer/references.ts';
import { type Short, smallPlaces } from './small-tree.ts';

const paragraph = (anchor: string, text: string, value: number, children: readonly Short[] = []): Short => [
  'paragraph',
  anchor,
  text,
  children,
  value === 1 ? '' : String(value),
  [value],
];
const item = (anchor: string, text: string, value: number, children: readonly Short[] = []): Short => [
  'item',
  anchor,
  text,
  children,
  `(${value})`,
  [value],
];
const article = (value: number[], caption: string, children: readonly Short[]): Short => [
  'article',
  `a${value.join('_')}-h`,
  caption,
  children,
  `第${value.join('条の')}${value.length > 1 ? '' : '条'}`,
  value,
];

/** What is said at `a5-2-i2`, in a regulation of six articles. */
function referTo(text: string) {
  const { references, diagnostics } = inferReferences(
    smallPlaces(
      article([1], '目的', [paragraph('a1', 'この規程は、蔵書の貸出しに関し必要な事項を定める。', 1)]),
      article([2], '登録', [
        paragraph('a2-1', '利用者は登録を受ける。', 1),
        paragraph('a2-2', '登録は二年とする。', 2, [item('a2-2-i1', '学生', 1), item('a2-2-i2', '教員', 2)]),
      ]),
      article([3], '貸出し', [
        paragraph('a3', '次の資料は貸し出さない。', 1, [item('a3-i1', '貴重書', 1), item('a3-i2', '新聞', 2)]),
      ]),
      article([3, 2], '延長', [paragraph('a3_2', '延長は一回とする。', 1)]),
      article([5], '返却', [
        paragraph('a5-1', '期限までに返す。', 1),
        paragraph('a5-2', '次の者は別に扱う。', 2, [
          item('a5-2-i1', '休学者', 1),
          item('a5-2-i2', text, 2, [
            ['subitem', 'a5-2-i2-a', '病気', [], 'ア', [1]],
            ['subitem', 'a5-2-i2-b', text.includes('アの') ? text : '留学', [], 'イ', [2]],
          ]),
          item('a5-2-i3', '退職者', 3),
        ]),
        paragraph('a5-3', '延滞の間は貸さない。', 3),
      ]),
      article([6], '雑則', [paragraph('a6', '館長が定める。', 1)]),
      ['annex', 'annex1-h', '利用申込書', [['text', 'annex1-t', '氏名']], '別紙1', [1]],
      ['annex', 'table2-h', '資料の区分', [['text', 'table2-t', '区分']], '別表第2', [2]],
    ),
  );
  return { all: references.get('a5-2-i2') ?? [], sub: references.get('a5-2-i2-b') ?? [], diagnostics };
}

describe('numbers of clauses', () => {
  test.each<[string, [string, string][]]>([
    ['第3条の資料を借りた者', [['第3条', 'a3']]],
    ['第三条の資料を借りた者', [['第三条', 'a3']]],
    ['第３条第２号の資料を借りた者', [['第３条第２号', 'a3-i2']]],
    ['第3条の2の延長を受けた者', [['第3条の2', 'a3_2']]],
    ['第2条の登録がない者', [['第2条', 'a2-h']]],
    ['第2条第1項の登録がない者', [['第2条第1項', 'a2-1']]],
    ['第2条第2項第1号の者', [['第2条第2項第1号', 'a2-2-i1']]],
    ['第1項の期限を過ぎた者', [['第1項', 'a5-1']]],
    ['第3項の者', [['第3項', 'a5-3']]],
    ['第1号の者に準ずる者', [['第1号', 'a5-2-i1']]],
    ['前条の者', [['前条', 'a3_2']]],
    ['次条により認められた者', [['次条', 'a6']]],
    ['前項の期限を過ぎた者', [['前項', 'a5-1']]],
    ['次項の者', [['次項', 'a5-3']]],
    ['前号の者の家族', [['前号', 'a5-2-i1']]],
    ['次号の者の家族', [['次号', 'a5-2-i3']]],
    [
      '第2条第2項の者及び同項第2号の者',
      [
        ['第2条第2項', 'a2-2'],
        ['同項第2号', 'a2-2-i2'],
      ],
    ],
    [
      '第2条の登録を受け、同条第2項の期間が過ぎた者',
      [
        ['第2条', 'a2-h'],
        ['同条第2項', 'a2-2'],
      ],
    ],
    [
      '第1条から第3条までの者',
      [
        ['第1条', 'a1'],
        ['第3条', 'a3'],
      ],
    ],
    ['別紙1を出した者', [['別紙1', 'annex1-h']]],
    ['別紙を出した者', [['別紙', 'annex1-h']]],
    ['別表第2の資料を借りた者', [['別表第2', 'table2-h']]],
    ['(1)の者と同居する者', [['(1)', 'a5-2-i1']]],
    ['この規程第3条の者', [['第3条', 'a3']]],
  ])('%s', (text, expected) => {
    const { all, diagnostics } = referTo(text);
    expect(all.map(({ from, to, line, anchor }) => [text.slice(from, to), anchor, line])).toEqual(
      expected.map(([words, anchor]) => [words, anchor, 0]),
    );
    expect(diagnostics).toEqual([]);
  });

  test('a letter of the same list', () => {
    expect(referTo('アの場合に準ずるとき').sub.map(({ anchor }) => anchor)).toEqual(['a5-2-i2-a']);
  });

  test.each([
    '個人情報保護法第23条の者',
    '番号法（平成二十五年法律第二十七号）第9条第3項の者',
    '就業規則第3条の者',
    '契約書第2条の者',
    '労働基準法第15条の者及び同条第2項の者',
    '同項の者',
    '本条の者',
    '三月以上3.5日以下の者',
  ])('%s: another document’s, or none', (text) => {
    const { all, diagnostics } = referTo(text);
    expect(all).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  test.each(['第9条の者', '第2条第7項の者', '第3条第9号の者'])('%s: told', (text) => {
    const { all, diagnostics } = referTo(text);
    expect(all).toEqual([]);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `「${text.slice(0, -2)}」が指す所が見つかりません。番号が合っているか、確かめてください。`,
    ]);
  });
});

describe('numbered headings', () => {
  const heading = (anchor: string, number: string, children: readonly Short[]): Short => [
    'heading',
    anchor,
    '見出し',
    children,
    number,
    [1],
  ];
  const places = (text: string) =>
    smallPlaces(
      heading('ch1-h', '1', [
        heading('ch1-2-h', '1.2', [heading('ch1-2.1-h', '2.1', [['text', 'ch1-t', '記載する。']])]),
      ]),
      heading('ch2-h', '2', [
        heading('ch2-2.1-h', '2.1', [['text', 'ch2-t', text]]),
        heading('ch2-2.2-h', '2.2', [['text', 'ch2-u', '控える。']]),
      ]),
    );
  test.each([
    ['「2.2 点検」を参照すること。', '2.2', 'ch2-2.2-h'],
    ['２．２に従うこと。', '２．２', 'ch2-2.2-h'],
    ['1.2による。', '1.2', 'ch1-2-h'],
  ])('%s', (text, words, anchor) => {
    const found = inferReferences(places(text)).references.get('ch2-t') ?? [];
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual([words]);
    expect(found.map((one) => one.anchor)).toEqual([anchor]);
  });
  test('of two with one number, the one in the same chapter', () => {
    const found = inferReferences(
      smallPlaces(
        heading('ch1-h', '1', [heading('ch1-2.2-h', '2.2', [['text', 'x', '記載する。']])]),
        heading('ch2-h', '2', [
          heading('ch2-2.2-h', '2.2', [['text', 'y', '控える。']]),
          heading('ch2-2.3-h', '2.3', [['text', 'z', '2.2による。']]),
        ]),
      ),
    );
    expect(found.references.get('z')?.map(({ anchor }) => anchor)).toEqual(['ch2-2.2-h']);
  });
});
