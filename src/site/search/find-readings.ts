import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type IpadicFeatures, TokenizerBuilder } from '@patdx/kuromoji';
import NodeDictionaryLoader from '@patdx/kuromoji/node';
import { fold } from '../../search/fold.ts';
import type { Readings } from '../../search/kana.ts';

/** Parts of speech whose readings people type. */
const content: ReadonlySet<string> = new Set(['名詞', '動詞', '形容詞']);

/**
 * How the words of the texts are read, the commonest first, by a morphological dictionary (IPADIC): for questions that
 * somebody types without converting them.
 * @param texts of all records; @param said what people say for words of the texts
 */
export async function findReadings(texts: readonly string[], said: readonly string[]): Promise<Readings> {
  const dictionary = join(dirname(createRequire(import.meta.url).resolve('@patdx/kuromoji')), '../dict/');
  const tokenizer = await new TokenizerBuilder({ loader: new NodeDictionaryLoader({ dic_path: dictionary }) }).build();
  const counts = new Map<string, { reading: string; word: string; count: number }>();
  const add = (word: string, reading: string) => {
    const key = `${word} ${reading}`;
    const known = counts.get(key) ?? { word, reading, count: 0 };
    known.count += 1;
    counts.set(key, known);
  };
  for (const text of [...texts, ...said]) {
    for (const token of tokenizer.tokenize(text)) {
      const found = toReading(token);
      if (found) add(...found);
    }
  }
  // A name that the dictionary takes apart is read as its parts are.
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ reading, word }) => [reading, word]);
}

/** Word and reading of a token, in its dictionary form; undefined for what needs no reading, or has a short one by chance. */
function toReading(token: IpadicFeatures): [word: string, reading: string] | undefined {
  const { pos, surface_form: surface, basic_form: basic, reading } = token;
  if (!content.has(pos) || !reading || !/\p{Script=Han}/u.test(surface)) return undefined;
  const word = basic === '*' || pos === '名詞' ? surface : basic;
  const kana = toHiragana(reading);
  // 行い is read おこない, so 行う is おこなう: what follows the last kanji is the same in both writings.
  const ending = endingOf(surface);
  const whole = (ending === '' ? kana : kana.slice(0, kana.length - ending.length)) + endingOf(word);
  // 紙 and 者 would be found in every second sentence.
  if ([...word].length === 1 && whole.length < 3) return undefined;
  return [word, fold(whole).text];
}

function endingOf(word: string): string {
  return /\p{Script=Hiragana}*$/u.exec(word)?.[0] ?? '';
}

function toHiragana(katakana: string): string {
  return katakana.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}
