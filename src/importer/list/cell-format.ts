import { elementsOf, findElement, type XmlElement } from '../zip/read-xml.ts';
import type { SheetCell } from './sheet.ts';

/** How a cell shows a number. */
export interface CellFormat {
  code: string;
  /** Days are counted from 1904, as Excel for the Macintosh once did. */
  since1904: boolean;
}

/** Formats that a file names by number alone (ECMA-376, Part 1, 18.8.30, with those of Japanese Excel). */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy/m/d',
  28: 'yyyy/m/d',
  29: 'yyyy/m/d',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: 'yyyy/m/d',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy/m/d',
  51: 'yyyy/m/d',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'yyyy/m/d',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: 'yyyy/m/d',
  58: 'yyyy/m/d',
};

/** The format of each cell style, in the order in which cells name them. */
export function readFormats(styles: XmlElement | undefined, since1904: boolean): CellFormat[] {
  const list = (name: string) => elementsOf(findElement(styles, name) ?? { name: '', attributes: {}, children: [] });
  const own = new Map(
    list('x:numFmts').map(({ attributes }) => [Number(attributes['numFmtId']), attributes['formatCode'] ?? '']),
  );
  return list('x:cellXfs').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    return { code: own.get(id) ?? builtIn[id] ?? '', since1904 };
  });
}

/**
 * A number as its cell shows it: a date as `2026-11-21`, without its year as `11-21` (the whole day beside it), with its time as
 * `2026-11-21 15:20`, a time alone as `15:20`; decimals, per cent, leading zeros.
 */
export function formatSerial(value: number, format: CellFormat | undefined): SheetCell | undefined {
  if (!Number.isFinite(value)) return undefined;
  const [first = ''] = (format?.code ?? '').split(';');
  // 標準: Excel's own choice, which is no date.
  const bare = first.replace(/"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|General|AM\/PM|A\/P/gi, '');
  if (/[ymdgehs]/i.test(bare) && !/[0#]/.test(bare.replace(/\.0+/, '')))
    return { ...toMoment(value, bare, format?.since1904 ?? false), kind: 'date' };
  const [, decimals = ''] = /\.(0+)/.exec(bare) ?? [];
  if (bare.includes('%')) return { text: `${round(value * 100, decimals.length)}%`, kind: 'number' };
  if (decimals) return { text: round(value, decimals.length), kind: 'number' };
  const [zeros = ''] = /^0{2,}$/.exec(bare) ?? [];
  // What binary fractions cannot hold is not what was typed.
  return { text: String(Number(value.toPrecision(15))).padStart(zeros.length, '0'), kind: 'number' };
}

function round(value: number, decimals: number): string {
  return Math.abs(value) < 1e15 ? value.toFixed(decimals) : String(value);
}

/** Hours, minutes and seconds of a format; `[h]` counts on beyond a day. An `m` beside neither is a month. */
const timePart = /\[?h+\]?\W*m+(?:\W*s+)?|\[?m+\]?\W*s+|\[?h+\]?|\[?s+\]?|\[m+\]/i;

function toMoment(serial: number, code: string, since1904: boolean): Pick<SheetCell, 'text' | 'day'> {
  const [time] = timePart.exec(code) ?? [];
  const day = code.replace(timePart, '');
  // To the second: fractions of a day are not exact.
  const seconds = Math.round(serial * 86_400);
  const hasDay = /[ymdge]/i.test(day);
  if (time !== undefined && !hasDay) return { text: toClock(time.startsWith('[') ? seconds : seconds % 86_400, time) };
  const days = Math.floor(time === undefined ? serial : seconds / 86_400);
  const behind = time === undefined ? '' : ` ${toClock(seconds % 86_400, time)}`;
  const whole = `${toDay(days, since1904)}${behind}`;
  // Without leading zeros: an item number 1-2 that Excel took for a day reads as it was typed.
  if (/[yge]/i.test(day) || !/^\d{4}-\d\d-\d\d/.test(whole)) return { text: whole };
  const text = `${Number(whole.slice(5, 7))}-${Number(whole.slice(8, 10))}${behind}`;
  return { text, day: whole };
}

function toClock(seconds: number, code: string): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, ...(/s/i.test(code) ? [seconds % 60] : [])];
  return parts.map(two).join(':');
}

function toDay(serial: number, since1904: boolean): string {
  const days = since1904 ? serial + 1462 : serial;
  const moment = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  if (Number.isNaN(moment.getTime())) return String(serial);
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()];
  return `${year}-${two(month)}-${two(day)}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
