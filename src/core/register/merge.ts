import { toCanonicalJson } from '../text/canonical-json.ts';
import { type Entry, type EntryState, headsOf, isInConflict, orderStates } from './entry.ts';

/** Who writes, when, and the id of what they write. */
export interface Writing {
  id: string;
  /** ISO 8601, in UTC. */
  at: string;
  by: string;
}

/** What is written: the cells, and what is said beside them. */
export type Written = Pick<EntryState, 'cells' | 'struck' | 'reason' | 'from'>;

/** A new entry. */
export function beginEntry(id: string, table: string, written: Written, writing: Writing): Entry {
  return { id, table, states: [toState(written, writing, [])] };
}

/** An entry with a further state in the place of all that count by now: a correction, a return, an answer to a conflict. */
export function withState(entry: Entry, written: Written, writing: Writing): Entry {
  const after = headsOf(entry).map(({ id }) => id);
  return { ...entry, states: orderStates([...entry.states, toState(written, writing, after)]) };
}

function toState({ cells, struck, reason, from }: Written, { id, at, by }: Writing, after: string[]): EntryState {
  return {
    id,
    after,
    at,
    by,
    cells,
    ...(struck && { struck }),
    ...(reason !== undefined && reason !== '' && { reason }),
    ...(from !== undefined && from !== '' && { from }),
  };
}

/** What a merge did. */
export interface Merged {
  entries: Entry[];
  /** Ids of entries that were not there before. */
  added: string[];
  /** Ids of entries that were there and have states that they had not. */
  changed: string[];
  /** Ids of entries of which two people changed the same state; somebody has to say what holds. */
  conflicts: string[];
}

/**
 * Puts two copies of a register together: each entry with all states that either of them has. In whatever order copies
 * come, the result says the same; one of which everything is known changes nothing.
 */
export function mergeEntries(mine: readonly Entry[], theirs: readonly Entry[]): Merged {
  const entries = new Map(mine.map((entry) => [entry.id, entry]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const entry of theirs) {
    const known = entries.get(entry.id);
    if (!known) added.push(entry.id);
    const merged = known ? mergeEntry(known, entry) : entry;
    if (known && merged !== known) changed.push(entry.id);
    entries.set(entry.id, merged);
  }
  const conflicts = [...added, ...changed].filter((id) => {
    const entry = entries.get(id);
    return entry !== undefined && isInConflict(entry);
  });
  return { entries: [...entries.values()], added, changed, conflicts };
}

/**
 * One entry of two copies of it; the first one itself where the other knows nothing more. What two people took from the same
 * file is one state: of the two the one that was written first stays, so that all copies end the same.
 */
export function mergeEntry(mine: Entry, theirs: Entry): Entry {
  const states = new Map(mine.states.map((state) => [state.id, state]));
  let isMore = false;
  for (const state of theirs.states) {
    const known = states.get(state.id);
    if (known && !isEarlier(state, known)) continue;
    states.set(state.id, state);
    isMore = true;
  }
  return isMore ? { ...mine, states: orderStates([...states.values()]) } : mine;
}

function isEarlier(one: EntryState, other: EntryState): boolean {
  if (one.at !== other.at) return one.at < other.at;
  if (one.by !== other.by) return one.by < other.by;
  // Nearly always the same; where they are not, any order will do that all copies agree on.
  return JSON.stringify(one) !== JSON.stringify(other) && toCanonicalJson(one) < toCanonicalJson(other);
}
