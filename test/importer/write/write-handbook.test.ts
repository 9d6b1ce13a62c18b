import { describe, expect, test } from 'vitest';
import { writeHandbook } from '../../../src/importer/write/write-handbook.ts';
import { node, table, tree } from '../../support/regulation.ts';

const sample = tree(
  [
    node('chapter', 'ch1-h', {
      number: '第1章',
      body: '総則',
      children: [
        node('article', 'c1-h', {
          number: '第1条',
          caption: '（目的）',
          children: [node('paragraph', 'a1', { body: 'この規程は、情報を守ることを目的とする。', label: '第1条' })],
        }),
        node('article', 'c2-h', {
          number: '第2条',
          caption: '（持ち出し）',
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
                    node('bullet', 'a2-1-i2-b1', { number: '・', body: '紙' }),
                    node('bullet', 'a2-1-i2-b2', { number: '・', body: '写し' }),
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
          table: table(['区分', '期限'], [{ lines: [], columns: 1, rows: 2 }, '1日\n2日'], ['3日']),
          children: [],
          label: '別表1 表',
        }),
      ],
    }),
  ],
  ['情報取扱規程'],
);

describe('writeHandbook', () => {
  test('writes', () => {
    const { files } = writeHandbook({
      id: 'rules',
      title: '情報取扱規程',
      file: { name: 'a.docx', sha256: '0'.repeat(64) },
      today: '2026-11-30',
      tree: sample,
      fields: new Map([
        [
          'a2-2',
          {
            references: [
              { from: 0, to: 2, line: 0, anchor: 'a2-1' },
              { from: 6, to: 9, line: 0, anchor: 't1-h' },
            ],
            actors: { value: [{ name: '部門責任者' }], certainty: 'sure', from: 'x' },
          },
        ],
      ]),
      existing: new Map([
        ['organization.yaml', 'name: 見本商事\n'],
        ['roles.yaml', '# x\nclient:\n  a: { name: b, meaning: c }\n\n# end\n'],
        ['records.yaml', '{}\n'],
      ]),
    });
    for (const [path, text] of files) console.log(`=== ${path}\n${text}`);
    expect(1).toBe(1);
  });
});
