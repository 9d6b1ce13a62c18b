import { fromLatin1 } from '../../core/text/latin1.ts';
import { toName } from '../to-name.ts';
import { fromBase64, fromQuotedWord } from './transfer.ts';

/** Labels that mail programs write and browsers do not know. */
const labels: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['iso-2022-jp-1', 'iso-2022-jp'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'],
  ['eucjp-ms', 'euc-jp'],
  ['cp51932', 'euc-jp'],
]);

/** Letters in an encoding that somebody has told, which is not always so. */
export function decodeTold(bytes: Uint8Array, label: string): string {
  const name = label.toLowerCase().trim();
  try {
    return new TextDecoder(labels.get(name) ?? name, { fatal: true }).decode(bytes);
  } catch {
    // An encoding that does not exist, or is not the one of these bytes.
    return toName(bytes);
  }
}

/** `=?charset?B?…?=` (RFC 2047); a language may follow the charset (RFC 2231, 5). */
const word = /=\?([!-)+->@-~]{1,40})(?:\*[!->@-~]{0,40})?\?([bq])\?([!->@-~ ]*)\?=/i;

/**
 * A header's text with its encoded words read. Words that follow one another are put together before they are read: some
 * programs cut within a letter.
 */
export function decodeWords(text: string): string {
  const pieces: (string | { label: string; bytes: number[] })[] = [];
  let rest = text;
  for (let found = word.exec(rest); found; found = word.exec(rest)) {
    const [whole, label = '', kind = '', content = ''] = found;
    const between = rest.slice(0, found.index);
    const last = pieces.at(-1);
    const bytes = [...(/b/i.test(kind) ? fromBase64(content) : fromQuotedWord(content))];
    const isNext = typeof last === 'object' && /^\s*$/.test(between);
    if (between !== '' && !isNext) pieces.push(between);
    if (isNext && last.label === label.toLowerCase()) last.bytes.push(...bytes);
    else pieces.push({ label: label.toLowerCase(), bytes });
    rest = rest.slice(found.index + whole.length);
  }
  const read = pieces.map((piece) =>
    typeof piece === 'string' ? piece : decodeTold(Uint8Array.from(piece.bytes), piece.label),
  );
  return read.join('') + rest;
}

/** A header as it stands in the file, one character a byte: letters beyond ASCII are what some programs send as they are. */
export function decodeRaw(text: string): string {
  // ISO-2022-JP has seven bits, and quotation marks among its bytes: it is read before anything is cut.
  return /[^\t\n\r -~]/.test(text) ? toName(fromLatin1(text)) : text;
}
