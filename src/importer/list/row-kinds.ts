import { areaAt } from './find-table.ts';
import type { TableView } from './table-view.ts';

/** ※, 注1, （注）, 備考： begin what explains, and asks nothing. */
export function isNote(text: string): boolean {
  return /^[\s(（[［【]*(?:※|＊|\*|注\s*[\d０-９]*\s*[)）\]］】:：.．、]|注意|備考[:：]|（注|\(注)/.test(text);
}

/** ①, (1), （ア）, ア., a), ・: the mark that a part of a question begins with; '' where there is none. */
export function readMark(text: string): string {
  const [, mark = ''] =
    /^\s*([①-⑳㉑-㉟㋐-㋾]|[(（][\d０-９]{1,2}[)）]|[(（][ア-ンa-zA-Zⅰ-ⅹⅠ-Ⅹ][)）]|[ア-ンa-zA-Z][)）.．]|[ⅰ-ⅹⅠ-Ⅹ][.．)）]?)/.exec(
      text,
    ) ?? [];
  return mark;
}

/**
 * A row with one text that heads what follows: merged over several columns, or in a column left of the questions; no
 * sentence, not long.
 */
export function isSectionRow(view: TableView, row: number, column: number, text: string): boolean {
  if (text.length > 60 || /[。．？?]$|(?:か|いる|ある|ない|こと)$/.test(text.trim())) return false;
  // A number alone waits for its question.
  if (!/\p{L}/u.test(text)) return false;
  const { left, right } = areaAt(view.sheet, row, column);
  if (right - left >= 2) return true;
  if (view.columns('category').includes(column)) return false;
  const looksLike = /^(?:第?[\d０-９一二三四五六七八九十IVXⅠ-Ⅹ]+[章節編.．、\s　)）]|[■●◆▼□○【〔[［])/.test(text);
  return column < view.question || looksLike;
}
