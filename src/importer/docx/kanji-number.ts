/** A way of writing numbers in kanji, four places at a time. */
interface Counting {
  /** 0 to 9. */
  digits: string;
  /** Ten, hundred, thousand. */
  places: string;
  /** 10,000. */
  myriad: string;
  /** Whether a one stands before ten, hundred and thousand. */
  ones: boolean;
  /** Whether a zero stands for places left out, as in Chinese 一百零一. */
  zeros?: boolean;
  /** Whether 10 to 19 begin without a one: 十二, but 一百一十二. */
  plain?: boolean;
}

const countings = {
  // 十, 二十一, 百五, 千
  japaneseCounting: { digits: '〇一二三四五六七八九', places: '十百千', myriad: '万', ones: false },
  // 壱拾, 弐拾壱, 壱百
  japaneseLegal: { digits: '零壱弐参四伍六七八九', places: '拾百阡', myriad: '萬', ones: true },
  chineseCountingThousand: {
    digits: '零一二三四五六七八九',
    places: '十百千',
    myriad: '万',
    ones: true,
    zeros: true,
    plain: true,
  },
  taiwaneseCountingThousand: {
    digits: '零一二三四五六七八九',
    places: '十百千',
    myriad: '萬',
    ones: true,
    zeros: true,
    plain: true,
  },
  chineseLegalSimplified: { digits: '零壹贰叁肆伍陆柒捌玖', places: '拾佰仟', myriad: '萬', ones: true, zeros: true },
  ideographLegalTraditional: {
    digits: '零壹貳參肆伍陸柒捌玖',
    places: '拾佰仟',
    myriad: '萬',
    ones: true,
    zeros: true,
  },
} satisfies Record<string, Counting>;

/** Writes a number from 0 to 99,999,999 in kanji with tens, hundreds and thousands. */
export function toCounting(value: number, way: keyof typeof countings): string {
  const counting: Counting = countings[way];
  const digit = (it: number) => counting.digits[it] ?? '';
  if (value === 0) return digit(0);
  const below = (rest: number, first: boolean) => {
    let text = '';
    let gap = !first;
    for (let place = 3; place >= 0; place--) {
      const it = Math.floor(rest / 10 ** place) % 10;
      if (it === 0) {
        gap = true;
        continue;
      }
      if (gap && counting.zeros && (text !== '' || !first)) text += digit(0);
      gap = false;
      const bare = place > 0 && it === 1 && (!counting.ones || (counting.plain && place === 1 && value < 20));
      text += (bare ? '' : digit(it)) + (place > 0 ? (counting.places[place - 1] ?? '') : '');
    }
    return text;
  };
  const myriads = Math.floor(value / 10_000);
  const rest = value % 10_000;
  const upper = myriads > 0 ? below(myriads, true) + counting.myriad : '';
  return upper + (rest > 0 ? below(rest, myriads === 0 || rest >= 1000) : '');
}
