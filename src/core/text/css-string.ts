/** Escapes what would end a string in single quotes of a style sheet, or the style element around it. */
export function toCssString(text: string): string {
  return text.replace(/['\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
}
