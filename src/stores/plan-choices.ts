import { get } from '../record/v1/read-values.ts';
import type { DraftStorage } from './draft.ts';

/** What somebody chose for a duty that comes again: '' for nothing chosen. */
export interface PlanChoice {
  /** ISO 8601 duration, e.g. `P3M`. */
  every: string;
  /** `1` to `12`. */
  month: string;
}

/** By id of the duty. */
export type PlanChoices = Readonly<Record<string, PlanChoice>>;

export interface PlanChoicesOptions {
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
}

const format = 'kitei-schedule/1';
const mostChoices = 2000;

/** What is kept under `kitei:<base>:schedule`; nothing where there is none, or where the browser stores nothing. */
export function readPlanChoices({ storage, base }: PlanChoicesOptions): PlanChoices {
  try {
    const text = storage().getItem(keyOf(base));
    return text === null ? {} : (parse(text) ?? setAside({ storage, base }, text));
  } catch {
    // Blocked: the page says so with the first choice.
    return {};
  }
}

/** Keeps them. @returns whether they last; else they end with the page */
export function keepPlanChoices({ storage, base }: PlanChoicesOptions, choices: PlanChoices): boolean {
  try {
    if (Object.keys(choices).length === 0) storage().removeItem(keyOf(base));
    else storage().setItem(keyOf(base), JSON.stringify({ format, choices }));
    return true;
  } catch {
    // Full or blocked: the caller says so.
    return false;
  }
}

function keyOf(base: string): string {
  return `kitei:${base}:schedule`;
}

/** What cannot be read, or is newer, lies aside and nothing of it is lost; the choices begin anew. */
function setAside({ storage, base }: PlanChoicesOptions, text: string): PlanChoices {
  storage().setItem(`${keyOf(base)}:damaged`, text);
  storage().removeItem(keyOf(base));
  return {};
}

function parse(text: string): PlanChoices | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const choices = get(value, 'choices');
  if (get(value, 'format') !== format || typeof choices !== 'object' || choices === null) return undefined;
  const entries = Object.entries(choices);
  if (entries.length > mostChoices) return undefined;
  const read = entries.map(([id, one]): [string, PlanChoice] | undefined => {
    const [every, month] = [get(one, 'every'), get(one, 'month')];
    const isOurs =
      /^[a-z][a-z0-9-]{0,99}:[A-Za-z0-9.-]{1,99}$/.test(id) &&
      typeof every === 'string' &&
      /^(?:P\d{1,3}[DMY])?$/.test(every) &&
      typeof month === 'string' &&
      /^(?:[1-9]|1[0-2])?$/.test(month);
    return isOurs ? [id, { every, month }] : undefined;
  });
  return read.every((one) => one !== undefined) ? Object.fromEntries(read) : undefined;
}
