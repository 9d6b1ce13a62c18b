import type { Diagnostic } from '../model/block.ts';
import type { InferredFields } from '../model/fields.ts';
import type { RegulationTree } from '../model/tree.ts';
import type { Place } from './places.ts';

export function inferReferences(
  _tree: RegulationTree,
  _places: readonly Place[],
): { references: Map<string, NonNullable<InferredFields['references']>>; diagnostics: Diagnostic[] } {
  return { references: new Map(), diagnostics: [] };
}
