import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { Status } from '../../../src/core/checklist/answers.ts';
import { fieldNames, fieldsOf, type ItemField, statusNames } from '../../../src/core/checklist/statuses.ts';
import { type Header, headerNames } from '../../../src/core/header/header.ts';

export const checklistPath = '/checklists/contractor-security/';

/** What is said about one item. */
export interface ItemPlan {
  status: Status;
  texts?: Partial<Record<ItemField, string>>;
}

/** Names of the header's fields in the order of the page. */
export const headerFields: readonly (keyof Header)[] = ['company', 'checker', 'checkedOn', 'recipient', 'business'];

/** A header without anything remarkable. */
export const plainHeader: Header = {
  company: '見本商事株式会社',
  checker: '見本花子',
  checkedOn: '2025-04-01',
  recipient: '見本市役所',
  business: '名簿の印刷',
};

/** A field of the header, by its label. */
export function headerField(page: Page, name: keyof Header): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${headerNames[name]}`) });
}

/** The check item with a number. */
export function itemOf(page: Page, number: number): Locator {
  return page.getByRole('group', { name: new RegExp(`^No\\.${number}(?!\\d)`) });
}

export function radioOf(item: Locator, status: Status): Locator {
  return item.getByRole('radio', { name: statusNames[status], exact: true });
}

export function textOf(item: Locator, field: ItemField): Locator {
  return item.getByRole('textbox', { name: new RegExp(`^${fieldNames[field]}`) });
}

/** Fills in the header as fast as the page takes it. */
export async function fillHeader(page: Page, header: Partial<Header>): Promise<void> {
  for (const name of headerFields) {
    const text = header[name];
    if (text === undefined) continue;
    const field = headerField(page, name);
    await field.fill(text);
    await field.blur();
  }
}

/** Answers items from No. 1 on as fast as the page takes it. */
export async function answerItems(page: Page, plans: readonly ItemPlan[]): Promise<void> {
  for (const [index, { status, texts = {} }] of plans.entries()) {
    const item = itemOf(page, index + 1);
    await radioOf(item, status).check({ force: true });
    for (const field of fieldsOf[status]) {
      const text = texts[field];
      if (text !== undefined) await textOf(item, field).fill(text);
    }
  }
}

export const nextButton = (page: Page) => page.getByRole('button', { name: '次へ（内容を確認する）' });
export const reviewHeading = (page: Page) => page.getByRole('heading', { name: '内容を確かめてください' });
export const errorSummary = (page: Page) => page.getByRole('region', { name: /^直すところが/ });
export const signButton = (page: Page) => page.getByRole('button', { name: '署名して PDF を作る' });
export const unsignedButton = (page: Page) => page.getByRole('button', { name: '署名せずに PDF を作る' });
export const makeKeyButton = (page: Page) => page.getByRole('button', { name: '鍵を作って署名する' });
export const signedHeading = (page: Page) => page.getByRole('heading', { name: '署名した PDF ができました' });

/** From the form to the review. */
export async function goToReview(page: Page): Promise<void> {
  await nextButton(page).click();
  await reviewHeading(page).waitFor();
}

/** A file handed to the person. */
export interface HandedOut {
  name: string;
  bytes: Uint8Array;
}

/** Does what makes the page hand out a file, and catches it. */
export async function catchDownload(page: Page, act: () => Promise<unknown>): Promise<HandedOut> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 30_000 }), act()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** Signs on the review, making the key at the first time. */
export async function sign(page: Page): Promise<HandedOut> {
  await signButton(page).click();
  return catchDownload(page, () => makeKeyButton(page).click());
}

/** What stands in the form: the header by field, and for each item the chosen state and its three texts. */
export interface FormContent {
  header: Record<string, string>;
  items: { status: string; evidence: string; dueOn: string; note: string }[];
}

/** Reads the whole form at once, hidden fields included. */
export function readForm(page: Page): Promise<FormContent> {
  return page.evaluate(() => {
    const read = (field: Element | null) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
    const header = [...document.querySelectorAll<HTMLElement>('[data-header]')];
    return {
      header: Object.fromEntries(header.map((field) => [field.dataset['header'] ?? '', read(field)])),
      items: [...document.querySelectorAll('[data-item]')].map((item) => ({
        status: read(item.querySelector('input[type="radio"]:checked')),
        evidence: read(item.querySelector('[data-field="evidence"]')),
        dueOn: read(item.querySelector('[data-field="dueOn"]')),
        note: read(item.querySelector('[data-field="note"]')),
      })),
    };
  });
}

/** What the form holds after it was filled in as planned; items beyond the plan are 未回答. */
export function toFormContent(header: Header, plans: readonly ItemPlan[], count = 20): FormContent {
  const nothing = { evidence: '', dueOn: '', note: '' };
  return {
    header: { ...header },
    items: Array.from({ length: count }, (_, index) => {
      const { status = 'unanswered', texts = {} } = plans[index] ?? {};
      return { status, ...nothing, ...texts };
    }),
  };
}
