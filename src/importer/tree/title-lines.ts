import type { Line } from '../model/block.ts';
import { isPlain, type Piece } from './classify.ts';
import { looksLikeTitle } from './wording.ts';

/** 制定 令和2年4月1日, 第3版, 株式会社…: what stands below a title and is none. */
const notTitle =
  /^(?:制定|改[正定訂]|施行|発効|発行|最終|令和|平成|昭和|西暦|[0-9０-９]{4}\s*[年./]|第.{1,3}版|[Vv]er|版|株式会社|有限会社|一般社団|(?:作成|承認)[者日])|(?:株式会社|[0-9０-９]日|制定|改正|改定|施行)$/u;

/** The document's title: its first lines as long as they are titles and nothing of the document's own begins. */
export function titleLines(pieces: Piece[]): Line[] {
  const title: Line[] = [];
  for (const piece of pieces.slice(0, 4)) {
    const line = piece.block;
    if (line.kind !== 'line' || !looksLikeTitle(piece.text) || piece.special || piece.label || piece.caption) break;
    if (/(?:[様殿]|御中|各位)$/u.test(piece.text)) break;
    const first = title[0];
    const goesOn =
      isPlain(piece) ||
      (line.level !== undefined && (!first || (first.level !== undefined && line.level <= first.level)));
    const numbered = piece.readings.length > 0 || line.numbered !== undefined;
    if (!goesOn || numbered || (first?.level !== undefined && line.level === undefined)) break;
    if (first && (notTitle.test(piece.text) || /[：:]/u.test(piece.text))) break;
    title.push(line);
  }
  return title;
}
