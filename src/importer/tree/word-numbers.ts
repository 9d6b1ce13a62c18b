import { enclosedReading } from './enclosed.ts';
import { narrow, parseLatin, parseNumeral } from './numerals.ts';
import type { Reading } from './reading.ts';

const numeral = '(?:[0-9０-９]{1,4}|[〇一二三四五六七八九十百千]{1,7})';
const gone = '(?=\\s*[（(]?(?:削除|欠番|廃止)[）)]?$)';
const through = '(?:から|及び|および|・|、|，|\\s?乃至\\s?|[〜～~―－-])';

// 第五条から第八条まで　削除, 第5条及び第6条 削除, 第五条・第六条　削除
const articles = new RegExp(`^第(${numeral})条\\s?${through}\\s?第?(${numeral})条(?:\\s?まで)?${gone}`, 'u');
// 二及び三　削除, （３）から（５）まで　削除
const items = new RegExp(
  `^([(（]?)(${numeral})[)）]?(?:から|及び|および|乃至)[(（]?(${numeral})([)）]?)(?:\\s?まで)?${gone}`,
  'u',
);

/** Reads several numbers that share their words: 第五条から第八条まで　削除. */
export function readRange(text: string): Reading | undefined {
  const [all = '', first = '', last = ''] = articles.exec(text) ?? [];
  const article = rangeOf('article', parseNumeral(first), parseNumeral(last), all.length);
  if (article) return article;
  const match = items.exec(text);
  if (!match) return undefined;
  const kanji = /^[〇-龥]/u.test(match[2] ?? '');
  const form = match[1] ? (kanji ? '(kanji)' : '(digit)') : kanji ? 'kanji' : 'digit';
  return rangeOf(form, parseNumeral(match[2] ?? ''), parseNumeral(match[3] ?? ''), match[0].length);
}

function rangeOf(form: string, first: number | undefined, until: number | undefined, length: number) {
  if (first === undefined || until === undefined || until <= first) return undefined;
  return { form, value: [first], until, length };
}

const counters =
  '手順|ステップ|[Ss][Tt][Ee][Pp]|段階|フェーズ|[Pp][Hh][Aa][Ss][Ee]|議題|議案|論点|事例|ケース|設問|質問|問|確認項目|審査項目|Q|Ｑ';
// 手順1, 手順①, Step 2, ステップ３, 議題1, 事例２, 問1
const step = new RegExp(
  `^(${counters})\\s?([0-9０-９]{1,3}|[①-⑳])[.．:：)）]?(?=\\s|[^0-9０-９のをにはがとへで、.．]|$)`,
  'u',
);

/** Reads a word that counts, with its number. */
export function readStep(text: string): Reading[] {
  const match = step.exec(text);
  const value = match && (parseNumeral(match[2] ?? '') ?? enclosedReading(match[2] ?? '')?.value);
  if (!value) return [];
  const word = narrow(match[1] ?? '').toLowerCase();
  const form = ['手順', 'ステップ', 'step'].includes(word) ? 'step' : `step:${word}`;
  return [{ form, value: [value], length: match[0].length }];
}

// A.5, A.5.1, Ａ－１
const lettered =
  /^([A-ZＡ-Ｚ])[.．\-－‐]([0-9０-９]{1,3}(?:[.．\-－‐][0-9０-９]{1,3}){0,4})[.．]?(?=\s+[^\s0-9０-９]|$)/u;

/** Reads the numbers of an annex, which begin with its letter: A.5.1 is [1, 5, 1]. */
export function readLettered(text: string): Reading[] {
  const match = lettered.exec(text);
  const letter = match && parseLatin(match[1] ?? '');
  if (!letter) return [];
  const value = narrow(match[2] ?? '')
    .split(/[.\-‐]/u)
    .map(parseNumeral);
  if (!value.every((part) => part !== undefined)) return [];
  const known = value as number[];
  return [{ form: `multiA${known.length + 1}`, value: [letter, ...known], length: match[0].length }];
}
