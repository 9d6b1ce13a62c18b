import { findClauseNumbers, lettersOf } from './clause.ts';
import { fold } from './fold.ts';

/** What a piece of text is made of: a number of a provision, a word, a loan word in katakana, or hiragana. */
export type RunKind = 'clause' | 'word' | 'loan' | 'kana';

/** A piece of text without a break in it, as words of the index. */
export interface Run {
  kind: RunKind;
  /** In the one spelling of `fold`. */
  text: string;
  /** Words of the index, in order. ASCII, so that Pagefind takes each as it is. */
  terms: string[];
  /** Where each term stands in the original text. */
  spans: [start: number, end: number][];
}

type SpanOf = (start: number, end: number) => [number, number];

/** Latin letters and digits; katakana; hiragana; kanji; any other letters. */
const pieces =
  /(?<latin>[a-z0-9]+)|(?<katakana>[\p{Script=Katakana}ー]+)|(?<kana>[\p{Script=Hiragana}ー]+)|(?<han>[\p{Script=Han}々〆]+)|(?<other>[\p{L}\p{N}]+)/gu;

/**
 * The analyzer: a text as runs of index words. Building the index and asking it both come through here, so that they
 * can never disagree. Kanji become bigrams, because no segmenter is the same in Node and in browsers; a loan word
 * (パスワード) and a Latin word stay whole, which a list of all of them makes up for when only a part is asked.
 * @param kanaWords hiragana that is a word (おそれ); all other hiragana is grammar and gives no word of the index
 */
export function toRuns(original: string, kanaWords: readonly string[]): Run[] {
  const folded = fold(original);
  const runs: Run[] = [];
  const spanOf: SpanOf = (start, end) => [folded.starts[start] ?? 0, folded.ends[end - 1] ?? original.length];
  let at = 0;
  const addPieces = (end: number) => {
    for (const found of folded.text.slice(at, end).matchAll(pieces)) {
      runs.push(...splitKana(toRun(found, at + found.index, spanOf), kanaWords, at + found.index, spanOf));
    }
  };
  for (const { terms, start, end } of findClauseNumbers(folded.text)) {
    addPieces(start);
    runs.push({
      kind: 'clause',
      text: folded.text.slice(start, end),
      terms,
      spans: terms.map(() => spanOf(start, end)),
    });
    at = end;
  }
  addPieces(folded.text.length);
  return runs;
}

function toRun(found: RegExpMatchArray, at: number, spanOf: SpanOf): Run {
  const text = found[0];
  const groups = found.groups ?? {};
  const whole = [spanOf(at, at + text.length)];
  if (groups['latin'] !== undefined) return { kind: 'word', text, terms: [latinTerm(text)], spans: whole };
  if (groups['katakana'] !== undefined) return { kind: 'loan', text, terms: [loanTerm(text)], spans: whole };
  if (groups['kana'] !== undefined) return { kind: 'kana', text, terms: [], spans: [] };
  const letters = [...text.matchAll(/[\s\S]/gu)];
  const spans: [number, number][] = [];
  const terms: string[] = [];
  for (const [index, letter] of letters.entries()) {
    const next = letters[index + 1];
    // A single kanji is a word of its own: 鍵, or 選 of 選ぶ.
    if (!next && index > 0) break;
    terms.push(code(letter[0]) + (next ? code(next[0]) : ''));
    const end = next ? next.index + next[0].length : letter.index + letter[0].length;
    spans.push(spanOf(at + letter.index, at + end));
  }
  return { kind: 'word', text, terms, spans };
}

/** の|おそれ|がある: the words in a run of hiragana stand apart from the grammar around them. */
function splitKana(run: Run, kanaWords: readonly string[], at: number, spanOf: SpanOf): Run[] {
  if (run.kind !== 'kana') return [run];
  for (const word of kanaWords) {
    const start = run.text.indexOf(word);
    if (start < 0) continue;
    const end = start + word.length;
    const grammar = (text: string): Run[] => (text ? [{ kind: 'kana', text, terms: [], spans: [] }] : []);
    return [
      ...grammar(run.text.slice(0, start)),
      { kind: 'word', text: word, terms: [loanTerm(word)], spans: [spanOf(at + start, at + end)] },
      ...grammar(run.text.slice(end)),
    ];
  }
  return [run];
}

/** A loan word as a word of the index. */
export function loanTerm(text: string): string {
  return [...text].map(code).join('');
}

/** Four letters for one. No digits: Pagefind takes words apart where letters and digits meet. The first is a to d. */
function code(letter: string): string {
  let rest = (letter.codePointAt(0) ?? 0) % 65536;
  let word = '';
  for (let place = 0; place < 4; place++) {
    word = String.fromCharCode(97 + (rest % 26)) + word;
    rest = Math.floor(rest / 26);
  }
  return word;
}

/** Pagefind also finds words that begin with what was asked: right for win (Windows), wrong for 1 (16). */
function latinTerm(text: string): string {
  if (/^\d+$/.test(text)) return `z${lettersOf(String(Number(text)))}z`;
  return `z${text.slice(0, 40).replace(/\d/g, (digit) => `q${lettersOf(digit)}`)}`;
}
