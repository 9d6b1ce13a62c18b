import { accessTable, type DatabasePlace } from './database.ts';

/** Stands in the place of the id of a form; no form has a colon in its id. */
export const deskStoreId = 'desk:entries';

/** Where the person has said that the desk may be kept. @param base path of the site */
export function deskKeepsKey(base: string): string {
  return `kitei:${base}:desk-keeps`;
}

/** Whether the person has said so. @param storage a function, because reaching for it may throw */
export function saysKeep(storage: () => Pick<Storage, 'getItem'>, base: string): boolean {
  try {
    return storage().getItem(deskKeepsKey(base)) === 'on';
  } catch {
    // Blocked: nothing is kept.
    return false;
  }
}

/** Remembers it. Whether that was possible. */
export function sayKeep(storage: () => Pick<Storage, 'setItem' | 'removeItem'>, base: string, isOn: boolean): boolean {
  try {
    if (isOn) storage().setItem(deskKeepsKey(base), 'on');
    else storage().removeItem(deskKeepsKey(base));
    return true;
  } catch {
    return false;
  }
}

/** Whether anything of a desk is kept in a table, readable or not; asking leaves no trace. */
export async function isDeskKept(place: DatabasePlace): Promise<boolean> {
  try {
    return (await accessTable(place, 'readonly', (store) => store.count(), true)) > 0;
  } catch {
    // There has never been one, or it is blocked: nothing can be told.
    return false;
  }
}
