import { describe, expect, test } from 'vitest';
import { splitAtTerms } from '../../../src/core/regulation/glossary.ts';

const terms = new Map([
  ['情報', 'information'],
  ['個人情報', 'personal'],
  ['特定個人情報', 'specific'],
  ['特定個人情報等', 'specificEtc'],
  ['従事者', 'worker'],
]);
/** The text with its marks in brackets. */
const marked = (text: string, used = new Set<string>()) =>
  splitAtTerms(text, terms, used)
    .map(({ text, term }) => (term ? `[${text}:${term}]` : text))
    .join('');

describe('splitAtTerms', () => {
  test.each([
    ['情報を守る。', '[情報:information]を守る。'],
    // The longest word wins, and a part of it is no place of the shorter one.
    ['個人情報と情報', '[個人情報:personal]と[情報:information]'],
    ['特定個人情報等の情報', '[特定個人情報等:specificEtc]の[情報:information]'],
    // A term inside another word is none.
    ['情報システムと業務従事者', '情報システムと業務従事者'],
    ['個人情報保護委員会', '個人情報保護委員会'],
    // What commonly stands around a word does not make it another one.
    ['当該個人情報', '当該[個人情報:personal]'],
    ['従事者以外の者', '[従事者:worker]以外の者'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  test('marks each term once, also across texts, and loses no letter', () => {
    const used = new Set<string>();
    expect(marked('情報、情報', used)).toBe('[情報:information]、情報');
    expect(marked('情報と従事者', used)).toBe('情報と[従事者:worker]');
  });
});
