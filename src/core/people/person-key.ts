import type { PersonKey } from '../../record/v1/form/definition.ts';
import { foldText } from '../text/fold.ts';

/** What two spellings of one name have in common: width, blanks, variation selectors (辻󠄀 = 辻), ひらがな for カタカナ. */
export function toNameKey(name: string): string {
  return foldText(name.replace(/\p{Variation_Selector}/gu, ''))
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** By what people without a common id are taken for the same: name and affiliation. '' for one without a name. */
export function toPersonKey(text: (key: PersonKey) => string): string {
  const name = toNameKey(text('name'));
  return name === '' ? '' : `${name}\n${toNameKey(text('affiliation'))}`;
}
