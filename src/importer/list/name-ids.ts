import { sha256 } from '@noble/hashes/sha2.js';
import { foldText } from '../../core/text/fold.ts';

/**
 * An id that no item has or had: from the number as printed (`1-2` → `q-1-2`), else from the words of the question.
 * @param taken ids in use and retired ones; the new one is added
 */
export function nameItem({ number, text }: { number: number | string; text: string }, taken: Set<string>): string {
  const digest = Array.from(sha256(new TextEncoder().encode(foldText(text))).subarray(0, 5), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const fromNumber = toKebab(String(number));
  const wanted = fromNumber === '' ? [] : [`q-${fromNumber}`];
  return take([...wanted, `q-${digest}`], taken);
}

/** @param taken ids of sections in use; the new one is added */
export function nameSection(place: number, taken: Set<string>): string {
  return take([`s-${place}`], taken);
}

function take(wanted: readonly string[], taken: Set<string>): string {
  const last = wanted.at(-1) ?? 'q';
  let id = wanted.find((one) => !taken.has(one));
  for (let count = 2; id === undefined; count++) if (!taken.has(`${last}-${count}`)) id = `${last}-${count}`;
  taken.add(id);
  return id;
}

/** ① and Ⅱ become 1 and II as a part of its own; what is no letter or digit parts. '' where some sign would be lost. */
function toKebab(number: string): string {
  const apart = number
    .replace(/[①-⑳㉑-㉟ⅰ-ⅹⅠ-Ⅹ]/g, (mark) => `-${mark}`)
    .normalize('NFKC')
    .toLowerCase();
  if (/[^\p{ASCII}]/u.test(apart)) return '';
  return apart
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
