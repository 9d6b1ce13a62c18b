import type { Locator, Page } from 'playwright-core';

export const formPath = '/forms/rodokyoku-erasure-plan/';
export const formTitle = '作業実施計画書（別添1）';

/** What a person types into the first form. */
export const head = {
  company: '見本協議会',
  checker: '見本花子',
  checkedOn: '2025-04-01',
  recipient: '見本労働局',
  business: '窓口業務',
} as const;

/** A row as its columns stand. */
export const firstRow = {
  kind: '紙媒体',
  place: 'キャビネット',
  method: '溶解',
  check: '業者の証明書',
  worker: '山田',
  checker: '佐藤',
} as const;

export const media = (page: Page): Locator => page.getByRole('group', { name: /^1 情報の保存媒体/ });

/** A row of the table, by its number. */
export const rowOf = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: `媒体 ${number}`, exact: true });

/** A cell of a row, by the id of its column. */
export const cellOf = (page: Page, number: number, column: string): Locator =>
  rowOf(page, number).locator(`[data-answer="${column}"] [data-given]`);

/** Puts clipboard text into a field as a person pastes it: what the page does not take itself is left to the browser. */
export async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Fills in the whole form: the head, one row, the day. */
export async function fillForm(page: Page, given: Partial<typeof head> | Record<string, string> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ ...head, ...given }))
    await page.locator(`[data-header="${name}"]`).fill(text);
  for (const [column, text] of Object.entries(firstRow)) {
    const cell = cellOf(page, 1, column);
    if (column === 'kind') await cell.selectOption(text);
    else await cell.fill(text);
  }
  await page.locator('#field-planned').fill('2025-05-01');
}

/** Texts of all header fields and cells, as they stand on the page. */
export function readPaper(page: Page): Promise<{ header: Record<string, string>; rows: string[][]; planned: string }> {
  return page.evaluate(() => {
    type Field = HTMLInputElement | HTMLSelectElement;
    const header = [...document.querySelectorAll<Field>('[data-header]')];
    return {
      header: Object.fromEntries(header.map((field) => [field.dataset['header'] ?? '', field.value])),
      rows: [...document.querySelectorAll('form-table [data-row]')].map((row) =>
        [...row.querySelectorAll<Field>('[data-given]')].map(({ value }) => value),
      ),
      planned: document.querySelector<HTMLInputElement>('#field-planned')?.value ?? '',
    };
  });
}

/** Chooses a file where papers are taken back in. */
export async function importFile(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  const buffer = Buffer.from(content);
  await page.locator('[data-import-file]').setInputFiles({ name, mimeType: '', buffer });
}

export const importDone = (page: Page): Locator => page.locator('form-import [data-done]');
export const importProblem = (page: Page): Locator => page.locator('form-import [data-import-problem]');
