const kanjiDigits = '〇一二三四五六七八九';
const legalDigits: Record<string, string> = { 壱: '一', 壹: '一', 弐: '二', 貳: '二', 参: '三', 參: '三', 拾: '十' };
/** 廿 and 卅 are the old short forms of 二十 and 三十. */
const shortTens: Record<string, string> = { 廿: '二十', 卅: '三十' };

/** Digits and letters of any width as their half-width selves. */
export function narrow(text: string): string {
  return text.replace(/[！-～]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

/**
 * Reads a whole number from 1 to 9999: `12`, `１２`, `十二`, `百三`, `一〇`, `廿一`, `壱`. Anything else, `0` and a lone `〇` (a
 * blank to be filled in) among it, is `undefined`.
 */
export function parseNumeral(text: string): number | undefined {
  const digits = narrow(text);
  if (/^\d{1,4}$/u.test(digits)) return positive(Number(digits));
  const plain = text.replace(/[壱壹弐貳参參拾廿卅]/gu, (letter) => legalDigits[letter] ?? shortTens[letter] ?? letter);
  return parsePositional(plain) ?? parseCounted(plain);
}

function positive(value: number): number | undefined {
  return value > 0 ? value : undefined;
}

/** 一〇, 二〇二六 */
function parsePositional(text: string): number | undefined {
  if (!/^[一二三四五六七八九][〇一二三四五六七八九]{1,3}$/u.test(text)) return undefined;
  return Number([...text].map((letter) => kanjiDigits.indexOf(letter)).join(''));
}

/** 十二, 百三, 二千十 */
function parseCounted(text: string): number | undefined {
  const match =
    /^(?:([二三四五六七八九]?)(千))?(?:([二三四五六七八九]?)(百))?(?:([二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/u.exec(
      text,
    );
  if (!match || text === '') return undefined;
  const [, thousands, hasThousands, hundreds, hasHundreds, tens, hasTens, ones] = match;
  const times = (digit: string | undefined, present: string | undefined, unit: number) =>
    present ? (digit ? kanjiDigits.indexOf(digit) : 1) * unit : 0;
  const sum = times(thousands, hasThousands, 1000) + times(hundreds, hasHundreds, 100) + times(tens, hasTens, 10);
  return positive(sum + (ones ? kanjiDigits.indexOf(ones) : 0));
}

const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Reads a Roman number up to 89 written properly, `iv`, `XII`, `ⅳ`: a nonsense such as `iix` is `undefined`. */
export function parseRoman(text: string): number | undefined {
  const letters = text.normalize('NFKC').toLowerCase();
  if (!/^(?=.)l?x{0,3}(?:ix|iv|v?i{0,3})$/u.test(letters)) return undefined;
  let sum = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const value = romanDigits[letters[at] ?? ''] ?? 0;
    sum += value < (romanDigits[letters[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return positive(sum);
}

const aiueo = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const iroha = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';

function place(letters: string, text: string): number | undefined {
  const letter = text.normalize('NFKC');
  return letter.length === 1 && letters.includes(letter) ? letters.indexOf(letter) + 1 : undefined;
}

/** ア is 1, イ 2, … */
export function parseAiueo(text: string): number | undefined {
  return place(aiueo, text);
}

/** イ is 1, ロ 2, ハ 3, … */
export function parseIroha(text: string): number | undefined {
  return place(iroha, text);
}

/** a is 1, b 2, …, of any width and case. */
export function parseLatin(text: string): number | undefined {
  return place('abcdefghijklmnopqrstuvwxyz', narrow(text).toLowerCase());
}
