import { findForbidden, forbiddenMessage } from '../core/text/characters.ts';
import { decodeAs } from '../core/text/encodings.ts';
import type { Faults } from './faults.ts';
import { wholeFile } from './parse-content.ts';

/**
 * The text of a file of the content folder, which is UTF-8: Astro and editors read it so, too.
 * @returns undefined for another encoding, which is told: its letters would stand on the pages as others
 */
export function toSource(bytes: Uint8Array, file: string, faults: Faults): string | undefined {
  const source = decodeAs('utf-8', bytes);
  if (source !== undefined) {
    if (/\.ya?ml$/.test(file)) tellForbidden(source, file, faults);
    return source;
  }
  faults.add(
    '文字コードが UTF-8 ではありません。',
    { file, path: wholeFile },
    'メモ帳などで開き、『名前を付けて保存』で文字コードを「UTF-8」にして保存し直してください。',
  );
  faults.lose(file);
  return undefined;
}

/** What these files say is asked and signed: nothing may stand in it that nobody sees, or that nobody could read. */
function tellForbidden(source: string, file: string, faults: Faults): void {
  for (const [index, line] of source.split('\n').entries()) {
    const found = findForbidden(line, { lines: true });
    if (!found) continue;
    const place = { file, path: wholeFile, line: index + 1 };
    faults.add(forbiddenMessage('この行', found), place, '行を消して打ち直すと、確かに取り除けます。');
  }
}
