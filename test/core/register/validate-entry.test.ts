import { describe, expect, test } from 'vitest';
import { toKeptCells, validateEntry } from '../../../src/core/register/validate-entry.ts';
import { form, removalRules, removals } from './fixture.ts';

const whole = { content: 'なし', 'taken-at': '2026-11-01 09:00' };
const validate = (cells: Record<string, string>) => validateEntry(form, removals, removalRules, cells, '2026-11-30');

describe('validateEntry', () => {
  test('lets what closes an entry be empty', () => {
    expect(validate(whole)).toEqual([]);
    const columns = removals.columns.map((column) => ({ ...column, required: true as const }));
    const cells = { ...whole, use: '打合せ' };
    const open = validateEntry(form, { ...removals, columns }, removalRules, cells, '2026-11-30');
    expect(open).toEqual([]);
  });

  test('names each column that has to be mended, in their order', () => {
    expect(
      validate({ ...whole, content: '', 'taken-at': 'きのう', 'returned-at': '2026-02-30 10:00' }),
    ).toMatchInlineSnapshot(`
      [
        {
          "column": "content",
          "message": "格納情報を入力してください。",
        },
        {
          "column": "taken-at",
          "message": "持ち出し日時には、実際にある日付と時刻を入力してください（例: 2026-11-30 14:05）。",
        },
        {
          "column": "returned-at",
          "message": "返却日時には、実際にある日付と時刻を入力してください（例: 2026-11-30 14:05）。",
        },
      ]
    `);
  });
});

test('toKeptCells keeps what the form does not ask any more, and nothing that is empty', () => {
  const cells = toKeptCells(removals, {
    'taken-at': '令和8年11月1日 9時',
    use: '  ',
    'old-column': '前の欄',
    content: ' a ',
  });
  expect(cells).toEqual({ 'taken-at': '2026-11-01 09:00', 'old-column': '前の欄', content: 'a' });
});
