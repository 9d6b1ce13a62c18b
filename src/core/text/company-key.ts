import { foldText } from './fold.ts';

/** Short forms of a company's kind, after NFKC: ㈱ and （株） both come as (株). */
const kinds: readonly (readonly [string, string])[] = [
  ['(株)', '株式会社'],
  ['(有)', '有限会社'],
  ['(同)', '合同会社'],
];

/**
 * What two spellings of one company's name have in common: width, blanks, case, ㈱ for 株式会社, variation selectors
 * (辻󠄀 = 辻). 株式会社甲 and 有限会社甲 stay apart. For comparing only, never for showing.
 * @returns '' for a name of blanks
 */
export function toCompanyKey(name: string): string {
  let key = foldText(name.replace(/\p{Variation_Selector}/gu, '')).toLowerCase();
  for (const [short, long] of kinds) key = key.replaceAll(short, long);
  return key;
}
