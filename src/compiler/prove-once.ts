import type { ScopeBook } from '../core/decision/double-entry.ts';
import { type Proof, prove } from '../core/decision/prove.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import { openResults } from './kept-results.ts';

/** Forms of a decision come and go while it is written; a proof is a number. */
const proofs = openResults('proofs', ['src/core/decision/*.ts', 'src/record/*/decision/*.ts'], 500);

/** As {@link prove}, which walks up to a million combinations; a decision that was sound is not walked again. */
export function proveOnce(definition: DecisionDefinition, book: ScopeBook): Proof {
  const whole = JSON.stringify([definition, book.entries, book.asks, [...book.easy]], (key, value) =>
    key === 'citation' ? [value, book.entriesOf(value)] : value,
  );
  const found = proofs.find([whole]);
  if (found) return { combinations: Number(new TextDecoder().decode(found)), flaws: [] };
  const proof = prove(definition, book);
  if (proof.flaws.length === 0) proofs.keep([whole], new TextEncoder().encode(String(proof.combinations)));
  return proof;
}
