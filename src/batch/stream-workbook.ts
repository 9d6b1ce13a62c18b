import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { LongSheet } from '../core/desk/sheets.ts';
import type { SheetValue } from '../core/form/sheets.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Letters of XML that are handed on at once. */
const portion = 256 * 1024;
/** Most rows that Excel takes, and most UTF-16 units of a cell. */
const mostRows = 1_048_576;
const mostUnits = 32_767;

/**
 * Writes sheets as an Excel file, row by row, so that memory holds a portion of it whatever its length. Every text is a text: what
 * begins with = + - @ is no formula.
 * @throws Error where the file cannot be written
 */
export async function streamWorkbook(path: string, sheets: readonly LongSheet[]): Promise<void> {
  const out = createWriteStream(path, { flags: 'wx' });
  await once(out, 'open');
  let failure: Error | undefined;
  let isFull = false;
  const zip = new Zip((error, bytes, isLast) => {
    failure ??= error ?? undefined;
    isFull = !out.write(bytes) || isFull;
    if (isLast) out.end();
  });
  const ended = once(out, 'close');
  out.once('error', (error) => {
    failure ??= error;
  });
  for (const [name, portions] of partsOf(sheets)) {
    const part = new ZipDeflate(name);
    zip.add(part);
    for (const text of portions) {
      part.push(strToU8(text));
      if (failure) throw failure;
      if (isFull) {
        isFull = false;
        await Promise.race([once(out, 'drain'), ended]);
      }
    }
    part.push(new Uint8Array(), true);
  }
  zip.end();
  await ended;
  if (failure) throw failure;
}

function* partsOf(sheets: readonly LongSheet[]): Generator<[name: string, portions: Iterable<string>], void, void> {
  const numbers = sheets.map((_, index) => index + 1);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (all: readonly string[]) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const ofSheets = numbers.map(
    (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  yield [
    '[Content_Types].xml',
    [
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${ofSheets.join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ],
  ];
  yield ['_rels/.rels', [relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])]];
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${toXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  yield [
    'xl/workbook.xml',
    [`${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>`],
  ];
  yield [
    'xl/_rels/workbook.xml.rels',
    [
      relations([
        ...numbers.map((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
        relation(`rId${numbers.length + 1}`, 'styles', 'styles.xml'),
      ]),
    ],
  ];
  yield ['xl/styles.xml', [styles]];
  for (const [index, sheet] of sheets.entries())
    yield [`xl/worksheets/sheet${index + 1}.xml`, inPortions(xmlOf(sheet))];
}

/** Looks of cells, by number: a text that wraps, a head, a day, a day with its time. */
const looks = { text: 1, head: 2, day: 3, moment: 4 } as const;
const aligned = 'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="游ゴシック"/></font><font><b/><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" ',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ',
]
  .map((look) => look + aligned)
  .join('')}</cellXfs></styleSheet>`;

function* xmlOf({ widths, rows, filter }: LongSheet): Generator<string, void, void> {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  let at = 0;
  for (const row of rows) {
    if (at === mostRows) break;
    at += 1;
    yield `<row r="${at}">${row.map((value, index) => toCell(value, `${columnName(index)}${at}`, at === 1)).join('')}</row>`;
  }
  const area = `A1:${columnName(Math.max(0, widths.length - 1))}${Math.max(1, at)}`;
  yield `</sheetData>${filter ? `<autoFilter ref="${area}"/>` : ''}</worksheet>`;
}

function toCell(value: SheetValue, at: string, isHead: boolean): string {
  if (value.kind === 'number') return `<c r="${at}" s="${looks.text}"><v>${value.number}</v></c>`;
  if (value.kind !== 'text') return `<c r="${at}" s="${looks[value.kind]}"><v>${value.serial}</v></c>`;
  if (value.text === '') return '';
  const text = toXml(value.text.slice(0, mostUnits)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  const look = isHead ? looks.head : looks.text;
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A text in XML, without what XML cannot hold. */
function toXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** 0 is `A`, 26 is `AA` */
function columnName(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function* inPortions(texts: Iterable<string>): Generator<string, void, void> {
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < portion) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}
