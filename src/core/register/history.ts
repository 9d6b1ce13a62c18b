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
  return inOrder(entry.states).map((state): Told => {
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

/** The latest first; a state comes behind those it follows, whatever the clocks of two devices say. */
function inOrder(states: readonly EntryState[]): EntryState[] {
  const known = new Map(states.map((state) => [state.id, state]));
  const places = new Map<string, { at: string; depth: number }>();
  const placeOf = (state: EntryState): { at: string; depth: number } => {
    const placed = places.get(state.id);
    if (placed) return placed;
    // Nothing follows itself, but a damaged file could say so.
    places.set(state.id, { at: state.at, depth: 0 });
    const before = state.after.flatMap((id) => known.get(id) ?? []).map(placeOf);
    const place = {
      at: before.reduce((latest, { at }) => (at > latest ? at : latest), state.at),
      depth: before.reduce((most, { depth }) => Math.max(most, depth + 1), 0),
    };
    places.set(state.id, place);
    return place;
  };
  return states
    .map((state) => ({ state, ...placeOf(state) }))
    .sort((a, b) => (a.at === b.at ? b.depth - a.depth : a.at < b.at ? 1 : -1))
    .map(({ state }) => state);
}
