import { type EntryState, textOf } from './entry.ts';
import type { TableRules } from './rules.ts';

/** Whether something of an entry has still to come, e.g. that it is brought back; what is struck out waits for nothing. */
export function isOpen(state: EntryState, { closedBy }: Pick<TableRules, 'closedBy'>): boolean {
  return state.struck !== true && closedBy.some((column) => textOf(state, column) === '');
}
