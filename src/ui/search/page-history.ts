/** What an entry of the history keeps beside its address. */
export interface PageEntry {
  /** It stands for a question that was asked; one that is being typed gives way to the next letter. */
  isSubmitted: boolean;
  /** Rows that stood there, further ones included. */
  rows: number;
  /** How far the page was scrolled, in CSS pixels. */
  y: number;
}

const key = 'kitei:search';

/** What the entry of the page keeps; `undefined` where it comes from a link. */
export function readEntry(): PageEntry | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !(key in state)) return undefined;
  const entry: unknown = state[key];
  if (typeof entry !== 'object' || entry === null) return undefined;
  if (!('isSubmitted' in entry && 'rows' in entry && 'y' in entry)) return undefined;
  const { isSubmitted, rows, y } = entry;
  return typeof isSubmitted === 'boolean' && typeof rows === 'number' && typeof y === 'number'
    ? { isSubmitted, rows, y }
    : undefined;
}

/**
 * Puts a search into the address. Each question that is asked has an entry of its own; what is typed after it begins the
 * next one, and each further letter takes its place.
 * @param query as toQuery() writes it
 */
export function enter(query: string, isSubmitted: boolean): void {
  const entry = readEntry();
  const isSame = query === location.search;
  if (isSame && (!isSubmitted || entry?.isSubmitted)) return;
  const address = query || location.pathname;
  write({ isSubmitted, rows: 0, y: 0 }, address, !isSame && entry?.isSubmitted === true);
}

/** Keeps rows and scrolling with the entry, for whoever comes back to it. */
export function keepPlace(rows: number, y: number): void {
  const entry = readEntry();
  if (entry && (entry.rows !== rows || entry.y !== y)) write({ ...entry, rows, y }, undefined, false);
}

function write(entry: PageEntry, address: string | undefined, isNew: boolean): void {
  const before: unknown = history.state;
  const state = { ...(typeof before === 'object' ? before : {}), [key]: entry };
  try {
    if (isNew) history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  } catch {
    // Browsers count these calls and refuse them when there are many: the address follows with the next one.
  }
}
