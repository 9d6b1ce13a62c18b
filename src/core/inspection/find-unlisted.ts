import { fillText } from '../tailoring/wording.ts';
import type { Finding } from './finding.ts';
import type { Inspected } from './shown.ts';

/** `「機密情報」という。` and `「本人」とは、`: the words of a definition. Hiragana makes it a phrase and no term. */
const definition = /「([\p{Script=Han}\p{Script=Katakana}ー・A-Za-z0-9]{2,20})」(?:という。|といい、|とは、)/gu;

/** Words that a provision defines and the glossary does not list. */
export function findUnlisted({ handbooks, shown, wording }: Inspected): Finding[] {
  return handbooks.flatMap(({ id, terms }) => {
    const known = new Set(terms.map((term) => fillText(term, wording)));
    return shown
      .filter(({ passage }) => passage.handbook === id)
      .flatMap(({ text, place }) => {
        const words = [...text.matchAll(definition)].map(([, word = '']) => word);
        return [...new Set(words)]
          .filter((word) => !known.has(word))
          .map((word) => ({
            kind: 'unlisted' as const,
            key: `unlisted:${id}:${word}`,
            certainty: '推定' as const,
            places: [place],
            found: `「${word}」を定めているが、用語の一覧にない。`,
            advice: '語の定義なら、content/glossary.yaml に加える。',
          }));
      });
  });
}
