/**
 * Breaks text into lines as JIS X 4051 and 日本語組版処理の要件 ask: no closing mark, small kana or long vowel at
 * the head of a line (行頭禁則), no opening mark at its end (行末禁則), …… ―― and numbers whole (分離禁止).
 * Words of letters and digits stay whole; only what is wider than a line is cut, between characters.
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

function fillLines(units: Unit[], width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const add = (piece: string, pieceWidth: number): void => {
    if (line !== '' && used + pieceWidth > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += piece;
    used += pieceWidth;
  };
  for (const { text, spaces } of units) {
    const unitWidth = measure(text);
    if (unitWidth <= width) add(text, unitWidth);
    else for (const character of toCharacters(text)) add(character, measure(character));
    line += spaces;
    used += measure(spaces);
  }
  return [...lines, line];
}

function toUnits(paragraph: string): Unit[] {
  const units: Unit[] = [];
  let previous = '';
  for (const character of toCharacters(paragraph)) {
    const unit = units.at(-1);
    if (unit !== undefined && isSpace(character)) unit.spaces += character;
    else if (unit !== undefined && unit.spaces === '' && staysWith(previous, character)) unit.text += character;
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
  return (
    neverFirst.has(after) ||
    neverLast.has(before) ||
    (inseparable.has(before) && before === after) ||
    (isWordPart(before) && isWordPart(after)) ||
    (isDigit(before) && counters.has(after)) ||
    (before === '第' && isDigit(after)) ||
    before === '\u00a0' ||
    after === '\u00a0'
  );
}

/** Letters and digits of both widths, and the marks that join them into an address, a date or an amount. */
function isWordPart(character: string): boolean {
  return /^[0-9A-Za-z\u00c0-\u024f０-９Ａ-Ｚａ-ｚ._\-+@#&=~%/:,'．，]\p{M}*$/u.test(character);
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

/** Units that stay with their figure: 31日 and 第3版 are read in one glance. */
const counters = new Set([...'年月日時分秒週円人名件個回台枚冊本条項号章節版頁階歳']);
