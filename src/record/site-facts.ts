import type { KnownDefinition } from './identity.ts';

/** What a verifier must know of the site it belongs to: `verify/site.json`, and the same inside the verify page. */
export interface SiteFacts {
  /** Name and version of the site's maker of PDFs, e.g. `kitei 0.2.0`. */
  generator: string;
  /** Of the tools on the site. */
  definitions: KnownDefinition[];
}

/**
 * Reads site facts as JSON. Written by hand, so that the page needs no schema library.
 * @throws Error when the text is something else, e.g. a proxy's error page
 */
export function parseSiteFacts(text: string): SiteFacts {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'generator' in value && 'definitions' in value) {
    const { generator, definitions } = value;
    if (typeof generator === 'string' && Array.isArray(definitions) && definitions.every(isKnown))
      return { generator, definitions };
  }
  throw new Error('The facts of this site are not written as the build writes them.');
}

function isKnown(value: unknown): value is KnownDefinition {
  const types = { kind: 'string', id: 'string', version: 'number', asked: 'string', texts: 'string', words: 'object' };
  if (typeof value !== 'object' || value === null) return false;
  const found = new Map<string, unknown>(Object.entries(value));
  return Object.entries(types).every(([key, type]) => typeof found.get(key) === type && found.get(key) !== null);
}
