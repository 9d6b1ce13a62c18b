import { quantity } from './count-words.ts';
import { enclosedReading } from './enclosed.ts';
import { narrow, parseAiueo, parseIroha, parseLatin, parseNumeral, parseRoman } from './numerals.ts';
import type { Form, Reading } from './reading.ts';
import { readLettered, readRange, readStep } from './word-numbers.ts';

/** Forms whose rank the law's own words give, outermost first. */
export const structureForms = ['part', 'chapter', 'section', 'subsection', 'division'] as const;

const digits = '[0-9０-９]{1,4}';
const kanji = '[〇一二三四五六七八九十百千廿卅壱壹弐貳参參拾]{1,7}';
const number = `(?:${digits}|${kanji})`;
/** What a reference goes on with, 第3条の規定…: such a line does not begin an article. */
const notReference =
  '(?![のノ之にはをがとへでもや、。，．,及又並若各第から]|および|または|もしくは|ならびに|まで|以[下上外降前後内])';
const space = '[\\s]';

// 第１　受託者は: articles of many terms of contract say no 条
const short = new RegExp(`^第(${number})(?=[\\s]|[（(【])`, 'u');

const ranks: Record<string, Form> = {
  編: 'part',
  章: 'chapter',
  節: 'section',
  款: 'subsection',
  目: 'division',
  条: 'article',
  條: 'article',
  項: 'paragraph',
  号: 'item',
};

// 第十二条, 第一条の二, 第12条の2, 第三条ノ二, 第 3 章, 第〇条
const structure = new RegExp(
  `^第${space}?(${number}|[○●◯ＸX×]{1,3})${space}?([編章節款目条條項号])((?:${space}?[のノ之]${space}?${number}(?=[\\s（(【「]|$|[のノ之]))*)(?:(?=[\\s（(【「『]|$)|${notReference})`,
  'u',
);
// 【第１章】, 〔第2条〕
const inBrackets = /^[【〔［[＜<]\s?(第[^【】〔〕［］[\]＜＞<>\s]{1,12})\s?[】〕］\]＞>]/u;
// 1.1, １．２．３, 1-2, １－１, and with blanks astray: 2. 13
const multi = new RegExp(
  `^(${digits}(?:[.．\\-－‐]${space}?${digits}){1,5})[.．]?(?=${space}|(?!${quantity})[^0-9０-９.．\\-－‐,，/／%％a-zA-Z倍割度]|$)`,
  'u',
);
// 1. 1．
const dotted = new RegExp(`^(${digits})[.．](?![0-9０-９.．])`, 'u');
// 2．2020年4月から, 3.1か月に10日: in a series no fraction
const beforeQuantity = new RegExp(
  `^((?![1１][.．])${digits})[.．](?=[0-9０-９]{1,4}${quantity})(?![0-9０-９]+[倍割度点円%％])`,
  'u',
);
// 1) １）
const closed = new RegExp(`^(${digits})[)）]`, 'u');
// 1、 １，
const comma = new RegExp(`^(${digits})[、，]`, 'u');
// 2 乙は, ２　乙は; not 3 年間, 5 名. A wide blank or a tab stands behind a number of the text's own only.
const bare = new RegExp(`^(${digits})(?:${space}*[\\t\\u3000]${space}*|${space}+(?!${space}|${quantity})|$)`, 'u');
// ２乙は: full width letters need no blank
const tight = new RegExp(`^([０-９]{1,2})(?=[^\\s０-９0-9.．)）、，\\-－条項号章編節款])(?!${quantity})`, 'u');
// 一　, 二、
const kanjiBare = new RegExp(`^(${kanji})(?:[\\s]+|$)`, 'u');
const kanjiDotted = new RegExp(`^(${kanji})[.．、，]`, 'u');
// (1) （１） （一） (ア) (a) (ⅰ)
const paren =
  /^[(（]\s?([0-9０-９]{1,3}|[〇一二三四五六七八九十百]{1,4}|[ア-ンｱ-ﾝ]|[ivxIVXｉｖｘ]{1,5}|[ⅰ-ⅻⅠ-Ⅻ]|[a-zA-Zａ-ｚＡ-Ｚ])\s?[)）]/u;
// 【１】 〔2〕 [3]
const squared = /^[【〔[［]\s?([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s?[】〕\]］]/u;
// ア　, イ., ウ)
const kanaLed = /^([ア-ンｱ-ﾝ])(?:([.．)）])|\s+|$)/u;
// a. B) ⅰ. Ⅳ
const latinLed = /^([a-zA-Zａ-ｚＡ-Ｚ]|[ivxIVX]{2,5}|[ⅰ-ⅻⅠ-Ⅻ])(?:([.．)）])(?![a-zA-Z0-9])|\s+|$)/u;
/** Every way to read the line's beginning as a number, the likeliest first; none where it begins with words. */
export function readingsOf(text: string): Reading[] {
  return [
    ...readStructure(text),
    ...readDigits(text),
    ...readEnclosed(text),
    ...readLettered(text),
    ...readLetters(text),
  ];
}

