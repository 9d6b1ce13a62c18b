import type { FormColumn } from '../../record/v1/form/definition.ts';
import { type Entry, type EntryState, textOf } from './entry.ts';

/** One state of an entry, and what it changed. */
export interface Told {
  state: EntryState;
  /** It is the first one; then what stands in it is no change. */
  isFirst: boolean;
  /** It settles a conflict, or is a side of one. */
  isSettlement: boolean;
  cells: { column: Pick<FormColumn, 'id' | 'label' | 'kind' | 'unit'>; before: string; after: string }[];
  /** Struck out by it, or taken back into the list. */
  strikes: 'struck' | 'restored' | undefined;
}

/** All states of an entry, the latest first, each against those that it follows. */
export function tellHistory(entry: Entry, columns: readonly FormColumn[]): Told[] {
  const known = new Map(entry.states.map((state) => [state.id, state]));
  return entry.states.toReversed().map((state): Told => {
    const before = state.after.flatMap((id) => known.get(id) ?? []);
    const last = before.at(-1);
    const isFirst = state.after.length === 0;
    const texts = (column: FormColumn) => [...new Set(before.map((one) => textOf(one, column.id)).filter(Boolean))];
    return {
      state,
      isFirst,
      isSettlement: before.length > 1,
      cells: columns.flatMap((column) => {
        const after = textOf(state, column.id);
        const stood = texts(column);
        const isSame = before.length > 0 && before.every((one) => textOf(one, column.id) === after);
        return isSame || (after === '' && stood.length === 0) ? [] : [{ column, before: stood.join(' / '), after }];
      }),
      strikes: state.struck ? (last?.struck ? undefined : 'struck') : last?.struck ? 'restored' : undefined,
    };
  });
}
