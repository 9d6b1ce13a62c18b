import type { FileKind } from './file-kind.ts';

/** First bytes by which a format is known, one character each; `at` is where they stand, 0 if nothing is said. */
const marks: readonly (readonly [kind: FileKind, mark: string, at?: number])[] = [
  // TNEF (MS-OXTNEF, 2.1.3.1).
  ['mail-packed', '\x78\x9f\x3e\x22'],
  ['archive', 'Rar!'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', '\x1f\x8b'],
  ['archive', 'MSCF'],
  ['archive', 'BZh'],
  ['archive', '\xfd7zXZ'],
  ['archive', '-lh', 2],
  ['archive', '-lz', 2],
  ['archive', 'ustar', 257],
  ['program', 'MZ'],
  ['program', '\x7fELF'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  // BMP: four reserved bytes follow its length.
  ['image', '\0\0\0\0', 6],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
  ['image', 'WEBP', 8],
  // The pictures of telephones; a film has other brands.
  ['image', 'ftyphei', 4],
  ['image', 'ftypmif1', 4],
  ['image', 'ftypavif', 4],
  ['document', '{\\rtf'],
  // A link of Windows: the length of its header, and its class (MS-SHLLINK, 2.1).
  ['shortcut', 'L\0\0\0\x01\x14\x02\0'],
  ['shortcut', 'bplist'],
];

/** Beginnings that are needed besides a mark further on. */
const needed: Readonly<Record<string, string>> = { '\0\0\0\0': 'BM', WEBP: 'RIFF' };

/** PKCS#7 in DER: 1.2.840.113549.1.7, and what kind of message. */
const sealed = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07';

/** @param head first bytes of a file, one character each; undefined for what has no mark of its own */
export function findByMark(head: string): FileKind | undefined {
  const found = marks.find(([, mark, at = 0]) => head.startsWith(mark, at) && head.startsWith(needed[mark] ?? ''));
  if (found) return found[0];
  const at = head.indexOf(sealed);
  return head.startsWith('0') && at > 0 && at < 8 ? 'mail-sealed' : undefined;
}
