import type { DefinitionStanding } from '../record/identity.ts';
import type { Refused, Sound } from '../signing/verification.ts';
import type { MismatchReason } from './mismatches.ts';

/**
 * What comparing pages, data and signature has shown.
 *
 * - `equal`: (a) every text on the pages is the summary's or the frame's, visible and in its place; (b) the summary is that of the
 *   attached answers; each glyph is the site's for its text; (c) rendering it again gives the same bytes.
 * - `unrendered`: (a) and (b). `other-version`: the glyphs are the site's as well, but the pages were laid out by another version,
 *   so (c) says nothing. `not-loaded`: the site's font did not arrive; a font in the file that draws other letters would not be noticed.
 * - `differs`: the file was signed like this, and must not be believed. `message` is Japanese: what, where, what to do.
 */
export type MatchFinding =
  | { kind: 'equal' }
  | { kind: 'unrendered'; why: 'other-version' | 'not-loaded' }
  | { kind: 'differs'; reason: MismatchReason; message: string; detail: string };

/** A file that is exactly what was signed, and what was found in it. */
export interface Examined extends Sound {
  match: MatchFinding;
  form: DefinitionStanding | 'not-compared';
}

export type Verdict = Examined | Refused;
