import type { Kind } from './answer-kind.ts';
import { type ColumnRole, foldHead } from './column-roles.ts';

/** Fields and words that stand on the page of every list (`record/v1/checklist/statuses.ts`). */
const shown = ['回答', '備考', '理由', '備考・理由', '記録の名前', '予定日', '問い', '番号', '分類'];
/** Columns of which the page keeps the words: what a note says of them is still seen. */
const kept: readonly ColumnRole[] = ['question', 'number', 'category', 'answer'];

const marks = /[○〇◯◎△▲▽×✕✖☓●□☐☑■◻✓✔レ]/g;
/** Parts of a sheet, which a page has not. */
const sheetParts =
  /[A-ZＡ-Ｚ]列|[左右上下](?:の|側の)?(?:欄|列|セル|表|行)|(?:別|記入例の?|次の|他の|前の)?シート|セル|プルダウン|網掛け|(?:黄|赤|青|緑|灰|水|着|色)[^、。]{0,3}(?:欄|部分|行|列|箇所)/g;

/**
 * What a note speaks of that the list will not show: a mark such as △, which becomes 一部実施・予定, a column that is not
 * taken over, a cell's colour. Empty where the note is as true as on the sheet.
 */
export function findAbsent(
  note: string,
  columns: readonly { role: ColumnRole; head: string }[],
  kinds: readonly Kind[],
): string[] {
  const text = note.normalize('NFKC');
  const hasStates = kinds.some(({ kind }) => kind === 'state');
  const onPage = new Set([
    ...(hasStates ? ['○', '×'] : []),
    ...kinds.flatMap((kind) => ('options' in kind ? kind.options.flatMap((option) => [...foldMarks(option)]) : [])),
  ]);
  const unseen = (foldMarks(text).match(marks) ?? []).filter((mark) => !onPage.has(mark));
  const gone = columns.flatMap(({ role, head }) => {
    const word = foldHead(head);
    return word.length >= 2 && !kept.includes(role) && !shown.includes(word) && speaksOf(text, word) ? [word] : [];
  });
  const heads = columns.map(({ head }) => foldHead(head));
  const others = [...text.matchAll(/([\p{Script=Han}\p{Script=Katakana}ー・]{2,8})欄/gu)].flatMap(([, word = '']) =>
    [...shown, ...heads, '記入', '入力'].some((one) => one !== '' && word.endsWith(one)) ? [] : [`${word}欄`],
  );
  return [...new Set([...unseen, ...gone, ...others, ...(text.match(sheetParts) ?? [])])];
}

/** A column is spoken of by its name and 欄, in brackets, or as where something is written. */
function speaksOf(text: string, head: string): boolean {
  const name = head.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${name}の?[欄列]|「${name}」|${name}(?:には?|へ)[^。]{0,30}(?:書|記|入力|選|添)`).test(text);
}

function foldMarks(text: string): string {
  return text.replace(/[〇◯]/g, '○').replace(/[✕✖☓]/g, '×').replace(/▲/g, '△');
}
