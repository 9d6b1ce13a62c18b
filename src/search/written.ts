import { fold } from './fold.ts';
import type { IndexFile } from './index-file.ts';
import { isAllGrammar, type KanaWords, type Readings, toKanaWords, type Written, writeKana } from './kana.ts';
import { toRuns } from './tokens.ts';

type Lists = Pick<IndexFile, 'loans' | 'kanaWords' | 'synonyms'>;

/** Made once for the readings of a site. */
const known = new WeakMap<Readings, KanaWords>();

/**
 * A question with the hiragana that spells words written as the texts write it; the list of readings is fetched only where
 * something in it is no grammar. What spells nothing is named.
 */
export async function writeOut(asked: string, lists: Lists, loadReadings: () => Promise<Readings>): Promise<Written> {
  const { text } = fold(asked);
  const found = [...text.matchAll(/[\p{Script=Hiragana}ー]+/gu)];
  const isEnding = (at: number) => /\p{Script=Han}$/u.test(text.slice(Math.max(0, at - 2), at));
  const said = saidInKana(lists);
  if (found.every(({ 0: kana, index }) => isAllGrammar(kana, isEnding(index), said))) return { text, unread: [] };
  const readings = await loadReadings();
  const words = known.get(readings) ?? toKanaWords(readings, saidIn(lists));
  known.set(readings, words);
  return writeKana(text, words, (kana) => loanOf(kana, lists));
}

/** Words in hiragana that somebody put on the lists. */
function saidIn({ synonyms, kanaWords }: Lists): string[] {
  return [...kanaWords, ...Object.keys(synonyms).filter((word) => /^[\p{Script=Hiragana}ー]+$/u.test(word))];
}

/** Made once for the lists of a site. */
const knownSaid = new WeakMap<Lists['synonyms'], KanaWords>();

function saidInKana(lists: Lists): KanaWords {
  const words = knownSaid.get(lists.synonyms) ?? toKanaWords([], saidIn(lists));
  knownSaid.set(lists.synonyms, words);
  return words;
}

/** The loan word that hiragana spells, as the index has it: ばっくあっぷ. */
function loanOf(kana: string, { loans }: Lists): string | undefined {
  const katakana = [...kana].map((letter) =>
    letter === 'ー' ? letter : String.fromCodePoint((letter.codePointAt(0) ?? 0) + 96),
  );
  const [run, ...others] = toRuns(katakana.join(''), []);
  return run && others.length === 0 && loans.includes(run.text) ? run.text : undefined;
}
