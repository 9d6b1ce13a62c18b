import { fromLatin1 } from '../../core/text/latin1.ts';
import { decodeRaw, decodeTold, decodeWords } from './encoded-word.ts';

/** A header such as Content-Type: what stands before the first `;`, in lower case, and its parameters. */
export interface Structured {
  value: string;
  parameters: ReadonlyMap<string, string>;
}

/** Most lines of one head; a longer one is cut. */
const mostLines = 2000;

/** The headers of a message or part, by name in lower case, unfolded; the first of each name. One character a byte. */
export function readHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  const lines: string[] = [];
  for (const line of head.split(/\r?\n/, mostLines)) {
    if (/^[ \t]/.test(line) && lines.length > 0) lines[lines.length - 1] += line;
    else lines.push(line);
  }
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** Reads a header with parameters, in whatever of the four ways letters beyond ASCII are written in names of files. */
export function readStructured(header: string): Structured {
  const pieces = cutPieces(decodeRaw(header));
  const [value = '', ...rest] = pieces;
  const raw = new Map<string, string>();
  for (const piece of rest) {
    const at = piece.indexOf('=');
    const name = piece.slice(0, at).trim().toLowerCase();
    if (at > 0 && !raw.has(name)) raw.set(name, unquote(piece.slice(at + 1).trim()));
  }
  const names = new Set([...raw.keys()].map((name) => name.replace(/\*.*$/s, '')));
  const parameters = new Map([...names].map((name) => [name, readParameter(raw, name)] as const));
  return { value: value.trim().toLowerCase(), parameters };
}

/** At each `;` outside quotation marks. */
function cutPieces(text: string): string[] {
  const pieces: string[] = [''];
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '\\') pieces.push((pieces.pop() ?? '') + letter + (text[++at] ?? ''));
    else if (letter === ';' && !isQuoted) pieces.push('');
    else {
      if (letter === '"') isQuoted = !isQuoted;
      pieces.push((pieces.pop() ?? '') + letter);
    }
  }
  return pieces;
}

function unquote(text: string): string {
  const [, inner] = /^"(.*?)"?$/s.exec(text) ?? [];
  return inner === undefined ? text : inner.replace(/\\(.)/gs, '$1');
}

/** Most pieces of one parameter. */
const mostPieces = 100;

/** `name*=utf-8''%E5…` first (RFC 2231, 4), then `name*0*=`, `name*1=` (RFC 2231, 3), then `name=`, encoded words and all. */
function readParameter(raw: ReadonlyMap<string, string>, name: string): string {
  const whole = raw.get(`${name}*`);
  if (whole !== undefined) return readExtended([{ text: whole, isEncoded: true }]);
  const pieces: { text: string; isEncoded: boolean }[] = [];
  for (let at = 0; at < mostPieces; at++) {
    const encoded = raw.get(`${name}*${at}*`);
    const text = encoded ?? raw.get(`${name}*${at}`);
    if (text === undefined) break;
    pieces.push({ text, isEncoded: encoded !== undefined });
  }
  return pieces.length > 0 ? readExtended(pieces) : decodeWords(raw.get(name) ?? '');
}

function readExtended(pieces: readonly { text: string; isEncoded: boolean }[]): string {
  if (!pieces.some(({ isEncoded }) => isEncoded)) return decodeWords(pieces.map(({ text }) => text).join(''));
  const [, charset = 'utf-8', , first] = /^([^']*)'([^']*)'(.*)$/s.exec(pieces[0]?.text ?? '') ?? [];
  const texts = pieces.map(({ text, isEncoded }, index) => {
    const content = index === 0 && first !== undefined ? first : text;
    // A piece that is not encoded stands as it is, its signs of percent too.
    return isEncoded ? content : content.replaceAll('%', '%25');
  });
  const joined = texts.join('').replace(/[^\0-\xff]/g, '');
  return decodeTold(fromPercent(joined), charset || 'utf-8');
}

function fromPercent(text: string): Uint8Array {
  return fromLatin1(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}
