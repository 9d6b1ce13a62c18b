import { mostFileBytes } from '../../core/text/limits.ts';
import { findBytes, fromLatin1, toLatin1 } from '../bytes.ts';
import { PdfFile } from '../pdf/pdf-file.ts';
import { PdfSyntaxError } from '../pdf/pdf-value.ts';
import { RefusalError } from '../refusal-reasons.ts';

const endMark = '%%EOF';

/**
 * Opens a file that should be one of ours, from the outside inwards, so that the reason of a refusal is the one that a
 * person understands.
 * @throws RefusalError too-large, empty, not-a-pdf, truncated, appended, not-signed, signed-elsewhere, resaved-or-damaged
 */
export function openSignedFile(bytes: Uint8Array): PdfFile {
  if (bytes.length > mostFileBytes) throw new RefusalError('too-large', `${bytes.length} bytes.`);
  if (bytes.length === 0) throw new RefusalError('empty', 'No bytes.');
  if (toLatin1(bytes, 0, Math.min(5, bytes.length)) !== '%PDF-')
    throw new RefusalError('not-a-pdf', 'The file does not begin with %PDF-.');
  checkEnd(bytes);
  try {
    return new PdfFile(bytes);
  } catch (error) {
    if (error instanceof PdfSyntaxError)
      throw new RefusalError(describeForeign(bytes), error.message, { cause: error });
    throw error;
  }
}

function checkEnd(bytes: Uint8Array): void {
  const last = findLast(bytes, endMark);
  if (last < 0) throw new RefusalError('truncated', 'No %%EOF.');
  const rest = toLatin1(bytes, last + endMark.length);
  if (rest === '\n') return;
  // Other tools end their files with other line ends; one of ours that does has lost or gained a byte.
  if (/^\s*$/.test(rest) && !looksLikeOurs(bytes)) throw new RefusalError(describeForeign(bytes), 'Another line end.');
  throw new RefusalError(rest === '' ? 'truncated' : 'appended', `${rest.length} bytes follow the last %%EOF.`);
}

/**
 * Why a file that is not written as ours are is refused. The bytes are only searched to find the words for it:
 * whichever they are, the file is refused.
 */
export function describeForeign(
  bytes: Uint8Array,
): 'appended' | 'resaved-or-damaged' | 'signed-elsewhere' | 'not-signed' {
  if (looksLikeOurs(bytes)) return isUpdated(bytes) && !isLinearized(bytes) ? 'appended' : 'resaved-or-damaged';
  return mentions(bytes, '/ByteRange') ? 'signed-elsewhere' : 'not-signed';
}

/** Whether the names are in it that only files made here have together; a guess, for the words of a refusal. */
export function looksLikeOurs(bytes: Uint8Array): boolean {
  return mentions(bytes, '/ETSI.CAdES.detached') && mentions(bytes, '(kitei.json)');
}

/** A second end mark on a line of its own, as every incremental update leaves it (ISO 32000-1, 7.5.6). */
function isUpdated(bytes: Uint8Array): boolean {
  const mark = fromLatin1(`\n${endMark}\n`);
  const first = findBytes(bytes, mark);
  return first >= 0 && findBytes(bytes, mark, first + 1) >= 0;
}

/** Two end marks are how such a file is written, not something added (ISO 32000-1, F.2). */
function isLinearized(bytes: Uint8Array): boolean {
  const mark = fromLatin1('/Linearized');
  return findBytes(bytes, mark, 0, Math.min(1024, bytes.length)) >= 0;
}

function mentions(bytes: Uint8Array, text: string): boolean {
  return findBytes(bytes, fromLatin1(text)) >= 0;
}

function findLast(bytes: Uint8Array, text: string): number {
  const part = fromLatin1(text);
  const first = part[0] ?? 0;
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1))
    if (findBytes(bytes, part, at, at + part.length) === at) return at;
  return -1;
}
