import { findCell } from '../../record/v1/form/given.ts';
import type { TableRules } from './rules.ts';

/** What a column rests on that somebody filled in by hand. */
export const byHand = '手で入力';

type Cells = Readonly<Record<string, string>>;

/**
 * Cells with what they rest on: where a column that has a reason says something else than before, and nobody gave another
 * reason with it, it was filled in by hand. What is said with it, e.g. by a decision, stays.
 * @param before what stood there; nothing for a new entry
 */
export function holdReasons(
  { reasons }: Pick<TableRules, 'reasons'>,
  before: Cells,
  after: Cells,
): Record<string, string> {
  const cells = { ...after };
  for (const [column, reason] of Object.entries(reasons ?? {})) {
    const [says, said] = [after, before].map((one) => findCell({ cells: one }, column));
    const [because, once] = [after, before].map((one) => findCell({ cells: one }, reason));
    if (says === said || (because !== '' && because !== once)) continue;
    if (says === '') delete cells[reason];
    else cells[reason] = byHand;
  }
  return cells;
}

/** The same where cells were put together of several states: a reason that nobody gave for what it stands beside is none. */
export function holdReasonsAmong(
  { reasons }: Pick<TableRules, 'reasons'>,
  sides: readonly Cells[],
  chosen: Cells,
): Record<string, string> {
  const cells = { ...chosen };
  for (const pair of Object.entries(reasons ?? {})) {
    const isSaid = (side: Cells) =>
      pair.every((id) => findCell({ cells: side }, id) === findCell({ cells: chosen }, id));
    if (!sides.some(isSaid) && findCell({ cells: chosen }, pair[0]) !== '') cells[pair[1]] = byHand;
  }
  return cells;
}
