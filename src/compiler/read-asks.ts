import { encodeAnswers } from '../core/decision/address.ts';
import type { DecisionEntry, Library } from '../core/regulation/library.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import type { DecisionDraft } from './decision-draft.ts';
import type { Faults } from './faults.ts';

/**
 * The everyday words of a decision, each with the answers that it gives already as the fragment of an address. Answers to
 * what is left out with a document that is switched off are left out too.
 */
export function readAsks(
  { parsed, file }: DecisionDraft,
  { questions }: DecisionDefinition,
  { off }: Library,
  faults: Faults,
): DecisionEntry['asks'] {
  return (parsed.asks ?? []).flatMap((ask, index): DecisionEntry['asks'] => {
    if (typeof ask === 'string') return [{ say: ask, hash: '' }];
    const isLeft = (question: string, options: readonly string[]) =>
      options.every((option) =>
        questions.some(
          ({ id, ...one }) => id === question && 'options' in one && one.options.some((known) => known.id === option),
        ),
      );
    const answers = Object.entries(ask.answers).filter(([question, options]) => {
      if (isLeft(question, options)) return true;
      if (off.length === 0) {
        const hint = 'この判断の質問の id と、その選択肢の id を書いてください。';
        faults.add(
          `「${question}: ${options.join('、')}」という答えは、この判断にありません。`,
          { file, path: `asks[${index}].answers.${question}` },
          hint,
        );
      }
      return false;
    });
    const hash = answers.length > 0 ? `#a=${encodeAnswers(Object.fromEntries(answers))}` : '';
    return ask.say.map((say, place) => ({ say, hash, ...(place === 0 && hash && { isOffered: true }) }));
  });
}
