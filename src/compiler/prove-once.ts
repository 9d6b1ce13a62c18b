import { type Proof, prove } from '../core/decision/prove.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import { openResults } from './kept-results.ts';

/** Forms of a decision come and go while it is written; a proof is a number. */
const proofs = openResults('proofs', ['src/core/decision/*.ts', 'src/record/*/decision/*.ts'], 500);

/** As {@link prove}, which walks up to a million combinations; a decision that was sound is not walked again. */
export function proveOnce(
  definition: DecisionDefinition,
  covers: readonly string[],
  unitsOf: (citation: string) => readonly string[],
): Proof {
  const whole = JSON.stringify([definition, covers], (key, value) =>
    key === 'citation' ? [value, unitsOf(value)] : value,
  );
  const found = proofs.find([whole]);
  if (found) return { combinations: Number(new TextDecoder().decode(found)), flaws: [] };
  const proof = prove(definition, covers, unitsOf);
  if (proof.flaws.length === 0) proofs.keep([whole], new TextEncoder().encode(String(proof.combinations)));
  return proof;
}
