/**
 * Breaks text into lines as JIS X 4051 and 日本語組版処理の要件 ask: no closing mark, small kana or long vowel at
 * the head of a line (行頭禁則), no opening mark at its end (行末禁則), ……, ――, numbers and dates whole (分離禁止).
 * Words of letters and digits stay whole; only what is wider than a line is cut, between characters, and even then no mark
 * goes where it may not stand unless nothing but such marks fill the line. A paragraph does not end with a line of one or
 * two characters.
 *
 * @param text `\n` begins a new line.
 * @param width of a line, in the unit of `measure`.
 * @param measure the width of a piece of text.
 * @returns the lines; joined they are the text without its `\n`. Spaces at the end of a line hang over its edge.
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => fillLines(toUnits(paragraph), width, measure));
}

/** A stretch that is not broken, and the spaces after it. */
interface Unit {
  text: string;
  spaces: string;
}

/** A paragraph whose last line has fewer characters than this looks broken off. */
const leastLast = 3;
/** A line this short has no characters to spare. */
const leastBefore = 8;

function fillLines(units: Unit[], width: number, measure: (text: string) => number): string[] {
  const lines: Unit[][] = [[]];
  let used = 0;
  for (const unit of units.flatMap((one) => cutToFit(one, width, measure))) {
    const unitWidth = measure(unit.text);
    if (used > 0 && used + unitWidth > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(unit);
    used += unitWidth + measure(unit.spaces);
  }
  fillLastLine(lines);
  return lines.map(toText);
}

/** What is wider than a line, as the pieces it may be cut into. */
function cutToFit(unit: Unit, width: number, measure: (text: string) => number): Unit[] {
  if (measure(unit.text) <= width) return [unit];
  const pieces = cutText(unit.text, width, measure, [keepsDay, keepsFigure, isBound]);
  return pieces.map((text, index) => ({ text, spaces: index === pieces.length - 1 ? unit.spaces : '' }));
}

/** Cuts as gently as it takes: a date after its year, then after its month, at last a word between characters. */
function cutText(
  text: string,
  width: number,
  measure: (text: string) => number,
  [isWhole, ...harder]: readonly (typeof isBound)[],
): string[] {
  if (measure(text) <= width) return [text];
  if (isWhole === undefined) return toCharacters(text);
  return toUnits(text, isWhole).flatMap((unit) => cutText(unit.text + unit.spaces, width, measure, harder));
}

/** Brings words down from the line before the last, so that the last is not one character and a full stop. */
function fillLastLine(lines: Unit[][]): void {
  const [before, last] = lines.slice(-2);
  if (!before || !last || toCharacters(toText(before)).length < leastBefore) return;
  while (before.length > 1 && toCharacters(toText(last)).length < leastLast) last.unshift(...before.splice(-1));
}

function toText(line: readonly Unit[]): string {
  return line.map(({ text, spaces }) => text + spaces).join('');
}

function toUnits(paragraph: string, isWhole = staysWith): Unit[] {
  const units: Unit[] = [];
  let previous = '';
  for (const character of toCharacters(paragraph)) {
    const unit = units.at(-1);
    if (unit !== undefined && isSpace(character)) unit.spaces += character;
    else if (unit !== undefined && unit.spaces === '' && isWhole(previous, character)) unit.text += character;
    else units.push(isSpace(character) ? { text: '', spaces: character } : { text: character, spaces: '' });
    previous = character;
  }
  return units;
}

/** A character with the combining marks and variation selectors after it. */
function toCharacters(text: string): string[] {
  return text.match(/[^\p{M}]\p{M}*|\p{M}+/gsu) ?? [];
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\u3000' || character === '\t';
}

function staysWith(before: string, after: string): boolean {
  return keepsDay(before, after) || (before === '年' && isDigit(after));
}

/** 11月30日 and 14時05分. */
function keepsDay(before: string, after: string): boolean {
  return keepsFigure(before, after) || ('月時'.includes(before) && isDigit(after));
}

/** A word, and a figure with what counts or precedes it: 31日, 第3版, 令和8年. */
function keepsFigure(before: string, after: string): boolean {
  return (
    isBound(before, after) ||
    (isWordPart(before) && isWordPart(after)) ||
    (isDigit(before) && counters.has(after)) ||
    eras.has(before + after) ||
    ('第和成正治'.includes(before) && isDigit(after))
  );
}

/** What is not parted even where a word is cut. */
function isBound(before: string, after: string): boolean {
  return (
    neverFirst.has(after) ||
    neverLast.has(before) ||
    (inseparable.has(before) && before === after) ||
    before === '\u00a0' ||
    after === '\u00a0'
  );
}

/**
 * Letters of any writing that parts its words (Latin, Greek, Cyrillic, of both widths), digits, and the marks that join them
 * into an address, a date or an amount.
 */
function isWordPart(character: string): boolean {
  return /^(?:(?![\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])\p{L}|[0-9０-９._\-+@#&=~%/:,'’．，])\p{M}*$/u.test(
    character,
  );
}

function isDigit(character: string): boolean {
  return /^[0-9０-９]$/.test(character);
}

/** 行頭禁則文字 */
const neverFirst = new Set([
  ...'、。，．・：；？！‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー‐–〜～',
  ...'’”）〕］｝〉》」』】〙〗〟｠»',
  ...'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ',
  ...'｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ',
  ...',.)]}:;?!',
  // 後置省略記号: they belong to the figure before them.
  ...'°′″℃￠％‰%¢',
]);

/** 行末禁則文字 */
const neverLast = new Set([...'‘“（〔［｛〈《「『【〘〖〝｟«｢([{', ...'￥＄￡＃№¥$£#']);

/** 分離禁止文字: two of a kind are one mark. */
const inseparable = new Set([...'…‥—―〳〴〵']);

/** 年号, and how its first year goes on. */
const eras = new Set(['令和', '平成', '昭和', '大正', '明治', '和元', '成元', '元年']);

/** Units that stay with their figure: 31日 and 第3版 are read in one glance. */
const counters = new Set([...'年月日時分秒週円人名件個回台枚冊本条項号章節版頁階歳']);
