import { foldText } from '../../core/text/fold.ts';
import type { Status } from '../../record/v1/checklist/answers.ts';
import type { AnswerAsked } from '../../record/v1/checklist/asked.ts';

/** What an item takes for an answer; `state` is one of the five states. */
export type Kind = AnswerAsked | { kind: 'state' };

/** Words for a state of the list (実施 … 対象外), folded. Other words are options of their own, and stay as they are. */
const states: Record<Exclude<Status, 'unanswered'>, string> = {
  done: '○ 〇 ◯ ◎ 実施 実施済 実施済み 実施している 済 済み 対応済 対応済み 適合 遵守',
  partial: '△ ▲ 一部実施 一部実施・予定 一部 実施中 実施予定 予定 一部未実施 対応予定',
  notDone: '× ✕ ✖ x ☓ 未実施 実施していない 未 未対応 不適合 未遵守',
  notApplicable: '- － ー ― — / ／ 対象外 該当なし 非該当 該当せず n/a na',
};

const stateOf = new Map(
  (['done', 'partial', 'notDone', 'notApplicable'] as const).flatMap((state) =>
    states[state].split(' ').map((word) => [foldState(word), state] as const),
  ),
);

/** Whether these options are the marks of a list with states: ○ and ×, 実施済 and 未実施, with or without what lies between. */
export function areStates(options: readonly string[]): boolean {
  const found = options.map((option) => stateOf.get(foldState(option)));
  const kinds = new Set(found);
  return !kinds.has(undefined) && kinds.has('done') && kinds.has('notDone') && kinds.size === options.length;
}

/** Which of the five states a mark or word of a sheet stands for: △ is `partial`; undefined for any other. */
export function stateOfMark(mark: string): Exclude<Status, 'unanswered'> | undefined {
  return stateOf.get(foldState(mark));
}

const yesNo = /^(?:はい|いいえ|yes|no|y|n|有|無|有り|無し|あり|なし|ある|ない|可|否|該当|わからない|不明)$/i;

/** はい and いいえ, 有 and 無 and the like, with or without 該当なし: they answer whether something is so. */
export function areYesNo(options: readonly string[]): boolean {
  return options.length >= 2 && options.every((option) => yesNo.test(foldText(option)) || stateOfMark(option));
}

/** What a rule for entries, a column of options, or the answer's own cell offers. */
export function toKind(options: readonly string[], isSeveral: boolean): Kind {
  if (!isSeveral && areStates(options)) return { kind: 'state' };
  const seen = new Set<string>();
  const distinct = options.filter((option) => !seen.has(foldText(option)) && seen.add(foldText(option)));
  return { kind: isSeveral ? 'several' : 'one', options: distinct.map((option) => option.replace(/\s*\n\s*/g, ' ')) };
}

/** Units of figures, as alternatives of a pattern. */
export const units =
  '人|名|社|文字|桁|世代|営業日|頁|ページ|台|件|個|回|本|枚|部|冊|箇所|か所|カ所|ヵ所|ヶ所|拠点|種類|%|割|点|円|千円|万円|年|か月|カ月|ヵ月|ヶ月|月|週|日|時間|分|秒|歳|GB|MB|TB';
const unitAtEnd = new RegExp(`^[\\s()_〔〕\\[\\].]*(${units})(?:間|以上|以内)?[)〕\\]]*$`, 'i');
const several = /複数選択|複数回答|すべて選|全て選|全部選|該当するものすべて|該当するものを(?:すべて|全て)|いくつでも/;

/**
 * What stands in an empty answer's cell, a column 「回答形式」 or the brackets of a head, if it says how to answer: `○・×`,
 * `はい / いいえ`, `□紙 □USB`, `1〜5`, `（　　）人`, `　年　月　日`, 自由記述.
 */
