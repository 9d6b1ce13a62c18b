/** A text as a string of CSS in quotes; what would end it, or the style element around it, is escaped. */
export function toCssString(text: string): string {
  return `'${text.replace(/['\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}'`;
}
