import { decodeAs, findMark, findUtf16, type TextEncoding } from './encodings.ts';
import { isJapanese, isLatinByChance } from './plausible-text.ts';

/**
 * What a text file says. `unsure`: it reads in more than one encoding, or in one as nothing anybody writes. `unknown`: in none.
 * `no-text`: it holds bytes that no text has. `lost`: letters of it were lost before, and marks stand in their place.
 */
export type Decoding =
  | { ok: true; text: string; encoding: TextEncoding }
  | { ok: false; problem: 'unsure' | 'unknown' | 'no-text' | 'lost' };

const messages = {
  unsure:
    '文字コードを確かめられないので、読み取っていません。元のソフトで開き、文字化けしていないことを見てから、文字コードを「UTF-8」（Excel では「CSV UTF-8（コンマ区切り）」）にして保存し直したものを選んでください。',
  unknown:
    '文字コードを読み取れません。元のソフトで開き、文字化けしていないことを見てから、文字コードを「UTF-8」（Excel では「CSV UTF-8（コンマ区切り）」）にして保存し直したものを選んでください。',
  'no-text': '文字のファイルではありません。選んだファイルを確かめてください。',
  lost: '文字化けして元の文字が失われた所（�）があるので、読み取っていません。文字化けする前のファイルを開き、文字コードを「UTF-8」にして保存し直したものを選んでください。',
} as const;

/** Japanese: why a file was not read, and what to do. */
export function decodingMessage(problem: keyof typeof messages): string {
  return messages[problem];
}

/** A text file that was not read; its message is Japanese and says what to do. */
export class DecodingError extends Error {
  override name = 'DecodingError';
}

/** The text of a file, as decodeText() reads it. @throws DecodingError */
export function readText(bytes: Uint8Array): string {
  const reading = decodeText(bytes);
  if (reading.ok) return reading.text;
  throw new DecodingError(decodingMessage(reading.problem));
}

/**
 * Reads a text file whose encoding nobody has told: UTF-8, UTF-16, Shift_JIS (as Windows has it), EUC-JP or ISO-2022-JP,
 * each strictly. Where two of them fit, or the one that does gives no Japanese, nothing is read: a letter taken for another
 * would be kept as if somebody had written it. A mark at the beginning is left out; line ends stay as they are.
 */
export function decodeText(file: Uint8Array): Decoding {
  // The end of a text on DOS, which some programs still write.
  const bytes = file.at(-1) === 0x1a ? file.subarray(0, -1) : file;
  const mark = findMark(bytes);
  if (mark) return judge(mark, decodeAs(mark, bytes));
  const wide = findUtf16(bytes);
  if (wide) return judge(wide, decodeAs(wide, bytes));
  if (bytes.includes(0)) return fail('no-text');
  if (bytes.includes(choice)) return judge('iso-2022-jp', readIso2022(bytes));
  const utf8 = decodeAs('utf-8', bytes);
  const isSure = utf8 !== undefined && !isLatinByChance(utf8);
  if (isSure) return judge('utf-8', utf8);
  const others = (['shift_jis', 'euc-jp'] as const).flatMap((encoding) => {
    const text = decodeAs(encoding, bytes);
    return text === undefined ? [] : [{ encoding, text }];
  });
  const likely = others.filter(({ text }) => isJapanese(text));
  if (utf8 !== undefined) return likely.length > 0 ? fail('unsure') : judge('utf-8', utf8);
  const [only, another] = likely;
  if (only && !another) return judge(only.encoding, only.text);
  return fail(others.length > 0 ? 'unsure' : 'unknown');
}

/** Begins the choice of a letter set. */
const choice = 0x1b;

/** In seven bits, and with the letter sets that mail and old systems write in. */
function readIso2022(bytes: Uint8Array): string | undefined {
  if (bytes.some((byte) => byte > 0x7f)) return undefined;
  // A set that is chosen and left at once says nothing, and no browser reads it: lines put together have it at each seam.
  const isIdle = (at: number) => bytes[at] === choice && bytes[at + 1] === 0x28 && bytes[at + 3] === choice;
  const kept = bytes.filter((_, at) => !isIdle(at) && !isIdle(at - 1) && !isIdle(at - 2));
  return decodeAs('iso-2022-jp', kept);
}

/** Controls of ASCII but for tabs and the ends of lines and pages; and what is no letter in any encoding. */
const controls = /[^\P{Cc}\t\n\v\f\r\x7f-\x9f]|[\ufffe\uffff]/gu;
/** So many letters to one control: what was taken out of a PDF has a stray one here and there, which its reader then sees. */
const lettersPerControl = 100;

function judge(encoding: TextEncoding, text: string | undefined): Decoding {
  if (text === undefined) return fail('unknown');
  if (text.includes('\ufffd')) return fail('lost');
  const count = text.match(controls)?.length ?? 0;
  return count * lettersPerControl > text.length ? fail('no-text') : { ok: true, text, encoding };
}

function fail(problem: keyof typeof messages): Decoding {
  return { ok: false, problem };
}
