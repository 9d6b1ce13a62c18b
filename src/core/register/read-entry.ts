import { damage, get, readText, refuseExtra } from '../../record/v1/read-values.ts';
import { countCharacters, findUnsafe } from '../text/characters.ts';
import { idForm, madeIdForm } from '../text/id.ts';
import { type Entry, type EntryState, headsOf, mostStates, orderStates } from './entry.ts';

/** As long as a cell of a form may be, in characters. */
export const longestCell = 5000;
const mostCells = 60;

/** One entry that comes from outside, checked and copied; undefined where anything is not as this site writes it. */
export function readEntry(value: unknown): Entry | undefined {
  try {
    return readStrictly(value);
  } catch {
    // What reads values says where; of an entry it is enough that it is damaged.
    return undefined;
  }
}

function readStrictly(value: unknown): Entry {
  refuseExtra(value, ['id', 'table', 'states'], '');
  const states = get(value, 'states');
  if (!Array.isArray(states) || states.length === 0 || states.length > mostStates) return damage('states');
  const read = states.map(readState);
  const ids = new Set(read.map(({ id }) => id));
  // What a state follows may be in nobody's copy any more, but nothing follows itself.
  if (ids.size < read.length || read.some(({ id, after }) => after.includes(id))) return damage('states');
  const entry = {
    id: readText(get(value, 'id'), 'id', madeIdForm),
    table: readText(get(value, 'table'), 'table', idForm),
    states: orderStates(read),
  };
  // A ring of states has no head, and nobody could say what holds.
  return headsOf(entry).length > 0 ? entry : damage('states');
}

function readState(value: unknown): EntryState {
  refuseExtra(value, ['id', 'after', 'at', 'by', 'cells', 'struck', 'reason', 'from'], '');
  const after = get(value, 'after');
  if (!Array.isArray(after) || after.length > mostStates) return damage('after');
  const struck = get(value, 'struck');
  if (struck !== undefined && struck !== true) return damage('struck');
  const reason = get(value, 'reason');
  const from = get(value, 'from');
  return {
    id: readText(get(value, 'id'), 'id', madeIdForm),
    after: after.map((id) => readText(id, 'after', madeIdForm)),
    at: readText(get(value, 'at'), 'at', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    by: readCell(get(value, 'by'), 'by'),
    cells: readCells(get(value, 'cells')),
    ...(struck && { struck }),
    ...(reason !== undefined && { reason: readCell(reason, 'reason') }),
    ...(from !== undefined && { from: readCell(from, 'from') }),
  };
}

function readCells(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return damage('cells');
  const cells = Object.entries(value);
  if (cells.length > mostCells) return damage('cells');
  return Object.fromEntries(
    cells.map(([id, text]): [string, string] => {
      if (!idForm.test(id)) return damage('cells');
      return [id, readCell(text, 'cells')];
    }),
  );
}

function readCell(value: unknown, at: string): string {
  const text = readText(value, at);
  // A text has no more characters than units: only a long one need be counted.
  const isTooLong = text.length > longestCell && countCharacters(text) > longestCell;
  return isTooLong || findUnsafe(text, { lines: true }) ? damage(at) : text;
}
