import { toCounting } from './kanji-number.ts';

/* The number formats of Word (ECMA-376 Part 1, 17.18.59) that a Japanese or Chinese Word offers, and those in Latin letters. */

const katakana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const halfKatakana = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ';
const iroha = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン';
// There is no half-width ヰ or ヱ.
const halfIroha = 'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ';
const alphabet = 'abcdefghijklmnopqrstuvwxyz';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

const formats: Record<string, (value: number) => string> = {
  none: () => '',
  // A bullet's letters stand in the level's text; referred to from another level it prints nothing.
  bullet: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: toFullWidth,
  decimalFullWidth2: toFullWidth,
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  ordinal: toOrdinal,
  upperRoman: toRoman,
  lowerRoman: (value) => toRoman(value).toLowerCase(),
  upperLetter: (value) => toRepeated(value, alphabet).toUpperCase(),
  lowerLetter: (value) => toRepeated(value, alphabet),
  chicago: (value) => toRepeated(value, '*†‡§'),
  // Sets that end go on in plain figures.
  decimalEnclosedCircle: (value) => toListed(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => toListed(value, 0x2460, 20),
  decimalEnclosedParen: (value) => toListed(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => toListed(value, 0x2488, 20),
  // Its name says circles; Word prints ㈠ to ㈩.
  ideographEnclosedCircle: (value) => toListed(value, 0x3220, 10),
  // Kana begin again at their end, letters double there.
  aiueo: (value) => at(value % halfKatakana.length, halfKatakana),
  aiueoFullWidth: (value) => at(value % katakana.length, katakana),
  iroha: (value) => at(value % halfIroha.length, halfIroha),
  irohaFullWidth: (value) => at(value % iroha.length, iroha),
  ideographDigital: (value) => toDigits(value, '〇一二三四五六七八九'),
  japaneseDigitalTenThousand: (value) => toDigits(value, '〇一二三四五六七八九'),
  taiwaneseDigital: (value) => toDigits(value, '○一二三四五六七八九'),
  japaneseCounting: (value) => toCounting(value, 'japaneseCounting'),
  japaneseLegal: (value) => toCounting(value, 'japaneseLegal'),
  chineseCounting: (value) => toCounting(value, 'chineseCountingThousand'),
  taiwaneseCounting: (value) => toCounting(value, 'taiwaneseCountingThousand'),
  chineseCountingThousand: (value) => toCounting(value, 'chineseCountingThousand'),
  taiwaneseCountingThousand: (value) => toCounting(value, 'taiwaneseCountingThousand'),
  chineseLegalSimplified: (value) => toCounting(value, 'chineseLegalSimplified'),
  ideographLegalTraditional: (value) => toCounting(value, 'ideographLegalTraditional'),
  ideographTraditional: (value) => toChosen(value, stems),
  ideographZodiac: (value) => toChosen(value, branches),
  // 甲子 to 癸亥, sixty of them.
  ideographZodiacTraditional: (value) =>
    value > 60 ? String(value) : at(value % 10, stems) + at(value % 12, branches),
};

/** Writes a number as a format of Word; `undefined` where the format is not one of those we know. */
export function formatNumber(value: number, format: string): string | undefined {
  // Kanji end below a hundred million, and so does Word.
  if (value > 99_999_999) return String(value);
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  // Only plain figures go below 1, as a level may begin with 0.
  return (
    write &&
    (value > 0 || /^(decimal(HalfWidth|Zero|FullWidth2?)?|none|bullet)$/.test(format) ? write(value) : String(value))
  );
}

function toFullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** 1st, 2nd, 3rd, 11th */
function toOrdinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  return `${value}${(teen ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`;
}

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function toRoman(value: number): string {
  // Word itself counts no further than 32,767.
  if (value > 32_767) return String(value);
  let text = '';
  let rest = value;
  for (const [worth, letters] of romans) {
    text += letters.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

/** a … z, aa, bb … zz, aaa: past its end a set begins again with each letter doubled. */
function toRepeated(value: number, letters: string): string {
  const times = Math.ceil(value / letters.length);
  return times > 100 ? String(value) : at(value % letters.length, letters).repeat(times);
}

/** Consecutive characters of Unicode. */
function toListed(value: number, first: number, count: number): string {
  return value > count ? String(value) : String.fromCodePoint(first + value - 1);
}

function toChosen(value: number, letters: string): string {
  return value > letters.length ? String(value) : at(value, letters);
}

/** The letter counted from 1; 0 is the last. */
function at(position: number, letters: string): string {
  return letters.at(position - 1) ?? '';
}

function toDigits(value: number, digits: string): string {
  return [...String(value)].map((digit) => digits[Number(digit)] ?? '').join('');
}
