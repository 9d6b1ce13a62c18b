import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../src/core/csv/csv.ts';
import { arrange } from '../../../src/core/register/arrange.ts';
import type { Entry } from '../../../src/core/register/entry.ts';
import { readSheet } from '../../../src/core/register/import-sheet.ts';
import { planRows } from '../../../src/core/register/plan-rows.ts';
import type { TableSheet } from '../../../src/core/register/sheet-head.ts';
import { toRegisterRows, toRegisterSheet } from '../../../src/core/register/to-sheet.ts';
import { readCsv } from '../../../src/importer/list/read-csv.ts';
import { readXlsx } from '../../../src/importer/list/read-xlsx.ts';
import { writeWorkbook } from '../../../src/ui/parts/write-workbook.ts';
import { assetOf, idOf, removalRules, removals } from './sheet-fixture.ts';

interface Tag {
  name: string;
  attributes: Record<string, string>;
}

/** The tags of a part of a workbook that open, in their order. */
function tagsOf(part: Uint8Array = new Uint8Array()): Tag[] {
  const tags: Tag[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes: { ...attributes } }));
  parser.write(strFromU8(part)).close();
  return tags;
}

const entries = Array.from({ length: 500 }, (_, number) => assetOf(number));
const shown = arrange(entries, removalRules);
const write = async () =>
  new Uint8Array(await (await writeWorkbook([toRegisterSheet(removals, removalRules, shown)])).arrayBuffer());

function planOf(sheet: TableSheet | undefined, existing: readonly Entry[], isCsv = false) {
  const read = sheet && readSheet(sheet, removals, isCsv);
  if (!read) throw new Error('The sheet has no head.');
  const { rows, columns, refused, remarks } = read.reading;
  const plan = planRows(existing, rows, { table: 'entries', columns, by: 'x', at: '2026-12-01T00:00:00.000Z', idOf });
  return { ...plan, refused, remarks };
}

describe('500 entries as a workbook', () => {
  test('come back unchanged', async () => {
    const [sheet] = readXlsx(await write());
    expect(planOf(sheet, entries)).toMatchObject({ entries: [], same: 500, refused: [], remarks: [] });
  });

  test('are whole on a device that has none of them', async () => {
    const [sheet] = readXlsx(await write());
    const { entries: made } = planOf(sheet, []);
    const said = (list: readonly Entry[]) =>
      list
        .map(({ id, states: [state] }) => ({ id, cells: state?.cells, struck: state?.struck, after: state?.after }))
        .sort((a, b) => a.id.localeCompare(b.id));
    expect(said(made)).toEqual(said(entries).map((one) => ({ ...one, after: [one.id.replace('entry', 'state')] })));
  });

  test('are read by another reader with their types', async () => {
    const [{ data } = { data: [] }] = await readWorkbook((await write()).buffer);
    const first = shown[0]?.state.cells ?? {};
    const [head = [], row = []] = data;
    const at = (label: string) => row[head.indexOf(label)];
    expect(at('持ち出し日時')).toEqual(new Date(`${first['taken-at']?.replace(' ', 'T')}:00Z`));
    expect(at('個数')).toBe(Number(first['count']));
    expect(at('持ち出した者')).toBe(first['taken-by']);
    expect(at('書いた日時')).toEqual(new Date('2026-11-30T14:00:00Z'));
    expect(data).toHaveLength(501);
  });

  test('have a head in sight, a filter on each column, and no formula', async () => {
    const files = unzipSync(await write());
    const [xml, book] = ['worksheets/sheet1', 'workbook'].map((name) =>
      strFromU8(files[`xl/${name}.xml`] ?? new Uint8Array()),
    );
    expect(book).toContain('hidden="1">\'持ち出し\'!$A$1:$Q$501</definedName>');
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml).toContain('</sheetData><autoFilter ref="A1:Q501"/>');
    expect(xml).not.toContain('<f>');
  });

  test('are, part by part, what a program for sheets goes by: head, widths, kinds of cells', async () => {
    const files = unzipSync(await write());
    const sheet = tagsOf(files['xl/worksheets/sheet1.xml']);
    const [pane] = sheet.filter(({ name }) => name === 'pane');
    expect(pane?.attributes).toMatchObject({ ySplit: '1', topLeftCell: 'A2', state: 'frozen' });
    const columns = sheet.filter(({ name }) => name === 'col').map(({ attributes }) => attributes);
    expect(columns).toHaveLength(removals.columns.length + 7);
    // Narrower than this no heading could be read.
    for (const { width, customWidth } of columns) expect([Number(width) >= 10, customWidth]).toEqual([true, '1']);
    const places = sheet.map(({ name }) => name);
    const inOrder = ['sheetViews', 'cols', 'sheetData', 'autoFilter'].map((name) => places.indexOf(name));
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));

    const formats = tagsOf(files['xl/styles.xml']);
    const codes = new Map(
      formats
        .filter(({ name }) => name === 'numFmt')
        .map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode']]),
    );
    const xfs = formats.slice(formats.findIndex(({ name }) => name === 'cellXfs')).filter(({ name }) => name === 'xf');
    const kindOf = (address: string) => {
      const { t = 'n', s = '0' } = sheet.find(({ name, attributes }) => name === 'c' && attributes['r'] === address)
        ?.attributes ?? { t: 'none' };
      return [t, codes.get(xfs[Number(s)]?.attributes['numFmtId'])];
    };
    const address = (id: string, row: number) =>
      `${'ABCDEFGHIJ'[removals.columns.findIndex((one) => one.id === id)]}${row}`;
    const row = shown.findIndex(({ state }) => state.cells['due'] !== undefined) + 2;
    expect(kindOf(address('taken-by', row))[0]).toBe('s');
    expect(kindOf(address('count', row))).toEqual(['n', undefined]);
    expect(kindOf(address('due', row))).toEqual(['n', 'yyyy"年"m"月"d"日"']);
    expect(kindOf(address('taken-at', row))).toEqual(['n', 'yyyy"年"m"月"d"日" h:mm']);
  });
});

test('a column that is called as one of ours comes back as what it is', () => {
  const columns = removals.columns.map((one) => (one.id === 'use' ? { ...one, label: '状態' } : one));
  const table = { ...removals, columns };
  const [entry] = arrange([withUse(assetOf(1))], removalRules);
  const rows = entry ? toRegisterRows(table, removalRules, [entry]) : [];
  const read = readSheet(readCsv(new TextEncoder().encode(toCsv(rows)), ''), table, true);
  expect(read?.reading.rows[0]?.cells['use']).toBe('使用中');
});

function withUse(entry: Entry): Entry {
  return { ...entry, states: entry.states.map((state) => ({ ...state, cells: { ...state.cells, use: '使用中' } })) };
}

describe('500 entries as CSV', () => {
  const csv = toCsv(toRegisterRows(removals, removalRules, shown));

  test('come back unchanged', () => {
    const sheet = readCsv(new TextEncoder().encode(csv), '');
    expect(planOf(sheet, entries, true)).toMatchObject({ entries: [], same: 500, refused: [], remarks: [] });
  });

  test('say their state, who wrote, and when', () => {
    const lines = csv.split('\r\n');
    expect(lines[0]).toContain(
      '状態,取り消し,直した・取り消した理由,書いた人,書いた日時,出どころ,目印（消さないでください）',
    );
    expect(csv).toContain('返却待ち,,,見本花子,2026-11-30 14:00,,entry-');
    expect(csv).toContain('取り消し,取り消し,書き間違い,見本花子,2026-11-30 14:00,,entry-7 state-7');
    expect(csv).not.toMatch(/(?:^|,|")=/);
  });
});
