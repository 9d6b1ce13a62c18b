import type { IndexFile } from './index-file.ts';
import { toRuns } from './tokens.ts';

/** One way in which the texts may say what a unit of the question says. */
export interface Alternative {
  /** For people: what is looked for. */
  text: string;
  /** Words of the index that stand side by side. */
  terms: string[];
  /** 1 for the reader's own word, less for a related one. */
  weight: number;
  /** Its parts say nothing: 従業員食堂 made of 社員食堂 is not met where 従業員 stands. */
  isWhole?: true;
}

/** A word of the question with all that may stand for it. */
export interface Unit {
  text: string;
  kind: 'clause' | 'word';
  alternatives: Alternative[];
  /** 1, or less for what the question only hints at. */
  weight: number;
}

/** `loans` are folded. */
export type Vocabulary = Pick<IndexFile, 'loans' | 'kanaWords' | 'synonyms' | 'clients'>;

/** Each may cost another chunk of the index. */
export const mostAlternatives = 10;

/** A word with all that the texts may say for it. @param terms its words of the index, none where it is not to be met itself */
export function wordUnit(text: string, terms: string[], vocabulary: Vocabulary): Unit {
  const alternatives: Alternative[] = terms.length > 0 ? [{ text, terms, weight: 1 }] : [];
  const finds = hasSynonym(text, vocabulary) ? vocabulary.synonyms[text] : undefined;
  for (const found of finds ?? []) addWord(alternatives, found, 0.8, vocabulary);
  if (!finds) {
    for (const [said, finds] of synonymsInside(vocabulary)) {
      if (!text.includes(said)) continue;
      for (const found of finds) addWord(alternatives, text.replace(said, found), 0.7, vocabulary, true);
    }
  }
  return { text, kind: 'word', alternatives: alternatives.slice(0, mostAlternatives), weight: 1 };
}

/** Listed once: each word of a question that has no synonym itself is looked through for all of them. */
const insideLists = new WeakMap<Vocabulary['synonyms'], [said: string, finds: string[]][]>();

/** What may stand inside a compound. */
function synonymsInside({ synonyms }: Vocabulary): [said: string, finds: string[]][] {
  const list = insideLists.get(synonyms) ?? Object.entries(synonyms).filter(([said]) => said.length > 1);
  insideLists.set(synonyms, list);
  return list;
}

function addWord(
  alternatives: Alternative[],
  text: string,
  weight: number,
  { kanaWords }: Vocabulary,
  isWhole = false,
): void {
  const terms = toRuns(text, kanaWords).flatMap((run) => run.terms);
  if (terms.length > 0) alternatives.push({ text, terms, weight, ...(isWhole && { isWhole }) });
}

/** Whether the lists know another word for one, folded. */
export function hasSynonym(text: string, { synonyms }: Vocabulary): boolean {
  return Object.hasOwn(synonyms, text);
}

/** A piece of text as words of the index. */
export function termsIn(piece: string): string[] {
  return toRuns(piece, []).flatMap((run) => run.terms);
}