export function readKind(text: string): Kind | undefined {
  const folded = text.normalize('NFKC').trim();
  const bare = foldText(text);
  if (bare === '') return undefined;
  const isSeveral = several.test(bare);
  const boxes = text
    .split(/[□☐■☑◻]/)
    .map(trimOption)
    .filter((option) => option !== '');
  if (/[□☐■☑◻]/.test(text) && boxes.length >= 2) return toKind(boxes, !/いずれか|1つ|ひとつ|択一/.test(bare));
  if (/^[(_\s]*年[(_\s]*月[(_\s]*日[)_\s]*$|^yyyy[/-]?mm[/-]?dd$|^(?:年月日|日付)(?:の?(?:記入|入力))?$/i.test(folded))
    return { kind: 'date' };
  if (/^(?:自由記述|自由記入|記述|記述式|自由回答|テキスト|文章|フリー入力|free|text)(?:式|欄)?$/i.test(bare))
    return { kind: 'text' };
  if (/^(?:数値|数字|数|人数|件数|台数|回数|割合)(?:の?(?:記入|入力))?$/.test(bare))
    return { kind: 'number', ...unitOf(bare) };
  const [, found] = unitAtEnd.exec(folded) ?? [];
  if (found) return { kind: 'number', unit: found };
  const scale = readScale(bare);
  if (scale) return { kind: 'one', options: scale };
  const options = readOptions(text);
  return options && toKind(options, isSeveral);
}

/** `1〜5`, 5段階評価: the figures from 1 on. */
function readScale(bare: string): string[] | undefined {
  const [, from, to] = /^([01])[~〜～-]([2-9]|10)(?:の?(?:段階|点))?(?:評価|で評価)?$/.exec(bare) ?? [];
  const most = Number(to ?? /^([3-9]|10)段階(?:評価|で評価)?$/.exec(bare)?.[1]);
  const least = Number(from ?? 1);
  return Number.isNaN(most) ? undefined : Array.from({ length: most - least + 1 }, (_, index) => String(least + index));
}

/** What parts options, and how long each may be: spaces stand in sentences too. */
const separators: readonly (readonly [RegExp, number])[] = [
  [/\n/, 60],
  [/[／/|｜]/, 40],
  [/[、，,]/, 30],
  [/[・･]/, 12],
  [/\s+/u, 8],
  [/又は|または/, 12],
];

/** Options that one cell or a pair of brackets holds; undefined where it does not look like a list of short words. */
export function readOptions(text: string): string[] | undefined {
  const bare = text.replace(/^[\s(（［[〔]+|[\s)）］\]〕]+$/g, '');
  for (const [separator, longest] of separators) {
    const options = bare
      .split(separator)
      .map(trimOption)
      .filter((option) => option !== '');
    const isShort = options.every((option) => option.length <= longest && !/[。？?]$/.test(option));
    if (
      options.length >= 2 &&
      options.length <= 30 &&
      isShort &&
      new Set(options.map(foldText)).size === options.length
    )
      return options;
  }
  // ○×, ○△×: marks one after another.
  const marks = [...bare.normalize('NFKC')].filter((mark) => /\S/.test(mark));
  return marks.length >= 2 && marks.length <= 4 && marks.every((mark) => /[○〇◯◎△▲×✕✖]/.test(mark)) ? marks : undefined;
}

/** The unit that a head or a question names: 「人数（人）」, 「受講率は何％ですか」. */
export function unitOf(text: string): { unit?: string } {
  const folded = text.normalize('NFKC');
  const [, bracketed] = new RegExp(`[(（\\[](?:単位[:：]?)?(${units})[)）\\]]`, 'i').exec(folded) ?? [];
  const [, asked] = new RegExp(`何(${units})`, 'i').exec(folded) ?? [];
  const implied = /人数|者数/.test(folded)
    ? '人'
    : /台数/.test(folded)
      ? '台'
      : /件数/.test(folded)
        ? '件'
        : /回数/.test(folded)
          ? '回'
          : /(?:率|割合)(?:は|を|$|\()/.test(folded)
            ? '%'
            : undefined;
  const found = bracketed ?? asked ?? implied;
  return found ? { unit: found } : {};
}

/** Whether a text asks to choose any number of options. */
export function asksSeveral(text: string): boolean {
  return several.test(foldText(text));
}

function trimOption(option: string): string {
  return option.replace(/^[\s（(]+(?=[^)）]*$)|\s+$/g, '').trim();
}

function foldState(word: string): string {
  return foldText(word)
    .toLowerCase()
    .replace(/[〇◯]/g, '○')
    .replace(/[✕✖☓]/g, '×')
    .replace(/[－ー―—]/g, '-');
}
