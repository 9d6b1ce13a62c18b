/** What a spreadsheet takes for the beginning of a formula, and the apostrophe itself, so that it can be taken off again. */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠']/u;

/**
 * A text that a spreadsheet shows and does not compute. The rule is that of OWASP, "CSV Injection": a text that begins
 * with = + - @, a tab, CR or LF gets an apostrophe before it, and so do the full-width ＝＋－＠, which some programs fold.
 * A text that begins with an apostrophe gets one more: whoever takes off one apostrophe has the text as it was.
 */
export function guardFormula(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

/** A text as it was before guardFormula(). */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && startsFormula.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * Rows as CSV (RFC 4180: CRLF after each row, quotes doubled), with the byte order mark by which Excel knows UTF-8. Every
 * text is guarded against formulas; see guardFormula().
 * @param rows texts of the cells; numbers are given as texts of digits
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('')}`;
}

function toField(text: string): string {
  const guarded = guardFormula(text);
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
