import type { Modality } from '../../core/regulation/provision.ts';
import { agentPattern } from './agents.ts';
import { scale, scope } from './cues.ts';
import type { Mood } from './moods.ts';
import { headingOf, isList, type Place, titleOf } from './places.ts';

/** What a table's rows are: duties where a duty introduces them, a check list's wishes, or facts. */
export function tableMood(
  place: Place,
  own: Mood | undefined,
  intro: Place | undefined,
  above: Modality | undefined,
  title: Modality | undefined,
): Modality {
  const rows = place.node.table?.rows ?? [];
  const cells = rows.map((row) => row.map(({ lines }) => lines.map(({ text }) => text).join('')));
  const first = cells[0]?.[0] ?? '';
  const last = place.sentences.at(-1)?.text ?? '';
  if (scope.test(first.replaceAll(/\s/gu, ''))) return 'information';
  if (
    rows.length > 0 &&
    cells.every((row) => row.length > 1 && isSomebody(row[0] ?? '') && /[者員]。?$/u.test(row.at(-1) ?? ''))
  )
    return 'definition';
  if (/^(?:[^ 　]*可能|許可)/u.test(first)) return 'may';
  if (/禁止|不可$/u.test(last.replace(/※.*$/u, '')) && cells.length === 1) return 'must-not';
  if (/ている$/u.test(last) && cells.every((row) => row.length <= 4))
    return above === 'definition' ? 'definition' : 'should';
  if (intro && scale.test(intro.text)) return 'definition';
  if (
    cells.every((row) => row.length > 1) &&
    cells.slice(cells.length > 1 ? 1 : 0).some((row) => isSomebody(row.at(-1) ?? ''))
  )
    return 'definition';
  const isNarrow = cells.every((row) => row.length <= 2);
  if (isNarrow && (own?.modality === 'must-not' || own?.modality === 'must')) return own.modality;
  if (title && !above) return title;
  if (above && (cells.length === 1 || cells[0]?.length === 1 || !intro || isList(intro) || /表/u.test(intro.text)))
    return above;
  return /基準|要件|標準|条件/u.test(titleOf(headingOf(place))) ? 'definition' : 'information';
}

/** A cell that names who it is, and nothing else. */
function isSomebody(cell: string): boolean {
  return (
    cell
      .replaceAll(/\s/gu, '')
      .replaceAll(agentPattern, '')
      .replaceAll(/又は|または|及び|、|・/gu, '') === '' && cell !== ''
  );
}
