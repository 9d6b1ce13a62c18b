import { fromLatin1, toLatin1 } from '../../core/text/latin1.ts';
import { decodeRaw, decodeWords } from './encoded-word.ts';
import { readHeaders, readStructured, type Structured } from './headers.ts';
import { fromBase64, fromQuoted } from './transfer.ts';

/** Why an attachment cannot be handed out. */
export type MailProblem = 'cut' | 'method' | 'too-deep' | 'mail-packed' | 'mail-sealed' | 'elsewhere';

/** Something attached to a mail. */
export interface Attachment {
  /** A stranger's text; '' where it has none. */
  name: string;
  /** Its bytes, made when they are asked for; at most `size`, which is known before. */
  read(): Uint8Array;
  size: number;
  /** A mail within the mail, whatever it is called. */
  isMail: boolean;
  problem?: MailProblem;
}

/** Multiparts within multiparts; what programs write comes to four. */
const mostDepth = 8;
/** Most parts of a mail, texts and pictures counted. */
const mostParts = 2_000;
/** Longest head of a part, in bytes. */
const longestHead = 256 * 1024;

/**
 * The attachments of a mail (RFC 5322, RFC 2045 to 2049): what has a name or is neither text nor a part of the layout. Texts
 * themselves, and pictures that stand within them, are none. Never throws, whatever the bytes.
 * @param bytes of the whole mail
 */
export function* readMail(bytes: Uint8Array): Generator<Attachment> {
  const left = { parts: mostParts };
  yield* readPart(toLatin1(bytes).replace(/^From [^\r\n]*\r?\n/, ''), 0, left, false);
}

/** @param text one character a byte; @param isCut whether the end of it is missing */
function* readPart(text: string, depth: number, left: { parts: number }, isCut: boolean): Generator<Attachment> {
  left.parts -= 1;
  if (left.parts < 0) return;
  const { headers, body } = cutHead(text);
  const type = readStructured(headers.get('content-type') ?? 'text/plain');
  const disposition = readStructured(headers.get('content-disposition') ?? '');
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '';
  if (type.value.startsWith('multipart/')) {
    yield* readParts(body, type, depth, left);
    return;
  }
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase().replace(/;.*$|\s/gs, '');
  const isMail = type.value === 'message/rfc822' || type.value === 'message/global';
  const problem = findProblem(type, name, encoding) ?? (isCut ? 'cut' : undefined);
  if (!isMail && !problem && !isAttached(type, disposition, name, headers)) return;
  yield {
    name: name || (isMail ? nameOfMail(body) : ''),
    isMail,
    size: encoding === 'base64' ? Math.ceil((body.length * 3) / 4) : body.length,
    read: () => decodeBody(body, encoding),
    ...(problem && { problem }),
  };
}

function* readParts(body: string, type: Structured, depth: number, left: { parts: number }): Generator<Attachment> {
  const nothing = { name: '', isMail: false, size: 0, read: () => new Uint8Array() };
  if (type.value === 'multipart/encrypted') yield { ...nothing, problem: 'mail-sealed' };
  else if (depth >= mostDepth) yield { ...nothing, problem: 'too-deep' };
  else {
    const { parts, isWhole } = cutParts(body, type.parameters.get('boundary') ?? '');
    for (const [index, part] of parts.entries()) {
      yield* readPart(part, depth + 1, left, !isWhole && index === parts.length - 1);
    }
    if (parts.length === 0) yield { ...nothing, problem: 'cut' };
  }
}

function cutHead(text: string): { headers: Map<string, string>; body: string } {
  if (/^\r?\n/.test(text)) return { headers: new Map(), body: text.replace(/^\r?\n/, '') };
  const end = /\r?\n\r?\n/.exec(text.slice(0, longestHead));
  const head = end ? text.slice(0, end.index) : text.slice(0, longestHead);
  return { headers: readHeaders(head), body: end ? text.slice(end.index + end[0].length) : '' };
}

/** Cuts at lines that begin with `--` and the boundary; what stands before the first and behind the last is no part. */
function cutParts(body: string, boundary: string): { parts: string[]; isWhole: boolean } {
  const parts: string[] = [];
  if (boundary === '' || boundary.length > 200) return { parts, isWhole: false };
  const mark = `\n--${boundary}`;
  const text = `\n${body}`;
  let from = -1;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const behind = text.slice(at + mark.length, at + mark.length + 100);
    // `--a` is no mark where `--ab` is meant.
    if (!/^(?:--)?[ \t]*(?:\r?\n|$)/.test(behind)) continue;
    if (from >= 0) parts.push(text.slice(from, at).replace(/\r$/, ''));
    if (parts.length >= mostParts || behind.startsWith('--')) return { parts, isWhole: true };
    const lineEnd = text.indexOf('\n', at + mark.length);
    if (lineEnd < 0) return { parts, isWhole: false };
    from = lineEnd + 1;
  }
  if (from >= 0) parts.push(text.slice(from));
  return { parts, isWhole: false };
}

function findProblem({ value, parameters }: Structured, name: string, encoding: string): MailProblem | undefined {
  if (value === 'application/ms-tnef' || value === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(name))
    return 'mail-packed';
  const isSealed = /^application\/(?:x-)?pkcs7-mime$/.test(value) || /\.p7m$/i.test(name);
  if (isSealed && parameters.get('smime-type') !== 'signed-data') return 'mail-sealed';
  if (value === 'message/external-body' || value === 'message/partial') return 'elsewhere';
  return /^(?:|7bit|8bit|binary|base64|quoted-printable)$/.test(encoding) ? undefined : 'method';
}

/** What Outlook makes of the texts around an attachment. */
const textPiece = /^ATT\d{5}\.(?:txt|html?|c)$/i;

/** Whether a part is something sent along: named, and no signature of the mail, no piece or picture of its layout. */
function isAttached(
  { value }: Structured,
  disposition: Structured,
  name: string,
  headers: ReadonlyMap<string, string>,
): boolean {
  if (/^application\/(?:x-)?pkcs7-signature$|^application\/pgp-signature$/.test(value)) return false;
  if (textPiece.test(name)) return false;
  if (disposition.value === 'attachment') return true;
  const isInLayout = headers.has('content-id') && value.startsWith('image/');
  if (isInLayout || /^text\/(?:plain|html|calendar)$/.test(value)) return name !== '' && !isInLayout;
  return name !== '' || !/^(?:text|message)\//.test(value);
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return fromBase64(body);
  return encoding === 'quoted-printable' ? fromQuoted(body) : fromLatin1(body);
}

/** A mail within a mail has seldom a name: its subject is what people know it by. */
function nameOfMail(body: string): string {
  const subject = decodeWords(decodeRaw(cutHead(body).headers.get('subject') ?? ''));
  return subject === '' ? '' : `${subject}.eml`;
}
