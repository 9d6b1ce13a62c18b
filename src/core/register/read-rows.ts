import type { FormColumn, FormTable } from '../../record/v1/form/definition.ts';
import { toSentText } from '../../record/v1/form/sent-text.ts';
import { unguardFormula } from '../csv/csv.ts';
import { countCharacters } from '../text/characters.ts';
import { isDate, toDateText } from '../text/date.ts';
import { fromSerial } from '../text/excel-day.ts';
import { foldText } from '../text/fold.ts';
import { madeIdForm } from '../text/id.ts';
import { isMoment } from '../text/moment.ts';
import { isNumber } from '../text/number.ts';
import { findNote, looksLikeTime, type Place, places } from './match-columns.ts';
import { longestCell } from './read-entry.ts';
import { lookUp, type SheetHead, type TableSheet } from './sheet-head.ts';
import { struckWord } from './to-sheet.ts';

/** A row of a sheet as an entry would have it. */
export interface ReadRow {
  /** As the spreadsheet counts it. */
  row: number;
  cells: Record<string, string>;
  /** Of a file that kitei wrote. */
  mark?: { entry: string; state: string };
  /** Whether it is struck out; of a sheet that says so. */
  isStruck?: boolean;
}

/** What was taken, and is to be looked at: the text stands in the entry as it stood in the cell. */
export interface RowRemark {
  row: number;
  heading: string;
  text: string;
  kind: 'not-a-day' | 'no-time' | 'day-of-row' | 'time-cut' | 'not-a-number' | 'no-option' | 'error' | 'serial';
}

/** A row that was not taken. */
export interface RefusedRow {
  row: number;
  kind: 'too-long' | 'incomplete';
  heading: string;
}

export interface RowsReading {
  rows: ReadRow[];
  refused: RefusedRow[];
  remarks: RowRemark[];
  /** Headings of columns that go nowhere, and in how many rows something stands there. */
  leftOut: { heading: string; count: number }[];
  /** Ids of the columns that the sheet has: what it does not have stays as it is in an entry that is known. */
  columns: string[];
}

/**
 * Reads the rows below a head as entries.
 * @param chosen where each column goes, by its heading
 * @param isCsv whether texts may begin with the apostrophe that keeps them from being formulas
 */
export function readRows(
  sheet: TableSheet,
  head: SheetHead,
  table: FormTable,
  chosen: ReadonlyMap<string, Place>,
  isCsv: boolean,
): RowsReading {
  const headings = [...head.headings].map(([at, heading]) => ({ at, heading, place: chosen.get(heading) ?? '' }));
  const columns = table.columns.map((column) => ({
    column,
    from: headings.filter(({ place }) => place === column.id),
  }));
  const note = findNote(table);
  const noted = note ? headings.filter(({ place }) => place === places.note) : [];
  const at = (place: Place) => headings.find((one) => one.place === place)?.at;
  const [markAt, struckAt] = [at(places.mark), at(places.struck)];
  const cells = lookUp(sheet);
  const textAt = (row: number, column: number) => {
    const text = cells.below(row, column)?.text ?? '';
    return isCsv ? unguardFormula(text) : text;
  };
  const reading: RowsReading = { rows: [], refused: [], remarks: [], leftOut: [], columns: [] };
  const leftOut = new Map<string, number>();
  for (const row of [...sheet.rows.keys()].filter((one) => one > head.bottom).sort((a, b) => a - b)) {
    if (isHeadAgain(headings, (column) => textAt(row, column))) continue;
    const remarks: RowRemark[] = [];
    const texts = columns.map(({ column, from }): [FormColumn, string] => {
      const parts = from.flatMap(({ at: place, heading }) => {
        const cell = cells.below(row, place);
        if (!cell || cell.text === '') return [];
        const said = { row, heading, text: cell.text };
        if (cell.kind === 'error') remarks.push({ ...said, kind: 'error' });
        if (cell.kind === 'error') return [];
        const isDay = column.kind === 'date' || column.kind === 'moment';
        const text = isDay && cell.day !== undefined ? cell.day : textAt(row, place);
        return [{ ...said, text, isNumber: cell.kind === 'number' }];
      });
      const { text, kind } = readCell(column, parts, isCsv);
      const [first] = parts;
      if (kind && first) remarks.push({ row, heading: first.heading, text: first.text, kind });
      return [column, text];
    });
    addDays(texts, remarks, row);
    const others = noted.flatMap(({ at: place, heading }) => {
      const text = cells.below(row, place)?.day ?? textAt(row, place);
      return text === '' ? [] : [`${heading}: ${text}`];
    });
    const read = toRow(row, texts, note, others);
    for (const { at: place, heading, place: to } of headings)
      if (to === places.nowhere && textAt(row, place) !== '') leftOut.set(heading, (leftOut.get(heading) ?? 0) + 1);
    if (Object.keys(read.cells).length === 0) continue;
    const mark = markAt === undefined ? undefined : readMark(textAt(row, markAt));
    const tooLong = findTooLong(read, table);
    const refused = mark ? tooLong : (tooLong ?? findIncomplete(row, texts));
    if (refused) {
      reading.refused.push(refused);
      continue;
    }
    reading.remarks.push(...remarks);
    const isStruck = struckAt === undefined ? undefined : textAt(row, struckAt).trim() === struckWord;
    reading.rows.push({ ...read, ...(mark && { mark }), ...(isStruck !== undefined && { isStruck }) });
  }
  reading.leftOut = [...leftOut].map(([heading, count]) => ({ heading, count }));
  reading.columns = columns.filter(({ from }) => from.length > 0).map(({ column }) => column.id);
  if (note && noted.length > 0 && !reading.columns.includes(note.id)) reading.columns.push(note.id);
  return reading;
}

