/**
 * An entry of a register: every state that it ever had. A state is never changed and never taken away; a correction is
 * another state that says which one it follows. So two copies of a register are merged by putting their states together,
 * in any order and as often as one likes, and nothing that anybody wrote is lost (see merge.ts).
 */
export interface Entry {
  /** Made once, never used again. */
  id: string;
  /** Id of the table of the form whose row it is. */
  table: string;
  /** At least one, the oldest first: by `at`, then by `id`. */
  states: EntryState[];
}

export interface EntryState {
  /** Made once, never used again. */
  id: string;
  /** Ids of the states that it takes the place of: none for the first, several where it settles a conflict. */
  after: string[];
  /** When it was written, ISO 8601 in UTC, by the clock of the device. */
  at: string;
  /** Who wrote it, as they call themselves; '' where nobody said. */
  by: string;
  /** By column id; a column without an entry is empty. */
  cells: Record<string, string>;
  /** Struck out: it stays to be read, and counts no more. */
  struck?: true;
  /** Why it was corrected or struck out. */
  reason?: string;
  /** Where it was taken from, in words for people, e.g. the number of a signed document. */
  from?: string;
}

/** What a device or a file holds of one register. */
export interface Register {
  /** Id of the form. */
  form: string;
  entries: Entry[];
}

/** Most entries of one register, most states of one entry, and most columns of a state. */
export const mostEntries = 20_000;
export const mostStates = 200;

/** The states that no other one follows: one, or several where two people changed the same state. */
export function headsOf({ states }: Entry): EntryState[] {
  // Of thousands of entries most have never been changed.
  if (states.length === 1) return states;
  const followed = new Set(states.flatMap(({ after }) => after));
  return states.filter(({ id }) => !followed.has(id));
}

/** The state that is shown: of several the one written last. @throws Error for an entry without a state */
export function stateOf(entry: Entry): EntryState {
  const last = headsOf(entry).at(-1) ?? entry.states.at(-1);
  if (!last) throw new Error(`The entry "${entry.id}" has no state.`);
  return last;
}

/** Whether two people changed the same state and nobody has said yet what holds. */
export function isInConflict(entry: Entry): boolean {
  const [first, ...others] = headsOf(entry);
  // The same words twice are no question to anybody.
  return others.some((other) => !first || !saysTheSame(first, other));
}

/** Whether two states tell the same, whoever wrote them and when. */
export function saysTheSame(one: EntryState, other: EntryState): boolean {
  const keys = new Set([...Object.keys(one.cells), ...Object.keys(other.cells)]);
  return one.struck === other.struck && [...keys].every((key) => textOf(one, key) === textOf(other, key));
}

/** What stands in a column; '' for nothing. */
export function textOf({ cells }: EntryState, column: string): string {
  return (Object.hasOwn(cells, column) ? cells[column] : undefined) ?? '';
}

/** Puts states into their order. */
export function orderStates(states: readonly EntryState[]): EntryState[] {
  return [...states].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
