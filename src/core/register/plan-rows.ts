import { type Entry, type EntryState, headsOf, orderStates, saysTheSame, stateOf, textOf } from './entry.ts';
import { type Merged, mergeEntries } from './merge.ts';
import { holdReasons } from './reasons.ts';
import type { TableRules } from './rules.ts';

/** A row that comes from elsewhere, as an entry would have it. */
export interface IncomingRow {
  cells: Record<string, string>;
  /** Of what kitei wrote: which entry it is, and which of its states was changed. */
  mark?: { entry: string; state: string };
  isStruck?: boolean;
  /** The id of its entry, where it is known: another text there is said beside what the register says. */
  id?: string;
  /** What makes its id, where it has neither; by default what stands in it. */
  key?: string;
  /** Where it comes from, in words. */
  from?: string;
}

export interface PlanOptions {
  table: string;
  /** Columns that the rows have: what they do not have stays as it is. */
  columns: readonly string[];
  /** Which columns say what others rest on. */
  reasons?: TableRules['reasons'];
  /** Who reads them in, and when. */
  by: string;
  at: string;
  /** An id made of a text: the same for the same. */
  idOf: (text: string) => string;
}

/** What taking rows in would do. Nothing is done yet. */
export interface RowsPlan {
  /** Those to be put: new ones, and known ones with a further state. */
  entries: Entry[];
  /** How many rows say what the register says already. */
  same: number;
  /** What the merge will say. */
  merged: Merged;
}

/**
 * What rows that come from elsewhere are to the register. A row with a mark is its entry: changed cells are a further state
 * after the one that was written. One without is an entry that says the same, now or once; or the only one of which it
 * knows more and nothing else; or a new one. Ids are made of what stands in a row, so that what is read in twice, or on two
 * devices, is one.
 */
export function planRows(existing: readonly Entry[], rows: readonly IncomingRow[], options: PlanOptions): RowsPlan {
  const known = new Map(existing.map((entry) => [entry.id, entry]));
  const free = new FreeEntries(existing.filter(({ table }) => table === options.table));
  const planned = new Map<string, Entry>();
  let same = 0;
  const take = (entry: Entry | undefined) => {
    if (entry) planned.set(entry.id, entry);
    else same += 1;
  };
  const unmarked: { row: IncomingRow; id: string }[] = [];
  const counts = new Map<string, number>();
  const add = (given: IncomingRow) => {
    // Of an entry that is known by its id the row says all.
    const row = given.id === undefined ? { ...given, cells: holdReasons(options, {}, given.cells) } : given;
    unmarked.push({ row, id: row.id ?? idOfRow(row, counts, options) });
  };
  for (const [id, copies] of Map.groupBy(rows, ({ mark }) => mark?.entry)) {
    const isOther = id !== undefined && known.has(id) && known.get(id)?.table !== options.table;
    // A sheet of another list of the register, put here: what it marks stays as it is.
    if (id === undefined || isOther) {
      copies.forEach(add);
      continue;
    }
    // Who copies a row in Excel copies its mark: one of them is the entry, the others are new.
    const entry = known.get(id);
    const own = copies.find((row) => isAsWritten(row, entry)) ?? copies[0];
    for (const row of copies) if (row !== own) add({ ...row, isStruck: false });
    if (!own) continue;
    if (entry) free.claim(entry);
    take(changeMarked(own, entry, id, options));
  }
  // What says the same is found first, so that nothing else takes its place.
  const left = unmarked.filter(({ row, id }) => {
    const entry = known.get(id);
    const found = entry ?? free.findSame(row);
    if (found) free.claim(found);
    if (!found || (row.id !== undefined && !hasSaid(found, row))) return true;
    same += 1;
    return false;
  });
  for (const { row, id } of left) {
    const entry = known.get(id) ? undefined : free.findLess(row);
    if (entry) free.claim(entry);
    take(entry ? completed(entry, row, options) : begun(row, id, known.get(id), options));
  }
  const entries = [...planned.values()];
  return { entries, same, merged: mergeEntries(existing, entries) };
}

function idOfRow({ key, cells }: IncomingRow, counts: Map<string, number>, { table, idOf }: PlanOptions): string {
  const text = key ?? contentOf(cells);
  const count = (counts.get(text) ?? 0) + 1;
  counts.set(text, count);
  return idOf(JSON.stringify(['row', table, text, count]));
}

