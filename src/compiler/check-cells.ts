import { join } from 'node:path';
import type { Library } from '../core/regulation/library.ts';
import { toPieces } from '../core/tailoring/wording.ts';
import { fillPlaceholders } from './check-uses.ts';
import type { Faults } from './faults.ts';

/**
 * Cells may name roles: `{{role:systemAdministrator}}`. Choices and blanks are for the texts of the sample. The lists of a
 * document that is switched off name roles that nobody knows; they stand in no page.
 */
export function checkCells({ lists, wording }: Pick<Library, 'lists' | 'wording'>, faults: Faults): void {
  for (const { id, list } of lists) {
    const { rows = [] } = list;
    for (const [index, row] of rows.entries()) {
      for (const [column, text] of Object.entries(row)) {
        const place = { file: join(faults.root, 'lists', `${id}.yaml`), path: `rows[${index}].${column}` };
        if (toPieces(text).some((piece) => typeof piece === 'object' && !('role' in piece))) {
          faults.add(
            '一覧の行に、選択か空欄が入っています。',
            place,
            '決まった言葉で書いてください。役割なら {{role:…}} と書けます。',
          );
        } else fillPlaceholders(text, wording, place, faults);
      }
    }
  }
}
