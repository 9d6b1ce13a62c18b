import type { ScopeBook } from '../core/decision/double-entry.ts';
import { type Proof, prove } from '../core/decision/prove.ts';
import type { Basis } from '../record/v1/basis.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import { openResults } from './kept-results.ts';

/** Forms of a decision come and go while it is written; a proof is a number. */
const proofs = openResults('proofs', ['src/core/decision/*.ts', 'src/record/*/decision/*.ts'], 500);

/** As {@link prove}, which walks up to a million combinations; a decision that was sound is not walked again. */
export function proveOnce(definition: DecisionDefinition, book: ScopeBook): Proof {
  const bare = withoutWords(definition);
  const entries = book.entries.map(({ words: _, ...entry }) => entry);
  const whole = JSON.stringify([bare, entries, book.asks, [...book.easy]], (key, value) =>
    key === 'citation' ? [value, book.entriesOf(value)] : value,
  );
  const found = proofs.find([whole]);
  if (found) return { combinations: Number(new TextDecoder().decode(found)), flaws: [] };
  const proof = prove(bare, book);
  if (proof.flaws.length === 0) proofs.keep([whole], new TextEncoder().encode(String(proof.combinations)));
  return proof;
}

/**
 * What is proved: nothing that a company's words and choices are filled into, so that whoever renames a role does not
 * wait for proofs that say the same.
 */
function withoutWords({ undecided: _, ...definition }: DecisionDefinition): DecisionDefinition {
  const { questions, outcomes, rules, duties, check } = definition;
  return {
    ...definition,
    ...{ title: '', lead: '', notice: '', remarks: [] },
    questions: questions.map(({ value: _, ...question }) => ({
      ...question,
      ...{ text: '', help: '' },
      options: question.options.map(({ id }) => ({ id, text: '', help: '' })),
    })),
    outcomes: outcomes.map(({ id, basis }) => ({ id, title: '', text: '', basis: toCitations(basis) })),
    rules: rules.map((rule) => ({ ...rule, basis: toCitations(rule.basis) })),
    duties: duties.map(({ isOpen: _, ...duty }) => {
      return { ...duty, text: '', who: '', record: '', basis: toCitations(duty.basis) };
    }),
    ...(check && {
      check: {
        ...check,
        ...{ title: '', lead: '' },
        profiles: check.profiles.map(({ basis, ...profile }) => {
          return { ...profile, label: '', byEye: [], basis: toCitations(basis) };
        }),
      },
    }),
  };
}

function toCitations(basis: readonly Basis[]): Basis[] {
  return basis.map(({ citation }) => ({ citation, label: '', href: '' }));
}