/** The entry with what a row says, or nothing where that is known. */
function changeMarked(row: IncomingRow, entry: Entry | undefined, id: string, options: PlanOptions): Entry | undefined {
  const base = entry?.states.find((state) => state.id === row.mark?.state);
  const on = base ?? (entry && stateOf(entry));
  const cells = on ? holdReasons(options, on.cells, overlay(on.cells, row.cells, options.columns)) : row.cells;
  const after = row.mark ? [row.mark.state] : [];
  const isStruck = row.isStruck ?? on?.struck === true;
  const state = toState({ ...row, cells, isStruck }, after, `${id} ${after.join()}`, options);
  if (!entry) return { id, table: options.table, states: [state] };
  const isKnown = [...(base ? [base] : []), ...headsOf(entry)].some((one) => saysTheSame(one, state));
  // It may have been said before, and something else since.
  if (isKnown || entry.states.some((one) => one.id === state.id)) return undefined;
  return { ...entry, states: orderStates([...entry.states, state]) };
}

function isAsWritten({ mark, cells }: IncomingRow, entry: Entry | undefined): boolean {
  const base = entry?.states.find(({ id }) => id === mark?.state);
  return base !== undefined && contentOf(base.cells) === contentOf(cells);
}

/** A new entry; of one that is known a state beside those that it has. */
function begun(row: IncomingRow, id: string, known: Entry | undefined, options: PlanOptions): Entry {
  const state = toState(row, [], id, options);
  return { id, table: options.table, states: orderStates([...(known?.states ?? []), state]) };
}

function hasSaid({ states }: Entry, { cells }: IncomingRow): boolean {
  return states.some((state) => contentOf(state.cells) === contentOf(cells));
}

function completed(entry: Entry, row: IncomingRow, options: PlanOptions): Entry {
  const head = stateOf(entry);
  const cells = { ...head.cells, ...row.cells };
  const state = toState({ ...row, cells }, [head.id], `${entry.id} ${head.id}`, options);
  return { ...entry, states: orderStates([...entry.states, state]) };
}

function toState(
  { cells, isStruck = false, from = '' }: IncomingRow,
  after: string[],
  about: string,
  { idOf, by, at }: PlanOptions,
): EntryState {
  return {
    id: idOf(JSON.stringify(['state', about, contentOf(cells), isStruck])),
    after,
    at,
    by,
    cells,
    ...(isStruck && { struck: true }),
    ...(from !== '' && { from }),
  };
}

/** What a state says where a sheet has these columns; an empty cell of theirs empties it. */
function overlay(
  before: EntryState['cells'],
  cells: EntryState['cells'],
  columns: readonly string[],
): EntryState['cells'] {
  const has = new Set(columns);
  const kept = Object.entries(before).filter(([id]) => !has.has(id));
  return { ...Object.fromEntries(kept), ...cells };
}

function contentOf(cells: EntryState['cells']): string {
  const filled = Object.entries(cells).filter(([, text]) => text !== '');
  return JSON.stringify(filled.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Entries that no row is yet, found by what they say. */
class FreeEntries {
  readonly #claimed = new Set<Entry>();
  readonly #bySaid = new Map<string, Entry[]>();
  /** By the columns that are filled, and by what stands there. */
  readonly #byColumns = new Map<string, { columns: string[]; bySaid: Map<string, Entry[]> }>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const said of new Set(entry.states.map(({ cells }) => contentOf(cells)))) push(this.#bySaid, said, entry);
      const [head, ...others] = headsOf(entry);
      if (!head || others.length > 0 || head.struck) continue;
      const columns = Object.keys(head.cells).filter((id) => textOf(head, id) !== '');
      // One cell alone, e.g. a day, may be anything.
      if (columns.length < 2) continue;
      const key = columns.sort().join(' ');
      const group = this.#byColumns.get(key) ?? { columns, bySaid: new Map<string, Entry[]>() };
      this.#byColumns.set(key, group);
      push(group.bySaid, contentOf(head.cells), entry);
    }
  }

  claim(entry: Entry): void {
    this.#claimed.add(entry);
  }

  /** One that says the same, or said it once. */
  findSame({ cells }: IncomingRow): Entry | undefined {
    return this.#bySaid.get(contentOf(cells))?.find((one) => !this.#claimed.has(one));
  }

  /** The only one of which the row knows all, and more. */
  findLess({ cells }: IncomingRow): Entry | undefined {
    const filled = new Set(Object.keys(cells).filter((id) => cells[id] !== ''));
    const found: Entry[] = [];
    for (const { columns, bySaid } of this.#byColumns.values()) {
      if (columns.length >= filled.size || !columns.every((id) => filled.has(id))) continue;
      const part = Object.fromEntries(columns.map((id) => [id, cells[id] ?? '']));
      found.push(...(bySaid.get(contentOf(part)) ?? []).filter((one) => !this.#claimed.has(one)));
    }
    return found.length === 1 ? found[0] : undefined;
  }
}

function push<Key>(map: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
