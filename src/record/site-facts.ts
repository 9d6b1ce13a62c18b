import type { DefinitionIdentity } from './identity.ts';

/** What a verifier must know of the site it belongs to: `verify/site.json`, and the same inside the verify page. */
export interface SiteFacts {
  /** Name and version of the site's maker of PDFs, e.g. `kitei 0.1.0`. */
  generator: string;
  /** Of the check lists and decisions on the site. */
  definitions: DefinitionIdentity[];
}

/**
 * Reads site facts as JSON. Written by hand, so that the page needs no schema library.
 * @throws Error when the text is something else, e.g. a proxy's error page
 */
export function parseSiteFacts(text: string): SiteFacts {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'generator' in value && 'definitions' in value) {
    const { generator, definitions } = value;
    if (typeof generator === 'string' && Array.isArray(definitions) && definitions.every(isIdentity))
      return { generator, definitions };
  }
  throw new Error('The facts of this site are not written as the build writes them.');
}

function isIdentity(value: unknown): value is DefinitionIdentity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    'id' in value &&
    typeof value.id === 'string' &&
    'version' in value &&
    typeof value.version === 'number' &&
    'asked' in value &&
    typeof value.asked === 'string' &&
    'texts' in value &&
    typeof value.texts === 'string'
  );
}
