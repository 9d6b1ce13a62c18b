import { foldText } from './fold.ts';

/** Whether a text is a number as it is sent. */
export function isNumber(text: string): boolean {
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text);
}

/** `１，２００人` as `1200` where 人 is the unit; what is no number comes back unchanged. */
export function toNumberText(typed: string, unit: string): string {
  const folded = foldText(typed).replace(/^[−‐–]/, '-');
  const end = foldText(unit);
  const bare = end !== '' && folded.endsWith(end) ? folded.slice(0, -end.length) : folded;
  // Commas are those of thousands alone: 1,5 is no number here.
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (!isNumber(plain)) return typed;
  return plain.replace(/^(-?)0+(?=\d)/, '$1');
}
