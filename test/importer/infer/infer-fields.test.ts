import { expect, test } from 'vitest';
import { inferFields } from '../../../src/importer/infer/infer-fields.ts';
import { type Short, smallTree } from './small-tree.ts';

const known = {
  roles: { librarian: '司書', director: '館長' },
  records: { loanRegister: '貸出台帳' },
  topics: { storage: '保管・施錠', disposal: '廃棄・返還', foodSafety: '食品衛生' },
};

const tree = smallTree([
  'article',
  'a1-h',
  '貴重書の保管',
  [
    [
      'paragraph',
      'a1',
      '司書は、貴重書を持ち出すときは、あらかじめ館長の許可を得て、次の事項を貸出台帳に記載しなければならない。',
      [
        ['item', 'a1-i1', '書名', [], '(1)', [1]],
        ['item', 'a1-i2', '前号の書籍の状態', [], '(2)', [2]],
      ],
      '',
      [1],
    ],
  ],
  '第1条',
  [1],
]);

test('every place but a heading has what its words and its place say', () => {
  const { fields, diagnostics } = inferFields(tree, known);
  expect(diagnostics).toEqual([]);
  expect([...fields.keys()]).toEqual(['a1', 'a1-i1', 'a1-i2']);
  expect(fields.get('a1')).toEqual({
    actors: { value: [{ id: 'librarian', name: '司書' }], certainty: 'sure', from: '司書は' },
    approvers: { value: [{ id: 'director', name: '館長' }], certainty: 'sure', from: '館長の許可を' },
    modality: { value: 'must', certainty: 'sure', from: 'なければならない' },
    when: {
      value: { text: '貴重書を持ち出すとき、あらかじめ', trigger: '貴重書の持ち出し', within: 'before' },
      certainty: 'sure',
      from: '貴重書を持ち出すときは、あらかじめ',
    },
    deliverables: { value: [{ id: 'loanRegister', name: '貸出台帳' }], certainty: 'sure', from: '貸出台帳' },
    topics: { value: ['storage'], certainty: 'hint', from: '' },
  });
  expect(fields.get('a1-i2')).toMatchObject({
    actors: { value: [{ id: 'librarian', name: '司書' }], certainty: 'hint', from: '' },
    modality: { value: 'must', certainty: 'hint', from: '' },
    references: [{ from: 0, to: 2, line: 0, anchor: 'a1-i1' }],
  });
});

test('topics of another folder are found by their names, others by the words of a topic', () => {
  const topicsOf = (title: string, text: string) =>
    inferFields(smallTree(['heading', 'h', title, [['text', 't', text]]]), known).fields.get('t')?.topics?.value;
  expect(topicsOf('調理場', '食品衛生の講習を受けること。')).toEqual(['foodSafety']);
  expect(topicsOf('書庫', '施錠した棚に置く。')).toEqual(['storage']);
  expect(topicsOf('不要となった図書', '裁断し、焼却する。')).toBeUndefined();
  expect(topicsOf('不要となった図書の廃棄', '裁断し、焼却する。')).toEqual(['disposal']);
});

test('the same regulation gives the same fields', () => {
  expect(inferFields(tree, known)).toEqual(inferFields(structuredClone(tree), known));
});

test('a regulation of 600 provisions takes a second at most', () => {
  const articles = Array.from(
    { length: 150 },
    (_, index): Short => [
      'article',
      `a${index}-h`,
      '書庫の利用',
      [
        [
          'paragraph',
          `a${index}`,
          `書庫担当者は、第${index}条の規定により資料を出納する場合は、速やかに出納簿に次の事項を記載しなければならない。`,
          [
            ['item', `a${index}-i1`, '請求者の氏名（代理人がいる場合は、その氏名を含む。）', [], '(1)', [1]],
            ['item', `a${index}-i2`, '前号の者が館長の許可を得て持ち出した日', [], '(2)', [2]],
            ['item', `a${index}-i3`, '返却の予定日', [], '(3)', [3]],
          ],
          '',
          [1],
        ],
      ],
      `第${index}条`,
      [index],
    ],
  );
  const regulation = smallTree(...articles);
  const before = process.cpuUsage();
  const { fields } = inferFields(regulation, known);
  const { user } = process.cpuUsage(before);
  expect(fields.size).toBe(600);
  expect(user / 1e6).toBeLessThan(1);
});

test('letters of any kind are read without an exception', () => {
  for (const text of [
    '',
    '（',
    '」「',
    '）（。',
    '\u{1f600}は、',
    'は',
    '第条',
    '第999999999999条',
    '（（（以下「',
    '\ud800は、',
    '甲'.repeat(4000),
  ]) {
    expect(inferFields(smallTree(['paragraph', 'p', text]), known).fields.has('p')).toBe(true);
  }
});
