import { toCanonicalJson } from '../text/canonical-json.ts';
import type { ChecklistDefinition } from './definition.ts';
import { offeredStatuses } from './meaning.ts';

/** A definition by its hashes: small enough for a page that only compares. */
export interface DefinitionIdentity {
  id: string;
  version: number;
  /** Of what is asked: title, sections, numbers and texts of the items, the states offered. 64 hexadecimal digits. */
  asked: string;
  /** Of every text, guidance and citations included. 64 hexadecimal digits. */
  texts: string;
}

/**
 * How a file's definition stands to those of this site.
 * `reworded`: asks the same, but guidance, citations or notices read otherwise. `altered`: under the same id and version
 * something else is asked. Of `older` and `newer` versions this site does not have the texts.
 */
export type DefinitionStanding = 'current' | 'reworded' | 'altered' | 'older' | 'newer' | 'unknown';

/**
 * The identity of a definition. Addresses do not count: they depend on where a site is published.
 * @param sha256 bytes in, 32 bytes out
 */
export function identifyDefinition(
  definition: ChecklistDefinition,
  sha256: (bytes: Uint8Array) => Uint8Array,
): DefinitionIdentity {
  const { id, version, title, lead, notice, sections } = definition;
  const hash = (value: unknown): string =>
    Array.from(sha256(new TextEncoder().encode(toCanonicalJson(value))), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  const asked = {
    title,
    states: offeredStatuses,
    sections: sections.map((section) => ({
      title: section.title,
      items: section.items.map(({ id: itemId, number, text }) => ({ id: itemId, number, text })),
    })),
  };
  const beside = sections.flatMap((section) =>
    section.items.map(({ guidance, evidence, basis }) => ({
      guidance,
      evidence,
      basis: basis.map(({ citation, label }) => ({ citation, label })),
    })),
  );
  return { id, version, asked: hash(asked), texts: hash({ asked, lead, notice, beside }) };
}

/** Compares a file's definition with those of this site, at most one for each id. */
export function findStanding(found: DefinitionIdentity, known: readonly DefinitionIdentity[]): DefinitionStanding {
  const ours = known.find(({ id }) => id === found.id);
  if (!ours) return 'unknown';
  if (found.version !== ours.version) return found.version < ours.version ? 'older' : 'newer';
  if (found.asked !== ours.asked) return 'altered';
  return found.texts === ours.texts ? 'current' : 'reworded';
}
