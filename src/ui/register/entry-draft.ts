import { get } from '../../record/v1/read-values.ts';

/** What is done with an entry in the dialog; `copy` begins a new one with what stands in another. */
export type EntryMode = 'new' | 'edit' | 'close' | 'copy';

/** Which entry a dialog is about. */
export interface EntryTarget {
  mode: EntryMode;
  table: string;
  /** '' for a new one. */
  entry: string;
}

/** What is half typed. */
export interface EntryDraft {
  cells: Record<string, string>;
  reason: string;
  /** Ids of the states that the person saw: what others wrote since is not taken to be known. */
  seen: string[];
}

/** Under which name a draft is kept. */
export function toDraftName({ mode, table, entry }: EntryTarget): string {
  return [mode, table, entry].join('/');
}

/** Which entry a draft is about; undefined for another name. */
export function readDraftName(name: string): EntryTarget | undefined {
  const [mode = '', table = '', entry = ''] = name.split('/');
  return isMode(mode) ? { mode, table, entry } : undefined;
}

/** A draft as it was kept; undefined where it is none: then there is nothing to go on with. */
export function readDraft(text: string | undefined): EntryDraft | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const cells = Object.entries(Object(get(value, 'cells'))).filter(isText);
    const seen = get(value, 'seen');
    const reason = get(value, 'reason');
    return {
      cells: Object.fromEntries(cells),
      reason: typeof reason === 'string' ? reason : '',
      seen: Array.isArray(seen) ? seen.filter((id) => typeof id === 'string') : [],
    };
  } catch {
    return undefined;
  }
}

function isText(pair: [string, unknown]): pair is [string, string] {
  return typeof pair[1] === 'string';
}

function isMode(text: string): text is EntryMode {
  return text === 'new' || text === 'edit' || text === 'close' || text === 'copy';
}
