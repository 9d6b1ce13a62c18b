import { decodeText } from '../core/text/decode-text.ts';
import type { FileKind } from './file-kind.ts';
import { isMailHead } from './mail/mail-head.ts';
import { toName } from './to-name.ts';

/** How much of a text is looked at, in bytes. */
const headLength = 16 * 1024;

/**
 * What a file is that holds letters alone; undefined where it holds others.
 * @param head its first bytes, one character each
 */
export function findTextKind(bytes: Uint8Array, head: string, name: string): FileKind | undefined {
  const start = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
  if (isShortcut(start, name)) return 'shortcut';
  const web = findWebKind(start.trimStart(), bytes, name);
  if (web) return web;
  if (/^MIME-Version:|^Content-Type: multipart\/related/i.test(start) && /text\/html/i.test(start)) return 'html';
  if (isMailHead(start)) return /Snapshot-Content-Location:|^From: <Saved by/im.test(start) ? 'html' : 'mail';
  if (/^-----BEGIN PKCS7-----/.test(start)) return 'mail-sealed';
  if (/^<\?xml[^>]*>\s*(?:<!--.*?-->\s*)?<svg\b|^<svg\b/is.test(start)) return 'image';
  const text = readStart(bytes);
  if (text === undefined) return undefined;
  return findOwnKind(text) ?? 'text';
}

/** `.url` of Windows, `.webloc` of macOS, `.desktop`, and what Google Drive keeps in place of its documents. */
function isShortcut(start: string, name: string): boolean {
  if (/^\s*\[(?:InternetShortcut|Desktop Entry)\]/i.test(start)) return true;
  if (/<plist\b[^>]*>\s*<dict>\s*<key>URL<\/key>/i.test(start)) return true;
  return /\.(?:gdoc|gsheet|gslides|gform|gdraw|lnk|url|webloc)$/i.test(name);
}

function findWebKind(start: string, bytes: Uint8Array, name: string): FileKind | undefined {
  const bare = start.replace(/^(?:<!--.*?-->\s*)+/s, '');
  const isWeb = /^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|meta|title|script)\b/i.test(bare);
  if (!isWeb && !(/^</.test(start) && /\.x?html?$/i.test(name))) return undefined;
  return asksForPassword(bytes) ? 'html-sign-in' : 'html';
}

/** A field for a password, or words that such pages have; a page that leads on to one has neither, and is HTML all the same. */
function asksForPassword(bytes: Uint8Array): boolean {
  const page = bytes.subarray(0, 256 * 1024);
  // Up to the end of a tag, so that no letter is cut.
  const text = toName(page.subarray(0, page.lastIndexOf(0x3e) + 1));
  return (
    /type\s*=\s*["']?password/i.test(text) ||
    /<title>[^<]*(?:sign[ -]?in|log[ -]?in|authentication|サインイン|ログイン|認証|プロキシ)/i.test(text)
  );
}

/** The beginning of a text, cut where a line ends; undefined where it is none. */
function readStart(bytes: Uint8Array): string | undefined {
  const isShort = bytes.length <= headLength;
  const lineEnd = isShort ? bytes.length : bytes.lastIndexOf(0x0a, headLength);
  const reading = decodeText(bytes.subarray(0, lineEnd > 0 ? lineEnd : headLength));
  if (reading.ok) return reading.text;
  return reading.problem === 'no-text' || looksBinary(bytes.subarray(0, headLength)) ? undefined : '';
}

/** Controls, which no encoding of Japanese has in its letters. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20));
}

/** What this site writes names its format: `kitei-answers/1` in drafts, `kitei-signers/1` and others in backups. */
function findOwnKind(text: string): 'answers' | 'backup' | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const [, format] = /"format"\s*:\s*"kitei-([a-z-]+)\/\d/.exec(text) ?? [];
  if (format === undefined) return undefined;
  return format === 'answers' ? 'answers' : 'backup';
}
