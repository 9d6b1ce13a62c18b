import { readText } from '../../core/text/decode-text.ts';
import { ImportError } from '../model/block.ts';
import { type Sheet, type SheetCell, toLetters } from './sheet.ts';

const mostBytes = 20 * 1024 * 1024;

/**
 * Reads a CSV file as one sheet, in whatever encoding it certainly is (Excel writes three); commas, tabs or semicolons between the fields (RFC 4180 besides).
 * @param name of the sheet
 * @throws ImportError, in words for the person who chose the file
 */
export function readCsv(bytes: Uint8Array, name: string): Sheet {
  if (bytes.length > mostBytes)
    throw new ImportError('ファイルが大きすぎます（20 MB まで）。リストの表だけを保存し直してください。');
  const text = decode(bytes).replace(/\r\n?/g, '\n');
  const rows: Sheet['rows'] = new Map();
  for (const [index, fields] of parse(text, findSeparator(text)).entries()) {
    const cells = fields.flatMap((field, column): [number, SheetCell][] =>
      toLetters(field) === '' ? [] : [[column + 1, { text: toLetters(field), kind: 'text' }]],
    );
    if (cells.length > 0) rows.set(index + 1, new Map(cells));
  }
  return { name, hidden: false, rows, hiddenRows: new Set(), merges: [], entryRules: [] };
}

function decode(bytes: Uint8Array): string {
  try {
    return readText(bytes);
  } catch (cause) {
    throw new ImportError(cause instanceof Error ? cause.message : '', { cause });
  }
}

/** The one that parts most of what stands before the first line's end, outside quotes. */
function findSeparator(text: string): string {
  const [line = ''] = text.replace(/"[^"]*"/g, '').split('\n', 1);
  const count = (separator: string) => line.split(separator).length;
  return [',', '\t', ';'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function parse(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let [field, isQuoted] = ['', false];
  const end = () => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (isQuoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') field += text[++at] ?? '';
      else isQuoted = false;
    } else if (letter === '"' && field === '') isQuoted = true;
    else if (letter === separator) end();
    else if (letter === '\n') {
      end();
      rows.push([]);
    } else field += letter;
  }
  end();
  return rows;
}
