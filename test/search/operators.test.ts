import { describe, expect, test } from 'vitest';
import { readOperators } from '../../src/search/operators.ts';

const read = (asked: string) => {
  const { text, phrases, excluded } = readOperators(asked);
  return [text.replace(/\s+/g, ' ').trim(), phrases, excluded];
};

describe('readOperators', () => {
  test.each([
    ['"個人情報の持出し" 区', ['個人情報の持出し 区', ['個人情報の持出し'], []]],
    ['「持出し」と｢返却｣', ['持出し と 返却', ['持出し', '返却'], []]],
    ['“USB メモリ”', ['USB メモリ', ['USB メモリ'], []]],
    ['個人情報 -名簿', ['個人情報', [], ['名簿']]],
    ['個人情報　－名簿　ー台帳', ['個人情報', [], ['名簿', '台帳']]],
    ['-"紙の名簿" 個人情報', ['個人情報', [], ['紙の名簿']]],
    ['-名簿', ['', [], ['名簿']]],
    ['"個人 -情報"', ['個人 -情報', ['個人 -情報'], []]],
  ])('%s', (asked, expected) => {
    expect(read(asked)).toEqual(expected);
  });

  test.each([
    ...[
      '6-4-4',
      '個人情報 6-4-4',
      '紙 -3',
      'USB - 持出し',
      'USB -',
      'e-mail',
      'サーバー',
      'USB－持出し',
      '紙 --持出し',
    ],
    ...['「持出し', '持出し」', '""', '「」', '「。」', '"', '-"', '紙 -。'],
  ])('%s says nothing but its words', (asked) => {
    expect(readOperators(asked)).toEqual({ text: asked, phrases: [], excluded: [] });
  });

  test('takes a few, once each, and leaves the rest as words', () => {
    const { text, phrases } = readOperators('「一」「二」「二」「三」「四」「五」');
    expect(phrases).toEqual(['一', '二', '三', '四']);
    expect(text).toContain('「五」');
  });

  test('reads ten thousand signs in a moment', () => {
    const start = performance.now();
    for (const sign of ['"', '「', '」', '-', ' -', '「-', '"a', '『'])
      expect(() => readOperators(sign.repeat(10_000))).not.toThrow();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
