import { words } from '../../record/v1/layout/words.ts';
import { toCodePointNames } from '../font/clusters.ts';

/** The sentence on characters drawn in their base form, or undefined for none. */
export function toSubstitutionSentence(characters: readonly string[]): string | undefined {
  if (characters.length === 0) return undefined;
  return words.substitution(characters.map((character) => `${character}（${toCodePointNames(character)}）`).join('、'));
}
