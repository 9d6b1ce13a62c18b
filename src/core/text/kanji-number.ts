const kanji = '〇一二三四五六七八九';

/** 12, １２, 十二 or 百二; undefined for what is no number. */
export function toNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC');
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (!/^[〇一二三四五六七八九十百]+$/u.test(plain)) return undefined;
  if (/^[〇一二三四五六七八九]+$/u.test(plain)) return Number([...plain].map((digit) => kanji.indexOf(digit)).join(''));
  const parts = /^(?:([二三四五六七八九])?(百))?(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(plain);
  if (!parts) return undefined;
  const [, hundreds, hundred, tens, ten, ones] = parts;
  const digit = (letter: string | undefined, one: string | undefined) =>
    one ? (letter ? kanji.indexOf(letter) : 1) : 0;
  return digit(hundreds, hundred) * 100 + digit(tens, ten) * 10 + (ones ? kanji.indexOf(ones) : 0);
}
