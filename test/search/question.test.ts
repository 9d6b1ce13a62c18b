import { describe, expect, test } from 'vitest';
import { splitCompound } from '../../src/search/compound.ts';
import { toQuestion } from '../../src/search/question.ts';
import { compileSynonyms } from '../../src/search/synonyms.ts';
import type { Vocabulary } from '../../src/search/units.ts';

const synonyms = compileSynonyms({
  kanaWords: ['おそれ'],
  synonyms: [
    { find: ['廃棄'], say: ['捨てる', 'はいき'] },
    { find: ['クリアスクリーン'], say: ['画面ロック'] },
    { find: ['雇用の終了'], say: ['辞める'] },
  ],
});
const vocabulary: Vocabulary = {
  synonyms,
  kanaWords: ['おそれ'],
  clients: {},
  loans: ['インシデント', 'サバ', 'サバルム', 'パスワド', 'ロツク', 'メル', 'ソフト'],
};
const unitsOf = (asked: string) =>
  toQuestion(asked, vocabulary).units.map(({ text, alternatives }) => [text, ...alternatives.map((one) => one.text)]);

describe('toQuestion', () => {
  test('finds the words of a sentence', () => {
    expect(unitsOf('書類はどうやって捨てればいい').map(([text]) => text)).toEqual(['書類', '捨']);
  });
  test('adds what the texts say instead', () => {
    expect(unitsOf('捨てる')).toEqual([['捨', '捨', '廃棄']]);
    expect(unitsOf('はいき')).toEqual([['はいき', '廃棄']]);
    expect(unitsOf('画面をロックする')).toEqual([['画面ロツク', '画面ロツク', 'クリアスクリン']]);
    expect(unitsOf('辞めるとき')[0]).toContain('雇用の終了');
  });
  test('finds a part of a loan word, a compound of several, and hiragana for it', () => {
    expect(unitsOf('パスワ')[0]).toContain('パスワド');
    expect(unitsOf('ルーム')[0]).toContain('サバルム');
    // A single letter beside it is no word: ソフト is no kind of フト.
    expect(unitsOf('フト')[0]).not.toContain('ソフト');
    expect(toQuestion('メールソフト', vocabulary).units[0]?.alternatives.at(-1)?.terms).toHaveLength(2);
    expect(unitsOf('ぱすわーど')[0]).toContain('パスワド');
  });
  test('corrects a misspelt loan word and says so', () => {
    expect(toQuestion('インシテント', vocabulary).corrections).toEqual([{ from: 'インシテント', to: 'インシデント' }]);
  });
  test('takes how many for a question, and not for the beginning of a word', () => {
    expect(unitsOf('ログは何年残す').map(([text]) => text)).toEqual(['ログ', '残']);
    expect(unitsOf('何文字以上').map(([text]) => text)).toEqual(['以上']);
    expect(unitsOf('何年').map(([text]) => text)).toEqual(['何年']);
  });
  test('takes the numbers of one place together', () => {
    expect(toQuestion('第十六条第２号', vocabulary).units).toMatchObject([{ kind: 'clause', text: '第十六条第2号' }]);
  });
  test('prefers definitions where a meaning is asked', () => {
    expect(unitsOf('パスワードとは？').map(([text]) => text)).toEqual(['パスワド', '定義']);
  });
  test('reads names of object properties as words', () => {
    for (const asked of ['constructor', '__proto__', 'toString']) expect(unitsOf(asked)).toHaveLength(1);
  });
});

describe('splitCompound', () => {
  const nobody = () => false;
  const unit = toQuestion('苦情窓口', vocabulary).units[0];
  test('takes a compound that stands nowhere for the words it is made of', () => {
    const pieces = unit && splitCompound(unit, (terms) => terms.length === 1, nobody, vocabulary);
    expect(pieces?.units.map(({ text }) => text)).toEqual(['苦情', '窓口']);
    expect(pieces?.isCut).toBe(false);
  });
  test('leaves out a letter that belongs to none of them, unless most of the word would be left out', () => {
    const [permit] = toQuestion('許可証', vocabulary).units;
    const known = toQuestion('許可', vocabulary).units[0]?.alternatives[0]?.terms.join();
    const pieces = permit && splitCompound(permit, (terms) => terms.join() === known, nobody, vocabulary);
    expect(pieces?.units.map(({ text }) => text)).toEqual(['許可']);
    expect(pieces?.isCut).toBe(true);
    const [longer] = toQuestion('許可証明者', vocabulary).units;
    expect(longer && splitCompound(longer, (terms) => terms.join() === known, nobody, vocabulary)).toBeUndefined();
  });
  test('keeps a piece that only people who need a tool say, and lets it weigh less', () => {
    const [wrong] = toQuestion('宛先間違えた', vocabulary).units;
    const known = toQuestion('宛先', vocabulary).units[0]?.alternatives[0]?.terms.join();
    const split = (isSaid: (piece: string) => boolean) =>
      wrong && splitCompound(wrong, (terms) => terms.join() === known, isSaid, vocabulary);
    const pieces = split((piece) => piece === '間違');
    expect(pieces?.units.map(({ text, weight }) => [text, weight < 1])).toEqual([
      ['宛先', false],
      ['間違', true],
    ]);
    expect(pieces?.isCut).toBe(false);
    expect(split(nobody)).toBeUndefined();
  });
  test('leaves it alone where they are not known either', () => {
    expect(unit && splitCompound(unit, () => false, nobody, vocabulary)).toBeUndefined();
  });
});

describe('any question', () => {
  /** The same numbers in every run. */
  function* numbers(seed: number): Generator<number> {
    let state = seed;
    for (;;) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      yield state / 2 ** 32;
    }
  }
  const pieces = [
    ...'.*+?^$\u007b}()|[]\\/"\'<>&%#;:,_-~`@!=',
    ...['🙂', '👨‍👩‍👧', '\ud800', '\udc00', '\0', '\u202e', 'ﾞ', '゛', 'ー', '々', '𠮷', '辻\u{e0100}'],
    ...[
      '第',
      '条',
      '十',
      '百',
      '〇',
      '9-',
      '.5',
      '-',
      '別添',
      'の',
      '漏えい',
      'ｳｲﾙｽ',
      '個人情報',
      'ABC',
      '１２',
      '　',
      '\n',
    ],
    '"><img onerror=alert(1)>',
  ];
  test('is understood without an exception, in words that Pagefind can be asked', () => {
    const random = numbers(6);
    const next = (below: number) => Math.floor((random.next().value ?? 0) * below);
    for (let round = 0; round < 3000; round++) {
      const asked = Array.from(
        { length: 1 + next(round % 50 === 0 ? 3000 : 30) },
        () => pieces[next(pieces.length)],
      ).join('');
      const { units } = toQuestion(asked, vocabulary);
      expect(units.length).toBeLessThanOrEqual(13);
      const terms = units.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.terms));
      expect(terms.filter((term) => !/^[a-z]+$/.test(term))).toEqual([]);
    }
  });
  test('of ten thousand letters is read in a moment', () => {
    const start = performance.now();
    for (const letter of ['あ', '第', 'ア', '1', '-', '十', 'ー', '個']) toQuestion(letter.repeat(10_000), vocabulary);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
