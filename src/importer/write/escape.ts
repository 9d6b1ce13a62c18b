/*
 * Words as MDX that renders exactly those words. What Markdown, GFM or JSX could read as a sign is escaped, and no more:
 * people read and mend these files.
 */

/** What is a sign wherever it stands. */
const signs = /[\\`*_{}[\]<>&~@]/g;
/** What begins a block at the start of a line: a heading, a list, a line under a heading. */
const blockSign = /^[#+=-]/;
/** `1.` and `1)`, which begin a numbered list. */
const listNumber = /^(\d{1,9})([.)])/;
/** Lines that begin so are code to MDX. */
const codeWord = /^[ie](?=mport\b|xport\b)/;

/** Words inside a line. An address is not made a link: what stands around it would be drawn into it. */
export function escapeInline(text: string): string {
  return toWritable(text)
    .replace(signs, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.');
}

/** Words that begin a line. Spaces before them are no letters and would be signs. */
export function escapeLine(text: string): string {
  return escapeInline(text.replace(/^[ \t]+/, ''))
    .replace(blockSign, '\\$&')
    .replace(listNumber, '$1\\$2')
    .replace(codeWord, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A value between double quotes of an element, on one line. */
export function escapeAttribute(text: string): string {
  return toOneLine(text).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Text without line breaks, and without spaces around it. */
export function toOneLine(text: string): string {
  return toWritable(text)
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .trim();
}

/** Half of a surrogate pair, and NUL, stand in no file of text: the sign for a lost letter takes their place. */
export function toWritable(text: string): string {
  return text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]|\0/g, (found) =>
    found.length === 2 ? found : '\uFFFD',
  );
}
