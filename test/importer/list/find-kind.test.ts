import { expect, test } from 'vitest';
import { importList } from '../../../src/importer/list/import-list.ts';
import { makeXlsx } from '../../support/xlsx.ts';

test('tells of questions that ask for something else than the ○ and × that a rule for the whole column offers', () => {
  const bytes = makeXlsx([
    {
      name: '点検表',
      cells: {
        ...{ A1: 'No.', B1: '確認項目', C1: '回答' },
        ...{ A2: 1, B2: '鍵を掛けていますか。' },
        ...{ A3: 2, B3: '担当者は何人ですか。' },
        ...{ A4: 3, B4: '規程の最終改定日はいつですか。' },
        ...{ A5: 4, B5: '連絡の方法がありますか。' },
        ...{ A6: 5, B6: '媒体の数（本）' },
      },
      validations: [{ at: 'C2:C6', formula: '"○,△,×,対象外"' }],
    },
  ]);
  const { file, diagnostics } = importList({ name: '点検表.xlsx', bytes, id: 'tenken', before: new Map() });
  expect(file.sections.flatMap(({ items }) => items.map(({ answer }) => answer))).toEqual(Array(5).fill(undefined));
  expect(diagnostics.map(({ kind, cell, message }) => [kind, cell, /\{.*\}/.exec(message)?.[0]])).toEqual([
    ['asks-otherwise', 'C3', '{ kind: number }'],
    ['asks-otherwise', 'C4', '{ kind: date }'],
    ['asks-otherwise', 'C6', '{ kind: number }'],
  ]);
});
