import { fold } from './fold.ts';
import type { TextFile } from './index-file.ts';
import { loanTerm, toRuns } from './tokens.ts';

/** Words that must stand together in a text, as they are written there. */
export interface Phrase {
  /** As it was typed. */
  text: string;
  /** In a folded text. */
  pattern: RegExp;
  /** Words of the index: of each list a record that has the phrase has at least one. None where the index cannot tell. */
  traces: string[][];
}

/** More loan words than these hold a piece of one letter or two: looking them all up tells little. */
const mostLoans = 10;

/** @param loans all loan words of the texts, folded */
export function toPhrase(text: string, loans: readonly string[]): Phrase {
  return { text, pattern: toPattern(fold(text).text.trim()), traces: findTraces(text, loans) };
}

/** Where a phrase stands in a text. */
export function findPhraseIn(text: string, { pattern }: Phrase): [start: number, end: number][] {
  const folded = fold(text);
  return [...folded.text.matchAll(pattern)].map(({ 0: found, index }) => [
    folded.starts[index] ?? 0,
    folded.ends[index + found.length - 1] ?? text.length,
  ]);
}

/** Whether a record has a phrase: in a heading, a label or a text, and not across two of them. */
export function hasPhrase({ headings, entries }: TextFile[number], { pattern }: Phrase): boolean {
  const texts = [...headings, ...entries.flatMap(({ label, caption, text }) => [label, caption, text])];
  return texts.some((text) => fold(text).text.search(pattern) >= 0);
}

/** A record without the entries that have one of the phrases; without any where a heading has one, which is over them all. */
export function leaveOut(record: TextFile[number], phrases: readonly Phrase[]): TextFile[number] {
  const isFree = (...texts: string[]) =>
    !texts.some((text) => phrases.some((one) => findPhraseIn(text, one).length > 0));
  if (!isFree(...record.headings)) return { ...record, entries: [] };
  return {
    ...record,
    entries: record.entries.filter(({ label, caption, text }) => isFree(label, caption, text)),
  };
}

/**
 * Latin words and numbers stand alone: AI is not in email, 1 not in 16. An ending that goes before a kanji (取扱い in
 * 取扱い規程, which is folded to 取扱規程) may be absent there.
 */
function toPattern(folded: string): RegExp {
  const escaped = folded.replace(/[.*+?^$\u007b}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s*');
  const body = escaped.replace(
    /(?<=\p{Script=Han})([いしちりみきけえせれめびげじ]|わせ)$/u,
    '(?:$1|(?=\\p{Script=Han}))',
  );
  const begin = /^[a-z0-9]/.test(folded) ? '(?<![a-z0-9])' : '';
  const end = /[a-z0-9]$/.test(folded) ? '(?![a-z0-9])' : '';
  return new RegExp(begin + body + end, 'gu');
}

/** What may be part of a clause's number in a text, and is then no word: 2号 in 第2号, 別添 in 別添2, No in No. 3. */
const inNumbers = /[\d第条項号章番〇一二三四五六七八九十百]|別[添紙表]|様式|(?<![a-z])no(?![a-z])/u;

function findTraces(text: string, loans: readonly string[]): string[][] {
  if (inNumbers.test(fold(text).text)) return [];
  const runs = toRuns(text, []);
  return runs.flatMap(({ kind, text, terms }): string[][] => {
    if (kind === 'kana') return [];
    // The last kanji of a word is no word of the index (鍵 of 暗号鍵), nor is the letter of an item (ア of 第2号ア).
    if ([...text].length === 1 && !/^[a-z]/.test(text)) return [];
    if (kind === 'loan') {
      const holding = loans.filter((loan) => loan.includes(text));
      return holding.length > mostLoans ? [] : [holding.map(loanTerm)];
    }
    return terms.map((term) => [term]);
  });
}
