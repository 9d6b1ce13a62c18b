import type { PdfDictionary, PdfValue } from '../../signing/pdf/pdf-value.ts';
import { MismatchError } from '../mismatches.ts';

/**
 * The value as a dictionary.
 * @throws MismatchError page-structure
 */
export function toDictionary(value: PdfValue): PdfDictionary {
  if (value.kind !== 'dictionary')
    throw new MismatchError('page-structure', `A dictionary expected, not a ${value.kind}, at byte ${value.start}.`);
  return value;
}

/**
 * Holds that a dictionary has these keys and no other: one that a viewer knows and this reader does not would change what is seen.
 * @throws MismatchError page-structure
 */
export function expectKeys(
  { entries, start }: PdfDictionary,
  required: readonly string[],
  optional: readonly string[] = [],
): void {
  const missing = required.find((key) => !entries.has(key));
  const extra = [...entries.keys()].find((key) => !required.includes(key) && !optional.includes(key));
  if (missing !== undefined || extra !== undefined)
    throw new MismatchError(
      'page-structure',
      `The dictionary at byte ${start} ${missing !== undefined ? `lacks /${missing}` : `has /${extra}`}.`,
    );
}
