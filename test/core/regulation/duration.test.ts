import { describe, expect, test } from 'vitest';
import { durationPattern, durationWords, minutesOf } from '../../../src/core/regulation/duration.ts';
import { everyWords, withinWords } from '../../../src/core/regulation/field-names.ts';
import { WhenSchema } from '../../../src/core/regulation/provision.ts';

describe('durationWords', () => {
  test.each([
    ['PT30M', '30分', 30],
    ['PT24H', '24時間', 1440],
    ['P1D', '1日', undefined],
    ['P6M', '6か月', undefined],
    ['P1Y', '1年', undefined],
    ['promptly', 'promptly', undefined],
  ])('%s is %s', (duration, words, minutes) => {
    expect(durationWords(duration)).toBe(words);
    expect(minutesOf(duration)).toBe(minutes);
  });

  test.each(['P30', 'PT5D', 'P5H', 'PT1H30M', 'P1W', 'P0D', 'P01D', 'P9999999D', ' P1D', ''])('%s is none', (text) => {
    expect(durationPattern.test(text)).toBe(false);
    expect(WhenSchema.safeParse({ text: '発見後', within: text }).success).toBe(false);
  });

  test('a field holds hours and minutes, how soon and how often', () => {
    const when = {
      text: '発見後、30分以内',
      within: 'PT30M',
      every: 'PT1H',
      next: [{ text: '続報', within: 'PT24H' }],
    };
    expect(WhenSchema.parse(when)).toEqual(when);
  });
});

test.each([
  ['immediately', '直ちに'],
  ['before', '前もって'],
  ['PT30M', '30分以内'],
  ['PT24H', '24時間以内'],
  ['P10D', '10日以内'],
])('how soon: %s is %s', (within, words) => {
  expect(withinWords(within)).toBe(words);
});

test.each([
  ['regularly', '定期的に'],
  ['on-change', '変わったとき'],
  ['P1Y', '毎年'],
  ['P6M', '6か月ごと'],
  ['P14D', '14日ごと'],
  ['PT8H', '8時間ごと'],
])('how often: %s is %s', (every, words) => {
  expect(everyWords(every)).toBe(words);
});