function readStructure(text: string): Reading[] {
  const range = readRange(text);
  if (range) return [range];
  const boxed = inBrackets.exec(text);
  if (boxed) {
    const [reading] = readStructure(boxed[1] ?? '');
    return reading?.length === boxed[1]?.length && reading ? [{ ...reading, length: boxed[0].length }] : [];
  }
  const match = structure.exec(text);
  // 第１　目的, 第２　条件: after a blank a rank stands alone.
  const word = match && /^第\s?[^\s]+\s[編章節款目条條項号](?![\s（(【]|$)/u.test(text);
  if (!match || word) {
    const plain = short.exec(text);
    return plain ? single('article', parseNumeral(plain[1] ?? ''), plain[0].length) : [];
  }
  const form = ranks[match[2] ?? ''] ?? 'article';
  const branches = (match[3] ?? '').split(/[のノ之]/u).slice(1);
  const read = [match[1] ?? '', ...branches.map((branch) => branch.trim())].map(parseNumeral);
  const value = read.every((part) => part !== undefined) ? read : undefined;
  return [{ form, ...(value ? { value } : {}), length: match[0].length }];
}

function single(form: Form, value: number | undefined, length: number, weak = false): Reading[] {
  return value === undefined ? [] : [{ form, value: [value], length, ...(weak ? { weak } : {}) }];
}

function readDigits(text: string): Reading[] {
  const found: Reading[] = [];
  const many = multi.exec(text);
  if (many) {
    const value = narrow(many[1] ?? '')
      .split(/[.\-‐]\s?/u)
      .map(parseNumeral);
    const sound = value.every((part) => part !== undefined && part < 1000);
    const form = /[-－‐]/u.test(many[1] ?? '') ? 'multi-' : 'multi.';
    const astray = /\s/u.test(many[1] ?? '');
    if (sound)
      found.push({
        form: `${form}${value.length}`,
        value: value as number[],
        length: many[0].length,
        ...(astray ? { weak: true } : {}),
      });
    if (!astray) return found;
  }
  const forms: [RegExp, Form, boolean][] = [
    [dotted, 'digit.', false],
    [beforeQuantity, 'digit.', true],
    [closed, 'digit)', false],
    [comma, 'digit,', true],
    [bare, 'digit', true],
    [tight, 'digit', true],
    [kanjiDotted, 'kanji.', true],
    [kanjiBare, 'kanji', true],
  ];
  for (const [pattern, form, weak] of forms) {
    const match = pattern.exec(text);
    if (match) found.push(...single(form, parseNumeral(match[1] ?? ''), match[0].length, weak));
  }
  found.push(...readStep(text));
  return found.filter(({ value }) => (value?.[0] ?? 0) < 1000);
}

function readEnclosed(text: string): Reading[] {
  const enclosed = enclosedReading(text);
  if (enclosed) return single(enclosed.form, enclosed.value, 1);
  const square = squared.exec(text);
  if (square) return single('[digit]', parseNumeral(square[1] ?? ''), square[0].length);
  const match = paren.exec(text);
  if (!match) return [];
  const inner = match[1] ?? '';
  const length = match[0].length;
  return [
    ...single(/^[〇-龥]/u.test(inner) ? '(kanji)' : '(digit)', parseNumeral(inner), length),
    ...single('(kana)', parseAiueo(inner), length),
    ...single('(iroha)', parseIroha(inner), length),
    ...letters(inner, length, '(', ')', false),
  ];
}

function readLetters(text: string): Reading[] {
  const kana = kanaLed.exec(text);
  if (kana) {
    const [all, letter = '', end = ''] = kana;
    return [
      ...single(`kana${end && '.'}`, parseAiueo(letter), all.length, true),
      ...single(`iroha${end && '.'}`, parseIroha(letter), all.length, true),
    ];
  }
  const latin = latinLed.exec(text);
  return latin ? letters(latin[1] ?? '', latin[0].length, '', latin[2] ? '.' : '', true) : [];
}

/** Latin letters that may as well be a Roman number: i, v, x, C. */
function letters(inner: string, length: number, before: string, after: string, weak: boolean): Reading[] {
  const big = inner.normalize('NFKC') === inner.normalize('NFKC').toUpperCase();
  const name = (plain: string) => `${before}${big ? plain.toUpperCase() : plain}${after}`;
  return [
    ...single(name('latin'), parseLatin(inner), length, weak),
    ...single(name('roman'), parseRoman(inner), length, weak && !/[ⅰ-ⅻⅠ-Ⅻ]/u.test(inner)),
  ];
}

/** Whether a kind of node is one of 編, 章, 節, 款, 目. */
export function isStructure(kind: string): boolean {
  return structureForms.some((form) => form === kind);
}
