import { toCanonicalJson } from '../core/text/canonical-json.ts';
import type { ToolDefinition } from './contents.ts';
import { toIdentityParts as toChecklistParts } from './v1/checklist/identity.ts';
import { toIdentityParts as toDecisionParts } from './v1/decision/identity.ts';
import type { SummaryKind } from './v1/summary/summary-document.ts';

/** A definition by its hashes: small enough for a page that only compares. */
export interface DefinitionIdentity {
  kind: SummaryKind;
  id: string;
  version: number;
  /** Of what is asked and what follows from it. 64 hexadecimal digits. */
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
 * The identity of a definition.
 * @param sha256 bytes in, 32 bytes out
 */
export function identifyDefinition(
  definition: ToolDefinition,
  sha256: (bytes: Uint8Array) => Uint8Array,
): DefinitionIdentity {
  const kind = 'rules' in definition ? 'decision' : 'checklist';
  const parts = 'rules' in definition ? toDecisionParts(definition) : toChecklistParts(definition);
  const hash = (value: unknown): string =>
    Array.from(sha256(new TextEncoder().encode(toCanonicalJson(value))), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  const { id, version } = definition;
  return { kind, id, version, asked: hash(parts.asked), texts: hash(parts) };
}

/** Compares a file's definition with those of this site, at most one for each kind and id. */
export function findStanding(found: DefinitionIdentity, known: readonly DefinitionIdentity[]): DefinitionStanding {
  const ours = known.find(({ kind, id }) => kind === found.kind && id === found.id);
  if (!ours) return 'unknown';
  if (found.version !== ours.version) return found.version < ours.version ? 'older' : 'newer';
  if (found.asked !== ours.asked) return 'altered';
  return found.texts === ours.texts ? 'current' : 'reworded';
}
