/** How PDF writes text, dates and bytes (ISO 32000-1, 7.3 and 7.9). */

/** UTF-16BE as upper-case hexadecimal digits, without a byte order mark. */
export function toUtf16Hex(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index++) hex += toHex4(text.charCodeAt(index));
  return hex;
}

/** Four upper-case hexadecimal digits. */
export function toHex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** A text string object in any script. */
export function toTextString(text: string): string {
  return `<FEFF${toUtf16Hex(text)}>`;
}

/** A date object in UTC: `(D:20261121063000Z)`. */
export function toPdfDate(date: Date): string {
  return `(D:${toIsoSeconds(date).replace(/[-:T]/g, '')})`;
}

/** `2026-11-21T06:30:00Z` */
export function toIsoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** Text with the characters escaped that XML reserves. */
export function toXmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A number without exponent and with at most three decimals, as operators take it. */
export function toPdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Bytes as jsPDF keeps a file: one character a byte. */
export function toByteString(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return text;
}
