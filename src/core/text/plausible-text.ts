import { decodeAs } from './encodings.ts';

/** Letters of everyday Japanese: kana, marks, full-width Latin, and the 2,965 kanji of the first level of JIS X 0208. */
let everyday: ReadonlySet<string> | undefined;

/** Rows of JIS X 0208, written as EUC-JP has them: 1 marks, 3 Latin, 4 and 5 kana, 16 to 47 kanji of the first level. */
function everydayLetters(): ReadonlySet<string> {
  if (everyday) return everyday;
  const rows = [1, 3, 4, 5, ...Array.from({ length: 32 }, (_, index) => index + 16)];
  const letters = rows.flatMap((row) =>
    Array.from({ length: 94 }, (_, cell) => decodeAs('euc-jp', Uint8Array.of(0xa0 + row, 0xa1 + cell)) ?? ''),
  );
  // What rows 1 and 2 of Windows call by other names; and what it adds: ①, Ⅲ, ㈱, ㎡, 髙, 﨑.
  everyday = new Set([...letters, ...'～∥－￠￡￢―〝〟№℡㈱㈲㈹㎡㎏㎜㎝㎞㌔㌢㍉㍻㍼㍽㍾髙﨑']);
  return everyday;
}

const halfKana = /[\uff61-\uff9f]/u;
const halfMark = /[\uff61-\uff65]/u;
/** In one of them a text is written that means something; the others need not be told apart. */
const enclosed = /[①-⑳Ⅰ-Ⅹⅰ-ⅹ□■○●◎△▲▽▼◇◆☆★→←↑↓〒※]/u;

/**
 * Whether what came out of a Japanese encoding is Japanese that somebody wrote: mostly letters of every day, and half-width
 * kana in words. Read in the wrong encoding, a text is full of rare kanji, of ｡｢｣､･, or of kanji between Latin letters.
 */
export function isJapanese(text: string): boolean {
  const known = everydayLetters();
  let [usual, half, marks, odd] = [0, 0, 0, 0];
  for (const [run] of text.matchAll(/[^\0-\x7f]+/gu)) {
    for (const letter of run) {
      if (halfKana.test(letter)) {
        if (halfMark.test(letter)) marks += 1;
        half += 1;
      } else if (known.has(letter) || enclosed.test(letter)) usual += 1;
      else odd += 1;
    }
  }
  const lone = countLone(text);
  const all = usual + half + odd;
  return odd + lone <= all / 8 && marks <= half / 4;
}

/** Single letters that cling to Latin ones: an accented letter or a curved quotation mark of a Western file. */
function countLone(text: string): number {
  return [...text.matchAll(/(?<=[a-z])[^\0-\x7f](?![^\0-\x7f])|(?<![^\0-\x7f])[^\0-\x7f](?=[a-z])/giu)].length;
}

/** An accented letter within a Latin word, or a sign that stands alone. */
const inWord = /(?<=[a-z])[\u00c0-\u024f]|[\u00c0-\u024f](?=[a-z])|[¡-¿×÷]/giu;

/**
 * Whether what reads as UTF-8 is letters of two bytes only, and not as words of Latin, Greek or Cyrillic have them: a few
 * kanji or half-width kana of another encoding are sound UTF-8 by chance.
 */
export function isLatinByChance(text: string): boolean {
  if (/[^\0-\u07ff]/u.test(text)) return false;
  const left = text.replace(inWord, '').replace(/[\0-\x7f]/gu, '');
  return left !== '' && !/^(\p{Script=Greek}+|\p{Script=Cyrillic}+)$/u.test(left);
}
