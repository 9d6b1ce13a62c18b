import { accessTable, type DatabasePlace } from './database.ts';

/** A file that a register is bound to, as the browser keeps it. */
export interface KeptBinding<Handle> {
  handle: Handle;
  /** Whether a register has been seen in it: then an empty file is a fault. */
  isKnown: boolean;
}

/** Where the files of a site's registers are remembered, each under the id of its form. @param base path of the site */
export function bindingPlace(factory: () => IDBFactory, base: string): DatabasePlace {
  return { factory, name: `kitei:${base}:register-files`, table: 'files' };
}

/** What a register is bound to; undefined where it is not, or where nothing can be read. */
export async function readBinding<Handle>(
  place: DatabasePlace,
  formId: string,
  isHandle: (value: unknown) => value is Handle,
): Promise<KeptBinding<Handle> | undefined> {
  try {
    const kept: unknown = await accessTable<unknown>(place, 'readonly', (store) => store.get(formId), true);
    const found: Record<string, unknown> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
    const { handle } = found;
    return isHandle(handle) ? { handle, isKnown: found['isKnown'] === true } : undefined;
  } catch {
    // Blocked, or there has never been one.
    return undefined;
  }
}

/** Remembers what a register is bound to. Whether that is kept. */
export async function keepBinding<Handle>(
  place: DatabasePlace,
  formId: string,
  binding: KeptBinding<Handle>,
): Promise<boolean> {
  try {
    await accessTable(place, 'readwrite', (store) => store.put(binding, formId));
    return true;
  } catch {
    // The caller says that it holds for this page alone.
    return false;
  }
}

/** Forgets it; the file stays as it is. Where nothing was remembered, nothing is made. */
export async function dropBinding(place: DatabasePlace, formId: string): Promise<void> {
  try {
    await accessTable(place, 'readwrite', (store) => store.delete(formId), true);
  } catch {
    // Blocked: there is none.
  }
}
