import { grammar } from './grammar.ts';
import { stemsOf } from './inflect.ts';

/** Words by how they are read, in hiragana of the one spelling; the commoner first. Verbs and adjectives in their dictionary form. */
export type Readings = readonly (readonly [reading: string, word: string])[];

/** What a piece of hiragana may be: a word, and what to write for it. */
export interface KanaWords {
  /** By reading, each form of a verb its own. */
  words: ReadonlyMap<string, string>;
  longest: number;
}

/** Costs of a piece: fewer and longer words win; a letter that belongs to none costs most. */
const costs = { grammar: 0.5, ending: 0.3, endingLetter: 0.25, word: 0.45, shortWord: 0.75, unknown: 2 };
/** Letters of an ending that may follow a kanji: 入れたい, 捨てて. */
const longestEnding = 3;
/** Of a word in hiragana at most this share of letters may belong to nothing. */
const mostUnknown = 0.34;
/** A longer run is no word and would take long. */
const longestRun = 60;

const grammarWords = new Set(grammar);
const longestGrammar = Math.max(...grammar.map((word) => word.length));

/**
 * The words that hiragana may spell.
 * @param readings of the words of the texts; @param said words in hiragana that people use, each for itself
 */
export function toKanaWords(readings: Readings, said: readonly string[]): KanaWords {
  const words = new Map<string, string>();
  const add = (form: string, word: string) => {
    if (form.length > 1 && !words.has(form)) words.set(form, word);
  };
  for (const word of said) for (const form of stemsOf(word)) add(form, word);
  for (const [reading, word] of readings) add(reading, word);
  // After all whole words: a form of a verb is the less likely reading.
  for (const [reading, word] of readings) {
    if (/\p{Script=Hiragana}$/u.test(word)) for (const form of stemsOf(reading)) add(form, word);
  }
  return { words, longest: Math.max(1, ...[...words.keys()].map((form) => form.length)) };
}

/**
 * Whether hiragana is nothing but grammar, so that nothing has to be looked up for it.
 * @param isEnding it follows a kanji; @param said words that people use and that need no dictionary
 */
export function isAllGrammar(kana: string, isEnding: boolean, said: KanaWords): boolean {
  return readKana(kana, isEnding, said, () => undefined)?.every(({ kind }) => kind === 'grammar') === true;
}

export interface KanaPiece {
  kind: 'grammar' | 'word' | 'unknown';
  /** As it stands in the run. */
  text: string;
  /** What to write for it. */
  word: string;
}

/**
 * Hiragana as the words and the grammar that it is made of; undefined where too much of it is neither.
 * @param loanOf a loan word of the texts that a piece spells (ばっくあっぷ), as it is to be written
 */
export function readKana(
  kana: string,
  isEnding: boolean,
  { words, longest }: KanaWords,
  loanOf: (kana: string) => string | undefined,
): KanaPiece[] | undefined {
  if (kana.length > longestRun) return undefined;
  const best: ({ cost: number; piece: KanaPiece; from: number } | undefined)[] = [];
  const costAt = (at: number) => (at === 0 ? 0 : (best[at]?.cost ?? Number.POSITIVE_INFINITY));
  const offer = (from: number, to: number, cost: number, kind: KanaPiece['kind'], word: string) => {
    const total = costAt(from) + cost;
    if (total < costAt(to)) best[to] = { cost: total, from, piece: { kind, text: kana.slice(from, to), word } };
  };
  for (let from = 0; from < kana.length; from++) {
    offer(from, from + 1, costs.unknown, 'unknown', kana.slice(from, from + 1));
    if (isEnding && from === 0)
      for (let to = 1; to <= Math.min(longestEnding, kana.length); to++)
        offer(0, to, costs.ending + to * costs.endingLetter, 'grammar', '');
    for (let to = from + 1; to <= Math.min(kana.length, from + Math.max(longest, longestGrammar, 12)); to++) {
      const text = kana.slice(from, to);
      if (grammarWords.has(text)) offer(from, to, costs.grammar, 'grammar', '');
      const word = words.get(text) ?? (text.length > 2 ? loanOf(text) : undefined);
      if (word !== undefined) offer(from, to, text.length > 2 ? costs.word : costs.shortWord, 'word', word);
    }
  }
  const pieces: KanaPiece[] = [];
  for (let at = kana.length; at > 0; ) {
    const step = best[at];
    if (!step) return undefined;
    pieces.unshift(step.piece);
    at = step.from;
  }
  const unknown = pieces.filter(({ kind }) => kind === 'unknown').length;
  // Two letters between others that nobody knows are a word by chance.
  const isChance = pieces.some(({ kind, text }) => kind === 'word' && text.length === 2);
  return unknown > kana.length * (isChance ? 0 : mostUnknown) ? undefined : pieces;
}

/** A question in the writing of the texts, and its hiragana that spells nothing there. */
export interface Written {
  text: string;
  unread: string[];
}

/**
 * A question with its hiragana written as the texts write it: なふだ → 名札, うぃるすにかんせんしたら → ウイルス 感染. Pieces that
 * are words side by side become one (かいぎしつ → 会議室).
 * @param asked in the one spelling of `fold`
 */
export function writeKana(asked: string, words: KanaWords, loanOf: (kana: string) => string | undefined): Written {
  const unread: string[] = [];
  const text = asked.replace(/[\p{Script=Hiragana}ー]+/gu, (kana: string, at: number) => {
    const isEnding = /\p{Script=Han}$/u.test(asked.slice(Math.max(0, at - 2), at));
    const pieces = readKana(kana, isEnding, words, loanOf);
    if (!pieces) {
      unread.push(kana);
      return ' ';
    }
    if (!pieces.some(({ kind }) => kind === 'word')) return kana;
    return pieces
      .map((piece, index) => {
        if (piece.kind !== 'word') return ' ';
        const before = pieces[index - 1];
        // Two nouns side by side are one word; a word and the ending before it are not.
        return before?.kind === 'word' && isNoun(before.word) && isNoun(piece.word) ? piece.word : ` ${piece.word}`;
      })
      .join('')
      .concat(' ');
  });
  return { text, unread };
}

function isNoun(word: string): boolean {
  return /^\p{Script=Han}+$/u.test(word);
}
