import type { WrittenWhen } from '../../core/regulation/provision.ts';
import { toNumber } from '../../core/text/kanji-number.ts';

/** An adverb of time: its words, and what they mean where they mean something fixed. */
export interface Timing {
  start: number;
  end: number;
  text: string;
  within?: WrittenWhen['within'];
  every?: WrittenWhen['every'];
  /** Leave that has to be there first: no time of its own, but one beside others. */
  isLeave?: boolean;
}

const digits = '[0-9０-９]+|[〇一二三四五六七八九十百]+|[○◯●]+';
const unit = '営業日|開庁日|時間|分間?|日間?|週間?|(?:か|箇|ヶ|カ|ヵ|ケ)月間?|年間?';
/** 30分, 一時間半, 3営業日; not the second half of 二、三日 or 1.5時間, nor 令和8年. */
const amount = `(?<!平成|令和|[0-9０-９〇一二三四五六七八九十百][、・,.．〜～-]?)(${digits})(${unit})(半)?`;
/** 数日, 二、三日, 1.5時間: no one length. */
const some = `(?:数|(?:${digits})[、・,.．〜～-](?:${digits}))(?:${unit})|半日|半年|一両日`;
/** 5分以内に起動するように: how a thing is set, not when somebody acts. */
const able = '[^、]{0,16}(?:よう|得る)';

type Rule = readonly [
  pattern: RegExp,
  read: (
    number: string,
    unit: string,
    half: string | undefined,
    words: string,
  ) => Pick<Timing, 'within' | 'every' | 'isLeave'>,
];

/** 営業日 and 開庁日 have no fixed length. */
const units: Readonly<Record<string, string>> = {
  分: 'PT#M',
  分間: 'PT#M',
  時間: 'PT#H',
  日: 'P#D',
  日間: 'P#D',
  週: 'P#W',
  週間: 'P#W',
  月: 'P#M',
  か月: 'P#M',
  か月間: 'P#M',
  年: 'P#Y',
  年間: 'P#Y',
};
/** 一時間半 is 90 minutes, 一年半 18 months; half a month or day is of no fixed length. */
const halves: Readonly<Record<string, readonly [string, number]>> = { 'PT#H': ['PT', 60], 'P#Y': ['P', 12] };

