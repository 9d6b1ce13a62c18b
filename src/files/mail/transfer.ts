const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Uint8Array(256).fill(255);
for (const [index, digit] of [...digits].entries()) values[digit.charCodeAt(0)] = index;

/** Bytes of base64; what is no digit of it is passed over, as RFC 2045, 6.8 wants it, and `=` ends it. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [length, bits, held] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3d) break;
    const value = values[code & 0xff] ?? 255;
    if (value === 255 || code > 0xff) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  return bytes.slice(0, length);
}

/** Bytes of quoted-printable (RFC 2045, 6.7): blanks at the end of a line are none of it, and a line goes on behind `=`. */
export function fromQuoted(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    let end = line.length;
    while (end > 0 && /[ \t\r]/.test(line[end - 1] ?? '')) end -= 1;
    const goesOn = line[end - 1] === '=';
    length = putQuoted(line.slice(0, goesOn ? end - 1 : end), bytes, length);
    if (goesOn || index === lines.length - 1) continue;
    if (line.endsWith('\r')) bytes[length++] = 0x0d;
    bytes[length++] = 0x0a;
  }
  return bytes.slice(0, length);
}

/** Bytes of an encoded word of the kind Q (RFC 2047, 4.2), where `_` stands for a blank. */
export function fromQuotedWord(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  return bytes.slice(0, putQuoted(text.replaceAll('_', ' '), bytes, 0));
}

/** @returns how many bytes there are now */
function putQuoted(text: string, bytes: Uint8Array, from: number): number {
  let length = from;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) & 0xff;
    const pair = code === 0x3d ? text.slice(at + 1, at + 3) : '';
    if (/^[0-9a-f]{2}$/i.test(pair)) {
      bytes[length++] = Number.parseInt(pair, 16);
      at += 2;
    } else bytes[length++] = code;
  }
  return length;
}
