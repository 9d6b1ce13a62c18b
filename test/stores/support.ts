import { type ChecklistStore, type ChecklistStoreOptions, createChecklistStore } from '../../src/stores/checklist.ts';
import { definition } from '../record/v1/checklist/fixture.ts';
import type { MemoryStorage } from './memory-storage.ts';

export const prefix = 'kitei:/site/:checklist:contractor-security:';

/** Opens the list on one page of a browser with this storage. The first new draft of a page is `new-1`, with its name before it. */
export function openPage(
  storage: MemoryStorage,
  { page = 'new', ...options }: Partial<ChecklistStoreOptions> & { page?: string } = {},
): ChecklistStore {
  let count = 0;
  const newId = () => {
    count += 1;
    return `${page}-${count}`;
  };
  const now = () => new Date('2026-11-21T01:02:03Z');
  return createChecklistStore(definition, { storage: () => storage, base: '/site/', now, newId, ...options });
}

/** What is stored, by what follows the prefix of the list. */
export function storedKeys(storage: MemoryStorage): string[] {
  return [...storage.values.keys()].map((key) => key.replace(prefix, '')).sort();
}
