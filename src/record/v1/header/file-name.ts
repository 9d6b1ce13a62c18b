import { isDate } from '../../../core/text/date.ts';
import type { Header } from './header.ts';

const longestName = 100;
/** Linux file systems end at 255 bytes of UTF-8, and browsers add ` (1)`. */
const longestBytes = 240;
// Characters Windows refuses, controls, and the marks that would show the name in another order.
const unsafe = /[\\/:*?"<>|\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// Names Windows keeps for devices, whatever follows the first dot (Naming Files, Paths, and Namespaces).
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;

/**
 * `<name>_会社名_YYYYMMDD.<ending>`, safe on Windows, macOS and Linux; what is not filled in yet says so.
 * @param name what it is, e.g. `確認リスト`; @param ending with its dot
 */
export function documentFileName(name: string, header: Header, ending: string): string {
  const company = toSafePart(header.company) || '会社名未記入';
  const date = isDate(header.checkedOn) ? header.checkedOn.replaceAll('-', '') : '日付未記入';
  const [before, after] = [`${toSafePart(name).slice(0, 40)}_`, `_${date}${ending}`];
  const room = longestName - before.length - after.length;
  return before + cut(company, room, longestBytes - byteLength(before + after)) + after;
}

/**
 * A text as part of a file name: composed, so that か + U+3099 is one letter on Windows and is found as が; nothing a file
 * system refuses, no dots or spaces at its ends.
 */
function toSafePart(text: string): string {
  const safe = text
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  return reserved.test(safe) ? `_${safe}` : safe;
}

/** Cuts between what a reader sees as characters, so that 辻󠄀 keeps its variation selector or goes as a whole. */
function cut(text: string, characters: number, bytes: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)) {
    const longer = kept + segment;
    if (longer.length > characters || byteLength(longer) > bytes) break;
    kept = longer;
  }
  return kept;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
