import { isDate } from '../text/date.ts';
import { type Entry, type EntryState, isInConflict, stateOf, textOf } from './entry.ts';
import { isOpen } from './is-open.ts';
import { type LastDay, readLastDay } from './last-day.ts';
import { keptUntil } from './retention.ts';
import type { Retention, TableRules } from './rules.ts';

/** An entry as a list shows it. */
export interface Shown {
  entry: Entry;
  state: EntryState;
  /** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`; '' where the entry has no day. */
  on: string;
  isOpen: boolean;
  isStruck: boolean;
  isInConflict: boolean;
}

/** Which entries a person wants to see. */
export interface Wanted {
  /** First and last day, `YYYY-MM-DD`; '' for no bound. */
  from: string;
  until: string;
  /** Words that have to occur. */
  words: string;
  openOnly: boolean;
}

/** What a list says of an entry. */
export function show(entry: Entry, rules: TableRules): Shown {
  const state = stateOf(entry);
  return {
    entry,
    state,
    on: textOf(state, rules.on),
    isOpen: isOpen(state, rules),
    isStruck: state.struck === true,
    isInConflict: isInConflict(entry),
  };
}

/**
 * Conflicts first, then what is over its day, the longest of them on top, then what is open, the oldest of them on top; then
 * the rest, the latest on top.
 * @param today `YYYY-MM-DD`; without it nothing is over
 */
export function arrange(entries: readonly Entry[], rules: TableRules, today = ''): Shown[] {
  return entries
    .map((entry) => {
      const shown = show(entry, rules);
      // Of a day that is over and an end of keeping that is over, the one that was first.
      const [overdue] = [findOverdue(shown, rules, today), findOutlived(shown, rules, today)]
        .filter((day) => day !== undefined)
        .sort();
      const rank = shown.isInConflict ? 0 : overdue !== undefined ? 1 : shown.isOpen ? 2 : 3;
      return { shown, rank, key: rank === 1 ? `${overdue} ${key(shown)}` : key(shown) };
    })
    .sort((a, b) => a.rank - b.rank || (a.rank === 3 ? -1 : 1) * compare(a.key, b.key))
    .map(({ shown }) => shown);
}

/**
 * The day by which something has still to be done and that is over, `YYYY-MM-DD`. Of a list whose entries are never open
 * each day counts until the entry is struck out.
 * @param today `YYYY-MM-DD`
 */
export function findOverdue(shown: Shown, rules: TableRules, today: string): string | undefined {
  const day = rules.due === undefined ? '' : textOf(shown.state, rules.due).slice(0, 10);
  return isInUse(shown, rules) && isDate(day) && day < today ? day : undefined;
}

/**
 * Until when that is kept what an entry is about, by what was written; a span of years counts from the day with which the
 * entry began. Of what is done with, struck out, or of a list that does not say so, nothing.
 */
export function readUntil(shown: Shown, rules: TableRules): LastDay {
  if (rules.until === undefined || !isInUse(shown, rules)) return { kind: 'none' };
  const { entry, state, on } = shown;
  const begun = entry.states.map((one) => textOf(one, rules.on)).find((day) => day !== '') ?? on;
  return readLastDay(textOf(state, rules.until), begun.slice(0, 10));
}

/** The last day of keeping, where it is over: it is time to dispose of it. @param today `YYYY-MM-DD` */
export function findOutlived(shown: Shown, rules: TableRules, today: string): string | undefined {
  const until = readUntil(shown, rules);
  return until.kind === 'day' && until.day < today ? until.day : undefined;
}

function isInUse({ isOpen, isStruck }: Shown, { closedBy }: TableRules): boolean {
  return !isStruck && (isOpen || closedBy.length === 0);
}

/**
 * Whether the period is over for which an entry has to be kept. What is open or in conflict is never past it.
 * @param today `YYYY-MM-DD`
 */
export function isPast({ on, isOpen, isInConflict }: Shown, keeps: Pick<Retention, 'for'>, today: string): boolean {
  const last = keptUntil(keeps, on);
  return last !== undefined && last < today && !isOpen && !isInConflict;
}

/** Those that a person asked for, in their order. */
export function pick(shown: readonly Shown[], { from, until, words, openOnly }: Wanted): Shown[] {
  const asked = words.split(/\s+/u).map(toSearchText).filter(Boolean);
  return shown.filter((one) => {
    if (openOnly && !one.isOpen) return false;
    const day = one.on.slice(0, 10);
    if ((from !== '' && (day === '' || day < from)) || (until !== '' && (day === '' || day > until))) return false;
    if (asked.length === 0) return true;
    const text = searchTextOf(one.state);
    return asked.every((word) => text.includes(word));
  });
}

/** Folding takes longer than looking, and a state never changes. */
const folded = new WeakMap<EntryState, string>();

function searchTextOf(state: EntryState): string {
  const known = folded.get(state);
  if (known !== undefined) return known;
  const text = toSearchText(Object.values(state.cells).join('\n'));
  folded.set(state, text);
  return text;
}

/** As words are compared: width, case, and kana of either kind say the same. */
function toSearchText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  return folded.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Entries of one moment keep the order in which they were written. */
function key({ on, state, entry }: Shown): string {
  return `${on} ${entry.states[0]?.at ?? state.at} ${entry.id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
