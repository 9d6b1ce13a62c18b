/** A number of a provision found in a folded text. */
export interface ClauseNumber {
  /** One word of the index for each part: 第16条第2号 has two. */
  terms: string[];
  start: number;
  end: number;
}

const digits = '[0-9]{1,3}';
const kanji = '[〇一二三四五六七八九十百]{1,6}';
/** Nobody has 9999 articles, but somebody asks for one. */
const amount = `(?:[0-9]{1,4}|${kanji})`;

/** The letters of items, in their order. */
const letterItems = 'アイウエオカキクケコサシスセソ';

/** Each kind of number with the letters of its word in the index; the first that fits at a place is taken. */
const kinds: readonly (readonly [letters: string, pattern: string])[] = [
  // 第16条, 第十六条, 16条, 第16条の2
  ['a', `第?(${amount})条(?:の(${amount}))?`],
  // 第2項; 2項 behind an article
  ['p', `第(${amount})項`],
  ['p', `(?<=条)(${amount})項`],
  // 第2号; 2号 behind an article or a paragraph
  ['i', `第(${amount})号`],
  ['i', `(?<=[条項])(${amount})号`],
  // 6章, 第六章
  ['c', `第?(${amount})章`],
  // 別添2, 別紙4, 別表1, 様式第1号
  ['t', `別添[ 第]*(${amount})`],
  ['u', `別紙[ 第]*(${amount})`],
  ['b', `別表[ 第]*(${amount})`],
  ['f', `様式[ 第]*(${amount})`],
  // No.15, 15番
  ['n', `(?<![a-z])no\\.? ?(${digits})(?![0-9])`],
  ['n', `(?<![0-9])(${digits})番(?![号目])`],
  // 6-4-4 names no place as it stands; see placesOf()
  ['g', `(?<![0-9.-])(${digits})-(${digits})-(${digits})(?![0-9-])`],
  // 9-2
  ['h', `(?<![0-9.-])(${digits})-(${digits})(?![0-9-])`],
  // 5.2.1; 4. as the number of a heading. A date or an amount has more digits.
  ['d', `(?<![0-9.])(${digits}(?:\\.${digits}){1,3})(?![0-9])`],
  ['d', `(?<![0-9.])(${digits})\\.(?![0-9])`],
  // (11)
  ['k', `\\((${digits})\\)`],
  // ア of 第4号ア, of (2)ウ, and of a heading
  ['l', `(?<=[号)0-9])([${letterItems}])(?![ァ-ヺー])`],
  ['l', `^([${letterItems}])(?= )`],
];

/** Every kind in one, each in a group of its own with its numbers behind it. */
const anyNumber = new RegExp(kinds.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');
/** For each kind the place of its group, and how many numbers follow it. */
const groups: { letters: string; at: number; count: number }[] = [];
for (const [letters, pattern] of kinds) {
  const { at = 0, count = 0 } = groups.at(-1) ?? {};
  groups.push({ letters, at: at + count + 1, count: (new RegExp(`${pattern}|`, 'u').exec('')?.length ?? 1) - 1 });
}

/** Numbers of chapters, articles, paragraphs, items and annexes in a folded text, in any writing; in order. */
export function findClauseNumbers(text: string): ClauseNumber[] {
  return [...text.matchAll(anyNumber)].flatMap((found) => {
    const { letters, at, count } = groups.find((group) => found[group.at] !== undefined) ?? {
      letters: '',
      at: 0,
      count: 0,
    };
    const term = toTerm(letters, found.slice(at + 1, at + 1 + count));
    const end = found.index + found[0].length;
    return term === undefined ? [] : [{ terms: [term], start: found.index, end }];
  });
}

/** The words of the index that a bare number may stand for: 16 is the article or the heading. */
export function termsOfBareNumber(number: string): string[] {
  return ['a', 'd', 'k'].map((letters) => `y${letters}${lettersOf(String(Number(number)))}z`);
}

/** Digits as letters: Pagefind takes words apart where letters and digits meet. */
export function lettersOf(number: string): string {
  return number.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}

/** The word of the index; undefined for what is no number. The closing letter keeps 第1条 from being the beginning of 第16条. */
function toTerm(letters: string, parts: readonly (string | undefined)[]): string | undefined {
  const numbers = parts.flatMap((part) => (part === undefined ? [] : part.split('.').map(toNumber)));
  if (numbers.some((number) => number === undefined)) return undefined;
  return `y${letters}${numbers.map((number) => lettersOf(String(number))).join('x')}z`;
}

const kanjiDigits = '〇一二三四五六七八九';

/** 16, 十六, 二十一, 百三 or 一六 as a number; `undefined` for nonsense such as 十百. */
function toNumber(text: string): number | undefined {
  const letter = letterItems.indexOf(text);
  if (letter >= 0) return letter + 1;
  if (/^\d+$/.test(text)) return Number(text);
  if (!/[十百]/.test(text)) return Number([...text].map((digit) => kanjiDigits.indexOf(digit)).join(''));
  const parts = /^(?:([二三四五六七八九])?(百))?(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(text);
  if (!parts) return undefined;
  const [, hundreds, hundred, tens, ten, ones] = parts;
  const times = (digit: string | undefined) => (digit ? kanjiDigits.indexOf(digit) : 1);
  return (hundred ? 100 * times(hundreds) : 0) + (ten ? 10 * times(tens) : 0) + (ones ? kanjiDigits.indexOf(ones) : 0);
}