const rules: readonly Rule[] = [
  // 直ちに行えるように is what for, not when.
  [
    /(?:直ちに|ただちに|即時に|即座に|即刻|至急|すぐに|すぐさま)(?![^、]{0,16}(?:よう|得る))/gu,
    () => ({ within: 'immediately' }),
  ],
  [/発見次第|判明次第|認知し?次第|確認次第/gu, () => ({ within: 'immediately' })],
  [/(?:できるだけ|可能な限り)?(?:速やかに|すみやかに)|遅滞なく|遅滞無く/gu, () => ({ within: 'promptly' })],
  [/(?:あらかじめ|予め|事前に)(?![^、]{0,24}場合を除)/gu, () => ({ within: 'before' })],
  [
    /事前の(?:書面|文書)?(?:による|での)?(?:承諾|同意|承認|許可|許諾|了承)(?:を得|を受け)?/gu,
    () => ({ within: 'before' }),
  ],
  // 承認を得た上で: the leave comes first.
  [
    /(?:承諾|同意|承認|許可|許諾|了承|了解)を(?:得|受け)た(?:うえ|上)で?/gu,
    () => ({ within: 'before', isLeave: true }),
  ],
  [
    // 採用後1か月以内に, 事故の発生した日から10日以内に: from when is said before it.
    new RegExp(
      `(?:(?:(?:[一-鿿ァ-ヺーA-Za-z]{1,12}の)?[一-鿿ァ-ヺーA-Za-z]{0,12}(?:から|後|より)|[一-鿿ァ-ヺー]{1,12}(?:が|の)[^、はがを]{1,12}(?:日|とき|時)(?:から|より)|(?:[一-鿿ァ-ヺー]{1,12}(?:を|が|の))?[^、はがを]{1,12}[ただるう](?:日|とき|時)(?:から|より))(?:起算して)?)?${amount}以?内(?![のを]|に?(?:設定|抑え|収め|とする|とし)|${able})(?:に)?`,
      'gu',
    ),
    (number, unit, half) => ({ within: toDuration(number, unit, half) }),
  ],
  // A working day is of no fixed length, and 半日 of none that is told in hours.
  [
    new RegExp(`(?:${some})(?:以内|以?内に|中に)(?:に)?(?!${able})`, 'gu'),
    (_, __, ___, words) => (words.startsWith('半年') ? { within: 'P6M' } : {}),
  ],
  [
    /(?:[一-鿿ァ-ヺー]{1,8}日の)?翌々?日まで(?:に)?/gu,
    (_, __, ___, words) => (words.includes('翌日') ? { within: 'P1D' } : {}),
  ],
  [/(?:当日|同日|即日)中(?:に)?|即日(?:に)?(?=、|[報連届通提回])|(?:その日|当日|同日|年度|月)のうちに/gu, () => ({})],
  [
    new RegExp(`${amount}(?:に[一1１]回(?:以上)?|ごと(?:に)?|毎に|おきに)(?!${able})`, 'gu'),
    (number, unit, half) => ({ every: toDuration(number, unit, half) }),
  ],
  [
    /毎年度?[^、]{0,4}?月(?:に)?|毎年度?(?:、)?(?:[一1１]回(?:以上)?)?|年度(?:単位|ごと|毎)(?:で|に)?|(?<!半)年に?(?:[一1１])回(?:以上)?|年次(?:で|に)/gu,
    () => ({ every: 'P1Y' }),
  ],
  [/年に?[二2２]回(?:以上)?|半年(?:ごと|毎|に[一1１]回)(?:に)?/gu, () => ({ every: 'P6M' })],
  [/四半期(?:ごと|毎|に[一1１]回)(?:に)?|年に?[四4４]回(?:以上)?/gu, () => ({ every: 'P3M' })],
  [
    /毎月(?:末|初め|[0-9０-９]+日)(?:に)?|毎月(?:[一1１]回)?(?:以上)?|月に?[一1１]回(?:以上)?|月次で/gu,
    () => ({ every: 'P1M' }),
  ],
  [/毎週|週に?[一1１]回(?:以上)?/gu, () => ({ every: 'P7D' })],
  [/毎日|日次で|毎営業日|[一1１]日[一1１]回(?:以上)?/gu, () => ({ every: 'P1D' })],
  [
    /定期(?:的)?(?:又は|または|及び)(?:随時|不定期)(?:に)?|定期的(?:に|な(?=点検|確認|見直し|報告|教育|訓練|監査|検査))?|定期に|定期で/gu,
    () => ({ every: 'regularly' }),
  ],
  [
    /[○〇0-9０-９]{1,2}月(?=に)|常に|必要に応じ(?:て)?|適宜|適時(?:に)?|随時|(?:[一-鿿ァ-ヺー・]{1,12}(?:の|する|した))?(?:その)?都度|毎学期末?(?:に)?|学期ごと(?:に)?/gu,
    () => ({}),
  ],
  [/(?:[一-鿿ァ-ヺー〇○0-9０-９]+(?:終了時|日))まで(?:に)?(?!の)/gu, () => ({})],
];

/** Adverbs of time in a sentence, in its order. */
export function findTimings(text: string): Timing[] {
  const found: Timing[] = [];
  for (const [pattern, read] of rules) {
    for (const match of text.matchAll(pattern)) {
      const [words, number = '', unit = '', half] = match;
      const [start, end] = [match.index, match.index + words.length];
      if (found.some((one) => start < one.end && end > one.start)) continue;
      found.push({ start, end, text: words.replace(/、$/u, ''), ...read(number, unit, half, words) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function toDuration(number: string, unit: string, half: string | undefined): WrittenWhen['within'] {
  const count = toNumber(number);
  const form = units[unit.replace(/^[箇ヶカヵケ]月/u, 'か月')];
  // 2027年 is a date.
  if (!count || count > 999 || form === undefined) return undefined;
  if (half !== undefined) {
    const parts = halves[form];
    return parts && `${parts[0]}${count * parts[1] + parts[1] / 2}M`;
  }
  return form === 'P#W' ? `P${count * 7}D` : form.replace('#', String(count));
}
