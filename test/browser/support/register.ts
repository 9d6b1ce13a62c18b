import type { Locator, Page } from 'playwright-core';
import type { Entry } from '../../../src/core/register/entry.ts';

export const registerPath = '/registers/nerima-removal-register/';
export const registerId = 'nerima-removal-register';

/** Columns of the register that have to be filled in. */
export const whole = {
  content: 'USB メモリ 3号',
  'taken-at': '2026-11-02 09:05',
  'taken-by': '見本花子',
  approver: '例示太郎',
  use: '打合せ',
  destination: '区役所',
} as const;

export const rows = (page: Page): Locator => page.locator('[data-rows] > li');
export const rowOf = (page: Page, title: string): Locator => rows(page).filter({ hasText: title });
export const titles = (page: Page): Promise<string[]> => page.locator('[data-rows] .k-entry__n b').allTextContents();
export const told = (page: Page): Locator => page.locator('[data-done]');
/** The dialog that is open. */
export const openDialog = (page: Page): Locator => page.locator('dialog[open]');
export const fieldOf = (page: Page, column: string): Locator =>
  openDialog(page).locator(`[data-answer="${column}"] [data-given]`);
export const act = (page: Page, title: string, name: string): Locator =>
  rowOf(page, title).getByRole('button', { name: new RegExp(`^${name}`) });

/** Fills in the dialog that is open, and has it written. */
export async function writeEntry(
  page: Page,
  cells: Readonly<Record<string, string>>,
  writer = '見本花子',
): Promise<void> {
  for (const [column, text] of Object.entries(cells)) await fieldOf(page, column).fill(text);
  const name = openDialog(page).locator('[data-entry-writer]');
  if (await name.isVisible()) await name.fill(writer);
  await openDialog(page).getByRole('button', { name: '管理簿に書く' }).click();
  await openDialog(page).waitFor({ state: 'hidden' });
}

export async function addEntry(page: Page, cells: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('button', { name: '持ち出しを加える' }).click();
  await openDialog(page).waitFor();
  await writeEntry(page, { ...whole, ...cells });
}

/** An entry of one state, for putting into the database. */
export function madeEntry(id: string, cells: Readonly<Record<string, string>>, table = 'entries'): Entry {
  const state = { id: `${id}s`, after: [], at: '2026-11-01T00:00:00.000Z', by: '見本花子', cells: { ...cells } };
  return { id, table, states: [state] };
}

/** Puts records into the database of a register as another page would; `undefined` takes one away. */
export async function putRecords(
  page: Page,
  records: Readonly<Record<string, unknown>>,
  id = registerId,
): Promise<void> {
  await page.evaluate(
    ({ records, name }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, 1);
        request.onupgradeneeded = () => request.result.createObjectStore('entries');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('entries', 'readwrite');
          const store = transaction.objectStore('entries');
          for (const [key, value] of Object.entries(records)) store.put(value, key);
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    { records, name: `kitei:/:register:${id}` },
  );
}

/** All that this origin keeps of a register, by key. */
export function readRecords(page: Page, id = registerId): Promise<Record<string, unknown>> {
  return page.evaluate(async (name) => {
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return {};
    return new Promise<Record<string, unknown>>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const store = request.result.transaction('entries').objectStore('entries');
        const [keys, values] = [store.getAllKeys(), store.getAll()];
        values.onsuccess = () => {
          request.result.close();
          resolve(Object.fromEntries(keys.result.map((key, index) => [String(key), values.result[index]])));
        };
      };
    });
  }, `kitei:/:register:${id}`);
}
