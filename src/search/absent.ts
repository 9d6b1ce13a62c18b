import { fold } from './fold.ts';
import type { IndexFile } from './index-file.ts';
import type { Question } from './question.ts';
import { type Positions, standsSomewhere } from './rank.ts';
import type { Unit } from './units.ts';

/** Shorter words in hiragana are endings that nobody listed. */
const leastKana = 3;

/**
 * The words of a question that the texts do not have, as the reader wrote them: a page of what stands near is no answer.
 * @param asked as typed; @param unread hiragana that spells nothing
 */
export function findAbsent(
  asked: string,
  { units, corrections, cut }: Question,
  unread: readonly string[],
  near: IndexFile['near'],
  find: (term: string) => Positions,
): string[] {
  const corrected = new Set(corrections.map(({ from }) => from));
  const isAbsent = ({ kind, text, weight, alternatives }: Unit) =>
    kind === 'word' &&
    weight >= 1 &&
    text.length > 1 &&
    !corrected.has(text) &&
    (near.includes(text) || !alternatives.some(({ terms }) => standsSomewhere(terms, find)));
  const words = [
    ...units.filter(isAbsent).map(({ text }) => text),
    ...cut,
    ...unread.filter((kana) => kana.length >= leastKana),
  ];
  return [...new Set(words.map((word) => withEnding(asked, spellingIn(asked, word))))];
}

/** A kana that begins the ending of a verb and neither a particle nor する. */
const ending = /^[いうえきぎくぐけげちっつびぶべみむめりるれわ]/u;

/** 使い続けている: 使い続 is no word that anybody wrote. */
function withEnding(asked: string, word: string): string {
  const at = /\p{Script=Han}$/u.test(word) ? asked.indexOf(word) : -1;
  const after = at < 0 ? '' : asked.slice(at + word.length);
  return word + (ending.exec(after)?.[0] ?? '');
}

/** How a folded word stands in what was typed: セキユリテイ is セキュリティ. What is found nowhere comes back as it is. */
export function spellingIn(asked: string, folded: string): string {
  const pieces =
    asked.match(
      /[\p{Script=Katakana}ー\uff66-\uff9f]+|[\p{Script=Hiragana}ー]+|[\p{Script=Han}々〆]+|(?:(?![\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}])[\p{L}\p{N}])+/gu,
    ) ?? [];
  for (const [start] of pieces.entries()) {
    let text = '';
    for (const piece of pieces.slice(start, start + 6)) {
      text += piece;
      if (fold(text).text === folded) return text;
    }
  }
  return folded;
}
