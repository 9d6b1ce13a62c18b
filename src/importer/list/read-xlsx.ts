import { ImportError } from '../model/block.ts';
import { openZip } from '../zip/open-zip.ts';
import { elementsOf, findElement, readXml, textOf, type XmlElement } from '../zip/read-xml.ts';
import { formatSerial, readFormats } from './cell-format.ts';
import { childrenOf, nothing, readEntryRules, readNames } from './read-entry-rules.ts';
import { type Area, parseAddress, parseArea, type Sheet, type SheetCell, toLetters } from './sheet.ts';

/*
 * Written by hand because a list needs more of a sheet than its values: where a cell stands, how a number is shown, what is
 * merged, and what may be entered. `read-excel-file` also believes a sheet's `dimension`, and leaves out what lies beyond.
 */

/** A list that people answer stays far below; what is beyond is a mistake, or built to harm. */
const most = { rows: 20_000, columns: 1_000, cells: 400_000, merges: 5_000 } as const;

/**
 * Reads the sheets of an Excel file, in their order. Of formulas the values that Excel computed last, of rich texts all
 * letters, without the readings that a Japanese input method leaves in them. What holds a program is refused.
 * @throws ImportError, in words for the person who chose the file
 */
export function readXlsx(bytes: Uint8Array): Sheet[] {
  const parts = openZip(bytes, {
    wanted: (name) => {
      if (/^xl\/(?:vbaProject\.bin|macrosheets\/)/i.test(name)) throw new ImportError(hasProgram);
      return /^xl\/.*\.(xml|rels)$/i.test(name) && !/\/(media|drawings|charts)\//.test(name);
    },
  });
  const part = (name: string) => {
    const found = parts.get(name);
    return found && readXml(found, { depth: 50, elements: 2_000_000 });
  };
  const workbook = part('xl/workbook.xml');
  if (!workbook) {
    throw new ImportError(
      'Excel のブック（.xlsx）ではありません。Excel で開き、「Excel ブック（.xlsx）」として保存し直したファイルを選んでください。',
    );
  }
  const shared = childrenOf(part('xl/sharedStrings.xml'), 'x:si').map(lettersOf);
  const formats = readFormats(
    part('xl/styles.xml'),
    isOn(findElement(workbook, 'x:workbookPr')?.attributes['date1904']),
  );
  const targets = new Map(
    childrenOf(part('xl/_rels/workbook.xml.rels'), 'rel:Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      toPartName(attributes['Target'] ?? ''),
    ]),
  );
  const sheets = childrenOf(findElement(workbook, 'x:sheets'), 'x:sheet').flatMap(({ attributes }): Raw[] => {
    const root = part(targets.get(attributes['r:id'] ?? '') ?? '');
    // A chart sheet has no cells.
    if (root?.name !== 'x:worksheet') return [];
    const hidden = attributes['state'] !== undefined && attributes['state'] !== 'visible';
    return [{ name: attributes['name'] ?? '', hidden, root }];
  });
  const read = sheets.map(
    ({ name, hidden, root }): Sheet => ({
      name,
      hidden,
      ...readCells(root, (cell) => readCell(cell, shared, formats)),
      merges: readMerges(root),
      entryRules: [],
    }),
  );
  for (const [index, { root }] of sheets.entries()) {
    const sheet = read[index];
    if (sheet) sheet.entryRules = readEntryRules(root, sheet, read, readNames(workbook));
  }
  return read;
}

const hasProgram =
  'マクロ（プログラム）の入ったブック（.xlsm など）は、開きません。Excel で開き、『名前を付けて保存』で「Excel ブック（.xlsx）」にしたファイルを選んでください。';

interface Raw {
  name: string;
  hidden: boolean;
  root: XmlElement;
}

function readCells(
  root: XmlElement,
  read: (cell: XmlElement) => SheetCell | undefined,
): Pick<Sheet, 'rows' | 'hiddenRows'> {
  const rows: Sheet['rows'] = new Map();
  const hiddenRows = new Set<number>();
  let [lastRow, count] = [0, 0];
  for (const row of childrenOf(findElement(root, 'x:sheetData'), 'x:row')) {
    // Addresses may be left out: then each follows the one before.
    lastRow = Number(row.attributes['r'] ?? lastRow + 1);
    if (isOn(row.attributes['hidden'])) hiddenRows.add(lastRow);
    const cells = new Map<number, SheetCell>();
    let lastColumn = 0;
    for (const element of childrenOf(row, 'x:c')) {
      lastColumn = parseAddress(element.attributes['r'] ?? '')?.column ?? lastColumn + 1;
      const cell = read(element);
      if (!cell || cell.text === '') continue;
      if (lastRow > most.rows || lastColumn > most.columns || ++count > most.cells) {
        throw tooLarge();
      }
      cells.set(lastColumn, cell);
    }
    if (cells.size > 0) rows.set(lastRow, cells);
  }
  return { rows, hiddenRows };
}

function readMerges(root: XmlElement): Area[] {
  const merges = childrenOf(findElement(root, 'x:mergeCells'), 'x:mergeCell');
  if (merges.length > most.merges) throw tooLarge();
  return merges.flatMap(({ attributes }) => parseArea(attributes['ref'] ?? '') ?? []);
}

function tooLarge(): ImportError {
  return new ImportError(
    'シートが大きすぎるため、読みません。リストの表だけを新しいブックに貼り付けて保存し、そのファイルを選んでください。',
  );
}

function readCell(
  cell: XmlElement,
  shared: readonly string[],
  formats: ReturnType<typeof readFormats>,
): SheetCell | undefined {
  const value = textOf(findElement(cell, 'x:v') ?? nothing);
  switch (cell.attributes['t']) {
    case 's':
      return toCell(shared[Number(value)] ?? '');
    case 'inlineStr':
      return toCell(lettersOf(findElement(cell, 'x:is')));
    case 'str':
      return toCell(decodeEscapes(value));
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: value, kind: 'error' };
    case 'd':
      return { text: value.slice(0, 16).replace('T', ' ').replace(' 00:00', ''), kind: 'date' };
    default:
      return value === '' ? undefined : formatSerial(Number(value), formats[Number(cell.attributes['s'] ?? 0)]);
  }
}

function toCell(text: string): SheetCell {
  return { text: toLetters(text), kind: 'text' };
}

/** The letters of a shared or inline string: runs one after another, phonetic runs (`rPh`) left out. */
function lettersOf(item: XmlElement | undefined): string {
  if (!item) return '';
  const pieces = elementsOf(item).map((part) => {
    if (part.name === 'x:t') return textOf(part);
    return part.name === 'x:r' ? textOf(findElement(part, 'x:t') ?? nothing) : '';
  });
  return decodeEscapes(pieces.join(''));
}

/** `_x000D_` stands for a character that XML does not hold, `_x005F_` for the `_` before what only looks like it. */
function decodeEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** A target is meant from `xl/`, or from the top where it begins with `/`. */
function toPartName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
