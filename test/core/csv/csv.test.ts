import { describe, expect, test } from 'vitest';
import { guardFormula, toCsv } from '../../../src/core/csv/csv.ts';
import { parseCsv } from './reference-csv.ts';

/** mulberry32: the same numbers in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What breaks careless writers, and what breaks careless readers. */
const pieces = [
  '"',
  ',',
  '\r',
  '\n',
  '\r\n',
  '=',
  '+',
  '-',
  '@',
  '\t',
  "'",
  '＝',
  '＋',
  '－',
  '＠',
  '\uFEFF',
  '𠮷',
  '辻\u{E0100}',
  'a',
  '1',
  ' ',
  ';',
  '|',
];

/** Marks by which a spreadsheet may take a text for a formula. */
const formulaMarks = [...'=+-@\t\r\n＝＋－＠'];

describe('toCsv', () => {
  test('any text comes back as it was, and none begins as a formula', () => {
    const random = randomFrom(20261121);
    let guarded = 0;
    for (let run = 0; run < 2000; run += 1) {
      const width = 1 + random(4);
      const text = () => Array.from({ length: random(6) }, () => pieces[random(pieces.length)]).join('');
      const rows = Array.from({ length: 1 + random(4) }, () => Array.from({ length: width }, text));
      const csv = toCsv(rows);
      expect(csv.startsWith('\uFEFF')).toBe(true);
      const read = parseCsv(csv.slice(1));
      expect(read.flat().filter((cell) => formulaMarks.includes(cell[0] ?? ''))).toEqual([]);
      expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(rows);
      guarded += read.flat().filter((cell) => cell.startsWith("'")).length;
    }
    expect(guarded).toBeGreaterThan(1000);
  });

  test('quotes only what needs it, and ends each row with CRLF', () => {
    expect(
      toCsv([
        ['a', 'b,c'],
        ['d"e', 'f\ng'],
      ]),
    ).toBe('\uFEFFa,"b,c"\r\n"d""e","f\ng"\r\n');
    expect(toCsv([])).toBe('\uFEFF');
  });
});

describe('guardFormula', () => {
  test.each([
    ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
    ['+81 3', "'+81 3"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝１', "'＝１"],
    ["'甲", "''甲"],
    ['甲=1', '甲=1'],
    ['', ''],
    ['0', '0'],
  ])('%j becomes %j', (text, expected) => {
    expect(guardFormula(text)).toBe(expected);
  });
});
