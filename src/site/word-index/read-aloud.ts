import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type IpadicFeatures, TokenizerBuilder } from '@patdx/kuromoji';
import NodeDictionaryLoader from '@patdx/kuromoji/node';
import { toHiragana } from '../../core/word-index/kana-order.ts';
import type { WordReadings } from '../../core/word-index/readings-schema.ts';
import { escapePattern } from './escape-pattern.ts';

/** How words are read, and what they are made of, by a morphological dictionary (IPADIC). */
export interface ReadingAloud {
  /** In hiragana; Latin letters, digits and what nobody knows the reading of stand as they are. */
  read(word: string): string;
  /** Whether it names something, in words that may stand together: 個人情報の保管, and not どこに保管するか. */
  isName(word: string): boolean;
  /** Whether something must follow it: 自分の. */
  isOpen(word: string): boolean;
}

/** Some megabytes, read once. */
let dictionary: ReturnType<typeof loadDictionary> | undefined;

function loadDictionary() {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@patdx/kuromoji')), '../dict/');
  return new TokenizerBuilder({ loader: new NodeDictionaryLoader({ dic_path: folder }) }).build();
}

/** @param own readings of words that go before those of the dictionary, also inside longer ones */
export async function openReading(own: WordReadings): Promise<ReadingAloud> {
  dictionary ??= loadDictionary();
  const tokenizer = await dictionary;
  // A single kanji is read otherwise in every compound.
  const words = Object.keys(own).filter((word) => [...word].length > 1);
  words.sort((a, b) => b.length - a.length);
  const ownWord = words.length > 0 ? new RegExp(`(${words.map(escapePattern).join('|')})`) : /(?!)/;
  const readToken = ({ surface_form: surface, reading }: IpadicFeatures) => toHiragana(reading || surface);
  return {
    read: (word) =>
      own[word] ??
      word
        .split(ownWord)
        .map((part) => (words.includes(part) ? own[part] : tokenizer.tokenize(part).map(readToken).join('')))
        .join(''),
    isName: (word) => {
      const tokens = tokenizer.tokenize(word);
      return tokens.length > 0 && tokens.every((token, at) => isPartOfName(token, at === tokens.length - 1));
    },
    isOpen: (word) => tokenizer.tokenize(word).at(-1)?.pos === '助詞',
  };
}

const joining: ReadonlySet<string> = new Set(['の', 'と', 'や', 'および', 'または']);

/** A name ends in a noun, and asks nothing. */
function isPartOfName({ pos, pos_detail_1: detail, surface_form: surface }: IpadicFeatures, isLast: boolean): boolean {
  if (pos === '名詞') return !['代名詞', '非自立', '副詞可能'].includes(detail);
  if (isLast) return false;
  return pos === '接頭詞' || pos === '接続詞' || surface === '・' || (pos === '助詞' && joining.has(surface));
}
