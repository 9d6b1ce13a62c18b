/** Words that YAML reads as something else than text. */
const keyword = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;
/** Begins as a number does and has only its letters: YAML may read one. */
const numberLike = /^[-+.]*\d[\d_.:eExXoObBaAcCdDfF+-]*$/;
/** Begins with a letter or digit, and has no sign of YAML in it. */
const plain =
  /^[\p{L}\p{N}\p{So}（〈「『【][^\p{C}\p{Z}:#,[\]{}&*!|>'"%@`\\]*(?: [^\p{C}\p{Z}:#,[\]{}&*!|>'"%@`\\]+)*$/u;
/** What stands in no file of YAML as it is, or is not seen there. */
const hidden = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A value as YAML on one line, whatever its length: `{ name: 担当者, meaning: 作業に就く者 }`. */
export function toFlow(value: unknown): string {
  if (typeof value === 'string') return toScalar(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(toFlow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [`${toScalar(key)}: ${toFlow(one)}`],
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function toScalar(text: string): string {
  if (text === '') return "''";
  if (plain.test(text) && !keyword.test(text) && !numberLike.test(text)) return text;
  return JSON.stringify(text).replace(hidden, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
