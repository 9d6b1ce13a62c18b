import { describe, expect, test } from 'vitest';
import { type Entry, headsOf, isInConflict, stateOf } from '../../../src/core/register/entry.ts';
import { mergeEntries, withState } from '../../../src/core/register/merge.ts';
import { type IncomingRow, planRows } from '../../../src/core/register/plan-rows.ts';
import { assetOf, idOf, removals } from './sheet-fixture.ts';

const columns = removals.columns.map(({ id }) => id);
const plan = (existing: readonly Entry[], rows: readonly IncomingRow[], by = '見本次郎') =>
  planRows(existing, rows, { table: 'entries', columns, by, at: '2026-12-01T00:00:00.000Z', idOf });
const entry = assetOf(1);
const { cells } = stateOf(entry);
const mark = { entry: entry.id, state: stateOf(entry).id };
const corrected = withState(
  entry,
  { cells: { ...cells, use: '研修' } },
  { id: 's2', at: '2026-11-30T06:00:00.000Z', by: '見本花子' },
);

describe('a row that kitei wrote', () => {
  test('is the same where nothing was changed, though the register has gone on', () => {
    expect(plan([corrected], [{ cells, mark }])).toMatchObject({ entries: [], same: 1 });
  });

  test('with another cell is a further state, by who reads it in; an empty cell empties', () => {
    const less = { ...Object.fromEntries(Object.entries(cells).slice(1)), count: '9' };
    const { entries, merged } = plan([entry], [{ cells: less, mark }]);
    expect(merged).toMatchObject({ added: [], changed: [entry.id], conflicts: [] });
    expect(stateOf(entries[0] as Entry)).toMatchObject({ after: [mark.state], by: '見本次郎', cells: less });
    expect(plan(merged.entries, [{ cells: less, mark }])).toMatchObject({ entries: [], same: 1 });
  });

  test('that was changed here and there is in conflict, and nothing is lost', () => {
    const { merged } = plan([corrected], [{ cells: { ...cells, use: '出張' }, mark }]);
    expect(merged.conflicts).toEqual([entry.id]);
    expect(headsOf(merged.entries[0] as Entry).map((head) => head.cells['use'])).toEqual(['研修', '出張']);
  });

  test('leaves alone what the sheet has no column for', () => {
    const few = { table: 'entries', columns: ['count'], by: '', at: '2026-12-01T00:00:00.000Z', idOf };
    const { entries } = planRows([entry], [{ cells: { count: '9' }, mark }], few);
    expect(stateOf(entries[0] as Entry).cells).toEqual({ ...cells, count: '9' });
  });

  test('that was copied in Excel is an entry of its own beside the one that it was', () => {
    const { merged } = plan(
      [entry],
      [
        { cells: { ...cells, content: 'USB-9' }, mark },
        { cells, mark },
      ],
    );
    expect(merged).toMatchObject({ changed: [], conflicts: [] });
    expect(merged.added).toHaveLength(1);
  });

  test('is struck out where the sheet says so', () => {
    const { entries } = plan([entry], [{ cells, mark, isStruck: true }]);
    expect(stateOf(entries[0] as Entry)).toMatchObject({ struck: true, cells });
    expect(
      plan(
        [assetOf(7)],
        [{ cells: stateOf(assetOf(7)).cells, mark: { entry: 'entry-7', state: 'state-7' }, isStruck: true }],
      ).same,
    ).toBe(1);
  });

  test('of another list changes nothing there', () => {
    const elsewhere = { ...entry, table: 'others' };
    const { merged } = plan([elsewhere], [{ cells: { ...cells, count: '9' }, mark }]);
    expect(merged).toMatchObject({ changed: [], entries: [elsewhere, { table: 'entries' }] });
  });

  test('joins what another device wrote, once its states are there', () => {
    // This device has the first state alone; the file was written after the second one.
    const late = { entry: entry.id, state: 's2' };
    const { merged } = plan([entry], [{ cells: { ...cells, use: '出張' }, mark: late }]);
    const [both] = mergeEntries(merged.entries, [corrected]).entries as [Entry];
    expect(isInConflict(both)).toBe(false);
    expect(stateOf(both).cells['use']).toBe('出張');
  });
});

describe('a row of the organisation', () => {
  const row = { cells: { content: 'USB-1', 'taken-at': '2026-11-02 09:00', 'taken-by': '見本花子' } };
  const returned = { cells: { ...row.cells, 'returned-at': '2026-11-05 10:00' } };

  test('is new once, whoever reads it in, and the same the second time', () => {
    const once = plan([], [row, row]);
    expect(once.merged.added).toHaveLength(2);
    expect(plan(once.merged.entries, [row, row])).toMatchObject({ entries: [], same: 2 });
    const elsewhere = plan([], [row, row], '見本三郎');
    expect(mergeEntries(once.merged.entries, elsewhere.merged.entries)).toMatchObject({ added: [], conflicts: [] });
  });

  test('is the same after the entry was corrected here', () => {
    const once = plan([], [row]).merged.entries;
    const mended = withState(
      once[0] as Entry,
      { cells: { ...row.cells, content: 'USB-2' } },
      { id: 's3', at: '2026-12-02T00:00:00.000Z', by: '' },
    );
    expect(plan([mended], [row])).toMatchObject({ entries: [], same: 1 });
  });

  test('that knows more of one entry and nothing else completes it, once', () => {
    const once = plan([], [row]).merged.entries;
    const twice = plan(once, [returned]);
    expect(twice.merged).toMatchObject({ added: [], changed: [once[0]?.id], conflicts: [] });
    expect(plan(twice.merged.entries, [returned])).toMatchObject({ entries: [], same: 1 });
  });

  test('completes none of two that are alike', () => {
    const once = plan([], [row, row]).merged.entries;
    expect(plan(once, [returned]).merged.added).toHaveLength(1);
  });
});
