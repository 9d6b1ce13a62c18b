import { parseSiteFacts } from '../../record/site-facts.ts';
import { LoadError } from '../parts/load.ts';
import type { VerifierPlace } from './load-verifier.ts';

/**
 * This site as the verify page knows it: whether it asks what the file answers is one of the grades.
 * @throws LoadError when that does not arrive
 */
export async function loadPlace(base: string): Promise<VerifierPlace> {
  try {
    const response = await fetch(`${base}verify/site.json`);
    return { base, ...parseSiteFacts(await response.text()) };
  } catch (cause) {
    throw new LoadError('The facts of this site did not arrive.', { cause });
  }
}
