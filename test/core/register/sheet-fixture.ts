import type { Entry } from '../../../src/core/register/entry.ts';
import { beginEntry } from '../../../src/core/register/merge.ts';
import type { TableSheet } from '../../../src/core/register/sheet-head.ts';
import type { FormTable } from '../../../src/record/v1/form/definition.ts';
import { column } from '../../record/v1/form/fixture.ts';

/** Of media that go out and come back. */
export const removals: FormTable = {
  kind: 'table',
  id: 'entries',
  title: '',
  row: '持ち出し',
  blankRows: 8,
  examples: [],
  notes: [],
  columns: [
    column('content', '格納情報', 0.2, { kind: 'text', required: true }),
    column('taken-at', '持ち出し日時', 0.15, { kind: 'moment', required: true }),
    column('taken-by', '持ち出した者', 0.1, { required: true }),
    column('use', '用途', 0.1),
    column('count', '個数', 0.1, { kind: 'number', unit: '個' }),
    column('medium', '媒体', 0.1, { kind: 'one', options: ['USB メモリー', 'ノートパソコン'] }),
    column('checks', '確かめたこと', 0.1, { kind: 'several', options: ['暗号化', '名札'] }),
    column('returned-at', '返却日時', 0.1, { kind: 'moment' }),
    column('due', '返却予定日', 0.1, { kind: 'date' }),
    column('other', 'その他', 0.1),
  ],
};

export const removalRules = { on: 'taken-at', closedBy: ['returned-at'], open: '返却待ち', closed: '返却済み' };

/** Awkward in every column: leading zeros, formulas, codes, line breaks, letters beyond the plane. */
export function assetOf(number: number): Entry {
  const day = `2026-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`;
  const texts = [
    '0012',
    '=1+2',
    "'=x",
    '_x0041_',
    '𠮷野家\nさいたま',
    '"引用", 、',
    '1-2',
    '2026-01-02',
    '+81-3',
    '1e5',
  ];
  const text = texts[number % texts.length] ?? '';
  return beginEntry(
    `entry-${number}`,
    'entries',
    {
      cells: {
        content: `${text} ${number}`,
        'taken-at': `${day} ${String(number % 24).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}`,
        'taken-by': text.replace('\n', ' '),
        count: String((number * 37) % 1000),
        ...(number % 3 === 0 && { medium: 'USB メモリー', checks: '暗号化\n名札', 'returned-at': '2026-11-30 00:00' }),
        ...(number % 2 === 0 && { due: day, other: text.replace('\n', ' ') }),
      },
      ...(number % 50 === 7 && { struck: true as const, reason: '書き間違い' }),
    },
    { id: `state-${number}`, at: '2026-11-30T05:00:00.000Z', by: '見本花子' },
  );
}

/** Lines of texts as a sheet. */
export function sheetOf(lines: readonly (readonly string[])[], merges: TableSheet['merges'] = []): TableSheet {
  const cells = (line: readonly string[]) =>
    new Map(line.flatMap((text, at) => (text === '' ? [] : [[at + 1, { text, kind: 'text' as const }] as const])));
  return {
    name: '台帳',
    rows: new Map(lines.map((line, at) => [at + 1, cells(line)] as const).filter(([, line]) => line.size > 0)),
    merges,
  };
}

let count = 0;

/** Not a hash: the same text has the same id, which is all that is asked of it here. */
const ids = new Map<string, string>();
export function idOf(text: string): string {
  const id = ids.get(text) ?? `made-${++count}`;
  ids.set(text, id);
  return id;
}
