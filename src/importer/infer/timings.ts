import type { WrittenWhen } from '../../core/regulation/provision.ts';
import { toNumber } from './numerals.ts';

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

const digits = '(?:[0-9０-９]+|[一二三四五六七八九十百]+)';

type Rule = readonly [
  pattern: RegExp,
  read: (number: string, unit: string) => Pick<Timing, 'within' | 'every' | 'isLeave'>,
];

const units: Readonly<Record<string, string>> = { 日: 'D', か月: 'M', 月: 'M', 年: 'Y', 週間: 'W', 週: 'W' };

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
    new RegExp(
      // 採用後1か月以内に, 事故の発生した日から10日以内に: from when is said before it.
      `(?:(?:(?:[一-鿿ァ-ヺーA-Za-z]{1,12}の)?[一-鿿ァ-ヺーA-Za-z]{0,12}(?:から|後|より)|[一-鿿ァ-ヺー]{1,12}(?:が|の)[^、はがを]{1,12}(?:日|とき|時)(?:から|より)|(?:[一-鿿ァ-ヺー]{1,12}(?:を|が|の))?[^、はがを]{1,12}[ただるう](?:日|とき|時)(?:から|より))(?:起算して)?)?(${digits})(時間|分|営業日|開庁日|日|週間|か月|箇月|ヶ月|カ月|ヵ月|ケ月|年)以内(?!に?(?:設定|抑え|収め|とする|とし))(?:に)?`,
      'gu',
    ),
    (number, unit) => ({ within: toDuration(number, unit) }),
  ],
  [/翌(?:営業)?日まで(?:に)?/gu, () => ({ within: 'P1D' })],
  [/当日中(?:に)?|(?:その日|当日|年度|月)のうちに/gu, () => ({})],
  [
    new RegExp(
      `(${digits})(年|か月|箇月|ヶ月|カ月|ヵ月|ケ月|週間|週|日)(?:に[一1１]回(?:以上)?|ごと(?:に)?|毎に)`,
      'gu',
    ),
    (number, unit) => ({ every: toDuration(number, unit) }),
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
      const [words, number = '', unit = ''] = match;
      const [start, end] = [match.index, match.index + words.length];
      if (found.some((one) => start < one.end && end > one.start)) continue;
      found.push({ start, end, text: words.replace(/、$/u, ''), ...read(number, unit) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function toDuration(number: string, unit: string): WrittenWhen['within'] {
  const count = toNumber(number);
  const letter = units[unit.replace(/^[箇ヶカヵケ]月$/u, 'か月')];
  if (count === undefined || letter === undefined) return undefined;
  return letter === 'W' ? `P${count * 7}D` : `P${count}${letter}`;
}
