import { toNumber } from '../text/kanji-number.ts';

/**
 * Durations as the fields hold them: ISO 8601 of one unit, `P1Y`, `P6M`, `P10D`, `PT24H`, `PT30M`. Weeks are days (`P14D`).
 * No schema here: pages read durations too.
 */
export const durationPattern = /^P(?:([1-9]\d{0,5})([DMY])|T([1-9]\d{0,5})([HM]))$/;

const words: Readonly<Record<string, string>> = { D: '日', M: 'か月', Y: '年', TH: '時間', TM: '分' };

/** Minutes in it, where hours or minutes say how long it is; undefined for what is told in days or longer. */
export function minutesOf(duration: string): number | undefined {
  const [, , , count, unit] = durationPattern.exec(duration) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === 'H' ? 60 : 1);
}

/** `P10D` → 10日, `PT30M` → 30分; what is no duration stands as it is. */
export function durationWords(duration: string): string {
  const [, days, dayUnit, times, timeUnit] = durationPattern.exec(duration) ?? [];
  if (days !== undefined) return `${days}${words[dayUnit ?? '']}`;
  return times === undefined ? duration : `${times}${words[`T${timeUnit}`]}`;
}

/** 5年, 五年間, 3か月, 3ヶ月, 半年, 2週間, 90日 as `P5Y` and so on; undefined for what is none, or has no fixed length. */
export function toDuration(written: string): string | undefined {
  const text = written.normalize('NFKC').replace(/半年/, '6か月').replace(/\s+/g, '');
  const [, number = '', unit = ''] =
    /^([\d〇一二三四五六七八九十百]+)(年|[か箇ヶヵカケ]月|週|日)間?$/u.exec(text) ?? [];
  const count = toNumber(number);
  if (count === undefined || count === 0) return undefined;
  const duration = unit === '週' ? `P${count * 7}D` : `P${count}${unit === '年' ? 'Y' : unit === '日' ? 'D' : 'M'}`;
  return durationPattern.test(duration) ? duration : undefined;
}
