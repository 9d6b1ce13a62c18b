import { toCanonicalJson } from '../core/text/canonical-json.ts';
import type { ToolDefinition } from './contents.ts';
import { type CompanyWords, issuerKey, type Worded } from './v1/company/words.ts';
import type { SummaryKind } from './v1/summary/summary-document.ts';
import type { AnyTool } from './versions.ts';

/** What a definition is without the company's words: small enough for a page that only compares. */
export interface DefinitionIdentity {
  kind: SummaryKind;
  id: string;
  version: number;
  /** Of what is asked and what follows from it. 64 hexadecimal digits. */
  asked: string;
  /** Of every text, guidance and citations included. 64 hexadecimal digits. */
  texts: string;
}

/** A definition of this site, with the company's words in it. */
export interface KnownDefinition extends DefinitionIdentity {
  words: CompanyWords;
}

/**
 * How a file's definition stands to those of this site.
 * `renamed`: the same but for the company's words. `reworded`: asks the same, but guidance, citations or notices read
 * otherwise. `altered`: under the same id and version something else is asked. Of `older` and `newer` versions this
 * site does not have the texts.
 */
export type DefinitionStanding = 'current' | 'renamed' | 'reworded' | 'altered' | 'older' | 'newer' | 'unknown';

/**
 * The identity of a definition. Addresses do not count: they depend on where a site is published.
 * @param sha256 bytes in, 32 bytes out
 */
export function identifyDefinition(
  { kind, toIdentityParts }: Pick<AnyTool, 'kind' | 'toIdentityParts'>,
  template: ToolDefinition,
  sha256: (bytes: Uint8Array) => Uint8Array,
): DefinitionIdentity {
  const parts = toIdentityParts(template);
  const hash = (value: unknown): string =>
    Array.from(sha256(new TextEncoder().encode(toCanonicalJson(value))), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  const { id, version } = template;
  return { kind, id, version, asked: hash(parts.asked), texts: hash(parts) };
}

/** Compares a file's definition with those of this site, at most one for each kind and id. */
export function findStanding(found: KnownDefinition, known: readonly KnownDefinition[]): DefinitionStanding {
  const ours = findKnown(found, known);
  if (!ours) return 'unknown';
  if (found.version !== ours.version) return found.version < ours.version ? 'older' : 'newer';
  if (found.asked !== ours.asked) return 'altered';
  if (found.texts !== ours.texts) return 'reworded';
  return listOtherWords(found, known).length > 0 ? 'renamed' : 'current';
}

/** A word of the company that reads otherwise in a file. */
export interface OtherWord {
  /** e.g. `role:securityOfficer` */
  key: string;
  ours: string;
  theirs: string;
}

/** The company's words that read otherwise in a file than here; none where this site does not have the definition. */
export function listOtherWords(found: KnownDefinition, known: readonly KnownDefinition[]): OtherWord[] {
  const ours = findKnown(found, known)?.words;
  if (!ours) return [];
  const words = Object.entries(found.words).flatMap(([key, theirs]) => {
    const word = Object.hasOwn(ours, key) ? ours[key] : undefined;
    return word === undefined || word === theirs || key === issuerKey ? [] : [{ key, ours: word, theirs }];
  });
  // No definition names the site: it may be missing here or there, and that is another word too.
  const nameIn = (some: CompanyWords) => (Object.hasOwn(some, issuerKey) ? (some[issuerKey] ?? '') : '');
  const issuer = { key: issuerKey, ours: nameIn(ours), theirs: nameIn(found.words) };
  return issuer.ours === issuer.theirs ? words : [...words, issuer];
}

/** What a file says of its definition, as a site knows its own. */
export function identifyAsked(
  tool: AnyTool,
  { template, words }: Worded<ToolDefinition>,
  sha256: (bytes: Uint8Array) => Uint8Array,
): KnownDefinition {
  return { ...identifyDefinition(tool, template, sha256), words };
}

function findKnown<Known extends DefinitionIdentity>(
  { kind, id }: DefinitionIdentity,
  known: readonly Known[],
): Known | undefined {
  return known.find((one) => one.kind === kind && one.id === id);
}
