import { expect, test } from 'vitest';
import { formatSerial, readFormats } from '../../../src/importer/list/cell-format.ts';
import { readXml } from '../../../src/importer/zip/read-xml.ts';

test.each([
  [46024, 'yyyy/m/d', false, '2026-01-02', 'date'],
  [46024.75, 'yyyy/m/d h:mm', false, '2026-01-02 18:00', 'date'],
  [46024 + 845 / 1440, 'yyyy"年"m"月"d"日" h"時"mm"分"', false, '2026-01-02 14:05', 'date'],
  [46024 + 599 / 1440, 'yyyy/m/d h:mm AM/PM', false, '2026-01-02 09:59', 'date'],
  [46024.999999, 'yyyy/m/d h:mm:ss', false, '2026-01-03 00:00:00', 'date'],
  [0.75, 'h:mm', false, '18:00', 'date'],
  [1.5, '[h]:mm', false, '36:00', 'date'],
  [0.5, 'h:mm:ss.00', false, '12:00:00', 'date'],
  [46024, 'mmm-yy', false, '2026-01-02', 'date'],
  [44562, 'yyyy/m/d', true, '2026-01-02', 'date'],
  [46024, '[$-411]ggge"年"m"月"d"日"', false, '2026-01-02', 'date'],
  [60, 'General', false, '60', 'number'],
  [1.1, '0.00', false, '1.10', 'number'],
  [0.1 + 0.2, 'General', false, '0.3', 'number'],
  [7, '000', false, '007', 'number'],
  [0.255, '0.0%', false, '25.5%', 'number'],
  [1200, '#,##0"人"', false, '1200', 'number'],
  [5, '0;[Red]-0', false, '5', 'number'],
])('%d in the form %s (since 1904: %s) is %s', (value, code, since1904, text, kind) => {
  expect(formatSerial(value, { code, since1904 })).toEqual({ text, kind });
});

test.each([
  ['m"月"d"日"', '1-2', '2026-01-02'],
  ['d-mmm', '1-2', '2026-01-02'],
  ['m/d h:mm', '1-2 18:00', '2026-01-02 18:00'],
])('a day that %s shows as %s keeps its year beside it', (code, text, day) => {
  expect(formatSerial(46024.75, { code, since1904: false })).toEqual({ text, day, kind: 'date' });
});

test.each([
  [18, '18:00'],
  [20, '18:00'],
  [21, '18:00:00'],
  [32, '18:00'],
  [35, '1-2'],
  [46, '1104594:00:00'],
  [53, '1-2'],
  [56, '1-2'],
])('format %d of Excel itself, as one typed there has it, shows %s', (numFmtId, text) => {
  const styles = readXml(
    new TextEncoder().encode(
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="${numFmtId}"/></cellXfs></styleSheet>`,
    ),
  );
  expect(formatSerial(46024.75, readFormats(styles, false)[0])).toMatchObject({ text });
});

test('what is no number is nothing', () => {
  expect(formatSerial(Number.NaN, undefined)).toBeUndefined();
});
