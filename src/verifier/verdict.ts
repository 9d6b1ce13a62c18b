import type { DefinitionStanding, OtherWord } from '../record/identity.ts';
import type { Sound } from '../signing/verification.ts';
import type { MismatchReason } from './mismatches.ts';
import type { NamedRefused } from './name-file.ts';

/**
 * What making the file again has shown.
 *
 * - `equal`: the file's own version of the record, given the data in the file, makes the same bytes, but for /Contents.
 * - `not-loaded`: the site's font or the renderer did not arrive, so nothing was compared.
 * - `newer`: it says that a newer kitei made it, and this site makes other bytes of its data: nothing is known.
 * - `differs`: the file was signed like this, and must not be believed. `message` is Japanese: what, where, what to do.
 */
export type MatchFinding =
  | { kind: 'equal' }
  | { kind: 'not-loaded' }
  | { kind: 'newer'; message: string }
  | { kind: 'differs'; reason: MismatchReason; message: string; detail: string };

/** How what was asked stands to what this site asks, and the company's words that read otherwise. */
export interface FormFinding {
  standing: DefinitionStanding | 'not-compared';
  words: readonly OtherWord[];
}

/** A file that is exactly what was signed, and what was found in it. */
export interface Examined extends Sound {
  match: MatchFinding;
  form: FormFinding['standing'];
  words: FormFinding['words'];
}

export type Verdict = Examined | NamedRefused;

/**
 * Whether all is well that a site can decide: nothing was changed, the file is what kitei makes of its data, and this site asks
 * what was answered. Who signed, and whether the key was revoked, no site can decide.
 */
export function isAccepted(verdict: Verdict): verdict is Examined {
  return (
    verdict.state === 'sound' &&
    verdict.match.kind === 'equal' &&
    ['current', 'reworded', 'renamed'].includes(verdict.form)
  );
}
