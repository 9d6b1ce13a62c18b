import type { Diagnostic } from '../model/block.ts';
import type { Piece } from './classify.ts';

/** What a line of a table of contents and the heading it names have in common: the words, page number and blanks aside. */
function key(text: string): string {
  // No entry is that long, and the pattern below would take its time.
  if (text.length > 200) return text;
  return text
    .replace(/[\s.．…‥・･]*(?:[0-9０-９]{1,4}|[(（][^()（）]*[)）])?\s*(?:ページ|頁)?$/u, '')
    .replace(/\s+/gu, '');
}

/** Most lines a table of contents has. */
const longest = 400;

/**
 * Marks the entries of tables of contents: the lines after 目次 up to the heading that its first entry names. They name places and
 * are none themselves.
 */
export function findContents(pieces: Piece[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    if (pieces[at]?.special?.kind !== 'contents') continue;
    const first = pieces[at + 1];
    if (first?.block.kind !== 'line') continue;
    const named = key(first.text);
    const following = pieces.slice(at + 2, at + longest);
    const next = following.findIndex((piece) => piece.special?.kind === 'contents');
    const end = following
      .slice(0, next < 0 ? longest : next)
      .findIndex((piece) => piece.block.kind === 'line' && named !== '' && key(piece.text).startsWith(named));
    if (end < 0) continue;
    const entries = pieces.slice(at + 1, at + 2 + end);
    if (entries.some(({ text }) => text.includes('。'))) continue;
    for (const entry of entries) entry.quoted = true;
    at += entries.length;
    diagnostics.push({
      kind: 'contents',
      message: `目次の${entries.length}行は、条や章として数えていません。`,
      spot: first.block.spot,
    });
  }
  return diagnostics;
}
