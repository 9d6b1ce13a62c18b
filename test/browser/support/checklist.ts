import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { Status } from '../../../src/record/v1/checklist/answers.ts';
import { fieldNames, fieldsOf, type ItemField, statusNames } from '../../../src/record/v1/checklist/statuses.ts';
import { type Header, headerNames } from '../../../src/record/v1/header/header.ts';

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

/** Fills in the header at once, as a browser's own filling-in does. */
export function fillHeader(page: Page, header: Partial<Header>): Promise<void> {
  return page.evaluate(typeIn, { header, plans: [] });
}

/** Answers items from No. 1 on at once; a field that is not shown for the chosen state is an error. */
export function answerItems(page: Page, plans: readonly ItemPlan[]): Promise<void> {
  return page.evaluate(typeIn, {
    header: {},
    plans: plans.map(({ status, texts = {} }) => ({
      status,
      texts: fieldsOf[status].flatMap((field): [string, string][] => {
        const text = texts[field];
        return text === undefined ? [] : [[field, text]];
      }),
    })),
  });
}

interface Typed {
  header: Partial<Header>;
  plans: { status: Status; texts: [field: string, text: string][] }[];
}

/**
 * Runs in the browser. A hundred clicks and keys by way of the driver take longer than all that is tested; that the
 * list can be filled in by key and pointer is what journey.test.ts and the tests of single fields hold.
 */
function typeIn({ header, plans }: Typed): void {
  for (const [name, text] of Object.entries(header)) type(document.querySelector(`[data-header="${name}"]`), text);
  const items = [...document.querySelectorAll('[data-item]')];
  for (const [index, { status, texts }] of plans.entries()) {
    const radio = items[index]?.querySelector<HTMLInputElement>(`input[type="radio"][value="${status}"]`);
    if (!radio) throw new Error(`Item ${index + 1} does not offer ${status}.`);
    radio.click();
    for (const [field, text] of texts) type(items[index]?.querySelector(`[data-field="${field}"]`), text);
  }

  function type(field: Element | null | undefined, text: string): void {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !field.checkVisibility())
      throw new Error(`There is no field for 「${text}」.`);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.blur();
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
