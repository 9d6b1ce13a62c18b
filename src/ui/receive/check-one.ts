import { LoadError } from '../parts/load.ts';
import { NotLoadedError, openChecker } from './checker.ts';
import { admit, toChosen } from './intake.ts';
import type { VerifierPlace } from './load-verifier.ts';
import type { Outcome } from './outcome.ts';

/**
 * Checks one file that came back, exactly as the verify page does: the same limits, worker, font and verdict.
 * @throws LoadError when some of what checks does not arrive, the font included
 */
export async function checkOne(file: File, place: VerifierPlace): Promise<Exclude<Outcome, { kind: 'same' }>> {
  const [chosen] = admit([toChosen(file)], 0).admitted;
  const checker = openChecker(place);
  try {
    const outcome = await checker.check({ content: file, turnedAway: chosen?.turnedAway });
    // One file at a time: there is none before it to be the same as.
    if (outcome.kind === 'same') return { kind: 'turned-away', why: 'interrupted' };
    if (outcome.kind === 'sound' && outcome.verification.match.kind === 'not-loaded')
      throw new LoadError('The font did not arrive.');
    return outcome;
  } catch (cause) {
    if (cause instanceof LoadError) throw cause;
    if (cause instanceof NotLoadedError) throw new LoadError('The verifier did not arrive.', { cause });
    console.error(cause);
    return { kind: 'turned-away', why: 'interrupted' };
  } finally {
    checker.close();
  }
}
