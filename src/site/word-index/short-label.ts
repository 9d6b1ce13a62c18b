/** Longer ones would take a line each. */
const mostLetters = 10;

/**
 * How a place is cited in an index: a long label as far as its heading goes, 4章 9.3 of 4章 9.3 アカウント名 箇条1.
 * @param number of the heading that it stands under; it may be empty
 */
export function shortLabel(label: string, number: string): string {
  const isHeaded = number !== '' && label.includes(number);
  return [...label].length > mostLetters && isHeaded ? headLabel(label, number) : label;
}

/** The label of the heading itself, made of that of a place under it: as far as its number, or as its first part. */
export function headLabel(label: string, number: string): string {
  const at = number === '' ? -1 : label.indexOf(number);
  return at < 0 ? label.replace(/(?<=.)[\s（＜].*$/u, '') : label.slice(0, at + number.length);
}
