import { strToU8, zipSync } from 'fflate';

/** What stands in a cell; a text goes to the shared strings, as Excel does it. */
export type CellSpec =
  | string
  | number
  | boolean
  /** Stretches of a text that look otherwise; `ruby` is the reading that a Japanese input method leaves behind. */
  | { rich: readonly string[]; ruby?: string }
  | { text: string; ruby: string }
  | { inline: string }
  /** `serial` counts days since 1899-12-30, shown in `format`, e.g. `yyyy/m/d`. */
  | { serial: number; format: string }
  | { formula: string; cached: string | number }
  | { error: string };

export interface SheetSpec {
  name: string;
  /** By address, e.g. `B3`. */
  cells: Readonly<Record<string, CellSpec>>;
  /** e.g. `A3:A6` */
  merges?: readonly string[];
  validations?: readonly { at: string; type?: string; formula: string; operator?: string }[];
  hidden?: boolean;
  hiddenRows?: readonly number[];
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** A fixed moment, so that the same workbook has the same bytes. */
const mtime = new Date('2026-11-01T00:00:00');

/** Builds a workbook as Excel writes one. @param more parts besides, or in the place of those made */
export function makeXlsx(sheets: readonly SheetSpec[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const strings: string[] = [];
  const formats: string[] = [];
  const parts: Record<string, string> = {};
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = toSheet(sheet, strings, formats);
  }
  const list = sheets.map((_, index) => index + 1);
  const relations = (entries: string[]) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  Object.assign(parts, {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${list.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name, hidden }, index) => `<sheet name="${toXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...list.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)),
      relation(`rId${list.length + 1}`, 'styles', 'styles.xml'),
      relation(`rId${list.length + 2}`, 'sharedStrings', 'sharedStrings.xml'),
    ]),
    'xl/styles.xml': toStyles(formats),
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.join('')}</sst>`,
    ...more,
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { mtime });
}

function toSheet(
  { cells, merges = [], validations = [], hiddenRows = [] }: SheetSpec,
  strings: string[],
  formats: string[],
) {
  const rows = new Map<number, [address: string, cell: CellSpec][]>();
  for (const [address, cell] of Object.entries(cells)) {
    const row = Number(/\d+$/.exec(address)?.[0]);
    rows.set(row, [...(rows.get(row) ?? []), [address, cell]]);
  }
  const byColumn = ([a]: [string, CellSpec], [b]: [string, CellSpec]) => a.length - b.length || (a < b ? -1 : 1);
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, entries]) => {
      const inside = entries.sort(byColumn).map(([address, cell]) => toCell(address, cell, strings, formats));
      return `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${inside.join('')}</row>`;
    });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const valid = validations.map(
    ({ at, type = 'list', formula, operator }) =>
      `<dataValidation type="${type}"${operator ? ` operator="${operator}"` : ''} allowBlank="1" sqref="${at}"><formula1>${toXml(formula)}</formula1></dataValidation>`,
  );
  return [
    `${declaration}<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData>`,
    merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`,
    valid.length > 0 && `<dataValidations count="${valid.length}">${valid.join('')}</dataValidations>`,
    '</worksheet>',
  ]
    .filter(Boolean)
    .join('');
}

function toCell(at: string, cell: CellSpec, strings: string[], formats: string[]): string {
  const shared = (inside: string) => `<c r="${at}" t="s"><v>${strings.push(`<si>${inside}</si>`) - 1}</v></c>`;
  if (typeof cell === 'string') return shared(toText(cell));
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`;
  if ('inline' in cell) return `<c r="${at}" t="inlineStr"><is>${toText(cell.inline)}</is></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${toXml(cell.error)}</v></c>`;
  if ('serial' in cell) return `<c r="${at}" s="${styleOf(cell.format, formats)}"><v>${cell.serial}</v></c>`;
  if ('formula' in cell) {
    const type = typeof cell.cached === 'string' ? ' t="str"' : '';
    return `<c r="${at}"${type}><f>${toXml(cell.formula)}</f><v>${toXml(String(cell.cached))}</v></c>`;
  }
  const runs =
    'rich' in cell ? cell.rich.map((run) => `<r><rPr><b/></rPr>${toText(run)}</r>`).join('') : toText(cell.text);
  const reading =
    cell.ruby === undefined ? '' : `<rPh sb="0" eb="1">${toText(cell.ruby)}</rPh><phoneticPr fontId="0"/>`;
  return shared(runs + reading);
}

function styleOf(format: string, formats: string[]): number {
  if (!formats.includes(format)) formats.push(format);
  return formats.indexOf(format) + 1;
}

function toStyles(formats: readonly string[]): string {
  const own = formats
    .map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${toXml(format)}"/>`)
    .join('');
  const used = formats.map(
    (_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  return `${declaration}<styleSheet xmlns="${main}">${own && `<numFmts count="${formats.length}">${own}</numFmts>`}<fonts count="1"><font><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${used.length + 1}">${plain}${used.join('')}</cellXfs></styleSheet>`;
}

function toText(text: string): string {
  return `<t xml:space="preserve">${toXml(text)}</t>`;
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