interface Part {
  text: string;
  isNumber: boolean;
}

/** What one or several cells say in a column. */
function readCell(
  column: FormColumn,
  parts: readonly Part[],
  isCsv: boolean,
): { text: string; kind?: RowRemark['kind'] } {
  if (parts.length === 0) return { text: '' };
  if (column.kind === 'date' || column.kind === 'moment') return readDay(column, parts, isCsv);
  const joined = parts.map(({ text }) => text).join(column.kind === 'text' || column.kind === 'several' ? '\n' : ' ');
  const text = toSentText(column, column.kind === 'several' ? cutChoices(column, joined) : joined);
  if (column.kind === 'number' && !isNumber(text)) return { text, kind: 'not-a-number' };
  const { options = [], open } = column;
  const isOffered = text.split('\n').every((line) => options.includes(line));
  if ((column.kind === 'one' || column.kind === 'several') && !open && !isOffered) return { text, kind: 'no-option' };
  return { text };
}

/** A day, or a day and its time, which may stand in two cells; a bare number where a day belongs is one of Excel's. */
function readDay(
  column: FormColumn,
  parts: readonly Part[],
  isCsv: boolean,
): { text: string; kind?: RowRemark['kind'] } {
  let isSerial = false;
  const texts = parts.map(({ text, isNumber: isFigure }) => {
    const serial = Number(text);
    // 1954 to 2119.
    if (!(isFigure || (isCsv && /^\d{5}(?:\.\d+)?$/.test(text))) || !(serial >= 20_000 && serial < 80_400)) {
      return toDateText(text);
    }
    isSerial = true;
    return fromSerial(serial);
  });
  // The time may stand before its day.
  texts.sort((a, b) => Number(looksLikeTime(a)) - Number(looksLikeTime(b)));
  const text = toSentText({ kind: 'moment' }, texts.join(' '));
  const day = toSentText({ kind: 'date' }, text);
  if (column.kind === 'date' && isMoment(text)) {
    const isMidnight = text.endsWith(' 00:00');
    return { text: text.slice(0, 10), ...(!isMidnight && { kind: 'time-cut' }) };
  }
  if (!isMoment(text) && !isDate(day)) return { text: toSentText(column, texts.join(' ')), kind: 'not-a-day' };
  if (isSerial) return { text: isDate(day) ? day : text, kind: 'serial' };
  return column.kind === 'moment' && isDate(day) ? { text: day, kind: 'no-time' } : { text: isDate(day) ? day : text };
}

/** A time without a day is on the day of its row: 日付, 入室時刻, 退室時刻. */
function addDays(texts: [FormColumn, string][], remarks: RowRemark[], row: number): void {
  const days = texts.flatMap(([{ kind }, text]) => {
    const day = text.slice(0, 10);
    return (kind === 'date' || kind === 'moment') && isDate(day) ? [day] : [];
  });
  const [day] = days;
  if (day === undefined) return;
  for (const pair of texts) {
    const [column, text] = pair;
    if (column.kind !== 'moment' || !looksLikeTime(text)) continue;
    const moment = toSentText(column, `${day} ${text}`);
    if (!isMoment(moment)) continue;
    pair[1] = moment;
    const remark = remarks.find((one) => one.row === row && one.kind === 'not-a-day' && one.text === text);
    if (remark) remark.kind = 'day-of-row';
  }
}

/** Choices are written one behind the other in one cell, too: cut where all of them are options. */
function cutChoices({ options = [] }: FormColumn, text: string): string {
  const known = new Set(options.map(foldText));
  const cut = text.split(/[\n、，,；;]/).map((one) => one.trim());
  return cut.every((one) => known.has(foldText(one))) ? cut.join('\n') : text;
}

function toRow(
  row: number,
  texts: readonly (readonly [FormColumn, string])[],
  note: FormColumn | undefined,
  others: readonly string[],
): ReadRow {
  const cells = Object.fromEntries(texts.filter(([, text]) => text !== '').map(([{ id }, text]) => [id, text]));
  if (note && others.length > 0) {
    const [known, end] = [cells[note.id], note.kind === 'text' ? '\n' : '、'];
    cells[note.id] = [...(known === undefined ? [] : [known]), ...others]
      .map((line) => (note.kind === 'text' ? line : line.replace(/\s*\n\s*/g, ' ')))
      .join(end);
  }
  return { row, cells };
}

function findTooLong({ row, cells }: ReadRow, { columns }: FormTable): RefusedRow | undefined {
  const isLong = (text: string) => text.length > longestCell && countCharacters(text) > longestCell;
  const long = columns.find(({ id }) => isLong(cells[id] ?? ''));
  return long && { row, kind: 'too-long', heading: long.label };
}

/** A sum, a remark below the table, a row that was begun: nothing stands where an entry must have something. */
function findIncomplete(row: number, texts: readonly (readonly [FormColumn, string])[]): RefusedRow | undefined {
  const required = texts.filter(([column]) => column.required);
  if (required.length === 0 || required.some(([, text]) => text !== '')) return undefined;
  return { row, kind: 'incomplete', heading: required.map(([{ label }]) => label).join('、') };
}

/** The head once more, as it stands at the top of each printed page. */
function isHeadAgain(
  headings: readonly { at: number; heading: string }[],
  textAt: (column: number) => string,
): boolean {
  const filled = headings.filter(({ at }) => textAt(at) !== '');
  return (
    filled.length > 1 &&
    filled.every(({ at, heading }) => foldText(heading) === foldText(textAt(at))) &&
    filled.length * 2 > headings.length
  );
}

function readMark(text: string): ReadRow['mark'] {
  const [entry = '', state = '', ...more] = text.trim().split(' ');
  return madeIdForm.test(entry) && madeIdForm.test(state) && more.length === 0 ? { entry, state } : undefined;
}
