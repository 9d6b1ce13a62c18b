/** Ranges of ready-made enclosed letters: first, last, value of the first, form. */
const ranges: [number, number, number, string][] = [
  [0x2460, 0x2473, 1, 'circled'], // ①–⑳
  [0x3251, 0x325f, 21, 'circled'], // ㉑–㉟
  [0x32b1, 0x32bf, 36, 'circled'], // ㊱–㊿
  [0x2474, 0x2487, 1, '(digit)'], // ⑴–⒇
  [0x2488, 0x249b, 1, 'digit.'], // ⒈–⒛
  [0x2776, 0x277f, 1, 'black'], // ❶–❿
  [0x24eb, 0x24f4, 11, 'black'], // ⓫–⓴
  [0x2780, 0x2789, 1, 'circled-sans'], // ➀–➉
  [0x278a, 0x2793, 1, 'black'], // ➊–➓
  [0x24f5, 0x24fe, 1, 'circled-double'], // ⓵–⓾
  [0x249c, 0x24b5, 1, '(latin)'], // ⒜–⒵
  [0x24b6, 0x24cf, 1, 'circled-LATIN'], // Ⓐ–Ⓩ
  [0x24d0, 0x24e9, 1, 'circled-latin'], // ⓐ–ⓩ
  [0x32d0, 0x32fe, 1, 'circled-kana'], // ㋐–㋾
  [0x3220, 0x3229, 1, '(kanji)'], // ㈠–㈩
  [0x3280, 0x3289, 1, 'circled-kanji'], // ㊀–㊉
];

/** Reads a ready-made enclosed number or letter at the text's beginning: ① ⑴ ❷ Ⓐ ㋐ ㈠. */
export function enclosedReading(text: string): { form: string; value: number } | undefined {
  const code = text.charCodeAt(0);
  const range = ranges.find(([first, last]) => code >= first && code <= last);
  return range && { form: range[3], value: code - range[0] + range[2] };
}
