import { headerKeys, headerNames } from '../header/header.ts';
import type { DecisionAnswers } from './answers.ts';

/** The fields in which a character (a base with its variation selector counts as one) was typed, in order of display. */
export function findCharacter({ header }: DecisionAnswers, character: string): { fieldId: string; label: string }[] {
  return headerKeys
    .filter((field) => header[field].includes(character))
    .map((field) => ({ fieldId: field, label: headerNames[field] }));
}
