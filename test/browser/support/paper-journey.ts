import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Header } from '../../../src/record/v1/header/header.ts';
import { overflowOf } from './axe.ts';
import {
  catchDownload,
  errorSummary,
  type HandedOut,
  makeKeyButton,
  nextButton,
  reviewHeading,
  signButton,
} from './checklist.ts';
import type { Hands } from './hands.ts';
import { findWords, readWhole } from './leaks.ts';
import { verifyAllOnCommandLine } from './verify.ts';

/** Who works for several clients. */
export const contractor = { company: '見本事務センター', checker: '望月なお', checkedOn: '2025-04-01' };

/** What a client has of its own, by any names: each text in it was typed for that client and for no other. */
export type Typed = string | readonly Typed[] | { readonly [name: string]: Typed };

/** The texts of what was typed. */
export function textsOf(typed: Typed): string[] {
  return typeof typed === 'string' ? [typed] : Object.values(typed).flatMap(textsOf);
}

/** Of a form: what is written into the head, the fields, and the rows of its table. */
export interface Writing {
  head?: Partial<Header>;
  fields?: Record<string, string>;
  rows?: Record<string, string>[];
}

/** The control of an answer outside tables, or of one of its choices. */
export const answerOf = (page: Page, id: string): Locator =>
  page.locator(`form-tool fieldset.k-fields [data-answer="${id}"]`);
/** A cell of the first table, by its row from 0. */
export const cellAt = (page: Page, row: number, column: string): Locator =>
  page.locator('form-table [data-row]').nth(row).locator(`[data-answer="${column}"] [data-given]`);
/** The section of a client on /papers/ and in a job. */
export const clientPart = (page: Page, client: string): Locator => page.locator(`section[data-document="${client}"]`);
/** What leads from the list of papers to what makes one. */
export const makerOf = (page: Page, client: string, title: string): Locator =>
  clientPart(page, client).getByRole('link', { name: title, exact: true }).first();

/** Works a page of the journey. */
export class Journey {
  readonly page: Page;
  readonly hands: Hands;
  readonly #isNarrow: boolean;
  #hasKey = false;

  constructor(page: Page, hands: Hands) {
    this.page = page;
    this.hands = hands;
    this.#isNarrow = (page.viewportSize()?.width ?? 0) < 400;
  }

  /** Follows a link or a button to another page. */
  async goBy(link: Locator, url: RegExp): Promise<void> {
    await this.hands.press(link);
    await this.page.waitForURL(url);
    await this.look();
  }

  /** From a form to the list of papers. */
  async goOn(): Promise<void> {
    await this.goBy(this.page.getByRole('link', { name: '出すものの一覧へ' }), /\/papers\//);
  }

  /** To the page before: from a review, by way of the answers, which are a place of their own in the history. */
  async goBack(): Promise<void> {
    const { pathname } = new URL(this.page.url());
    while (new URL(this.page.url()).pathname === pathname) await this.page.goBack();
    await this.look();
  }

  /** Holds that a phone's page is not wider than the phone. */
  async look(): Promise<void> {
    if (this.#isNarrow) expect(await overflowOf(this.page), this.page.url()).toBe(0);
  }

  /** Fills in the form that is open, in the order of its fields; rows are added where there are too few. */
  async fill({ head = {}, fields = {}, rows = [] }: Writing): Promise<void> {
    const { page, hands } = this;
    for (const [name, text] of Object.entries(head)) await hands.write(page.locator(`[data-header="${name}"]`), text);
    for (const [row, cells] of rows.entries()) {
      if ((await page.locator('form-table [data-row]').count()) <= row)
        await hands.press(page.locator('form-table [data-add]'));
      for (const [column, text] of Object.entries(cells)) await this.#give(cellAt(page, row, column), text);
    }
    for (const [id, text] of Object.entries(fields)) {
      const answer = answerOf(page, id);
      const choice = answer.getByRole('radio', { name: text }).or(answer.getByRole('checkbox', { name: text }));
      if ((await choice.count()) > 0) await hands.tick(choice);
      else await this.#give(answer.locator('[data-given]'), text);
    }
    await this.look();
  }

  /** From the form to the signed file; the key of the journey is made at the first. */
  async sign(): Promise<HandedOut> {
    const { page, hands } = this;
    await hands.press(nextButton(page));
    const errors = errorSummary(page);
    await reviewHeading(page).or(errors).waitFor();
    if (await errors.isVisible()) throw new Error(await errors.innerText());
    await this.look();
    if (!this.#hasKey) {
      await hands.press(signButton(page));
      await makeKeyButton(page).waitFor();
      await this.look();
    }
    const last = this.#hasKey ? signButton(page) : makeKeyButton(page);
    this.#hasKey = true;
    const file = await catchDownload(page, () => hands.press(last));
    await this.look();
    return file;
  }

  async #give(control: Locator, text: string): Promise<void> {
    const isList = await control.evaluate((element) => element.localName === 'select');
    await (isList ? this.hands.pick(control, text) : this.hands.write(control, text));
  }
}

/** The signed files of one client, and what was typed for it. */
export interface ClientFiles {
  /** What else would tell of it: its kind of office, and what was typed for it but stands in none of its papers. */
  names: readonly string[];
  typed: Typed;
  /** What stands in each of its files: what was typed once for all of them. */
  inEach?: readonly string[];
  files: readonly HandedOut[];
}

/**
 * Holds that no file tells anything of another client, on its pages, in its data or besides. That the search would find it
 * is held by the same search: each text is found on the pages and in the data of what it was typed for.
 * @param own papers that go to nobody: no file of a client tells what stands in them, and they are not searched
 */
export async function expectApart(clients: readonly ClientFiles[], own: readonly ClientFiles[] = []): Promise<void> {
  const all = [...clients, ...own];
  const read = await Promise.all(
    all.map(async (client) => ({ ...client, told: await Promise.all(client.files.map(readWhole)) })),
  );
  for (const { typed, inEach = [], told } of read) {
    const words = textsOf(typed);
    expect(words.length).toBeGreaterThan(2);
    for (const key of ['printed', 'attached'] as const) {
      expect(findWords(told.map((one) => one[key]).join('\n'), words), key).toEqual(words);
      for (const one of told) expect(findWords(one[key], inEach), key).toEqual([...inEach]);
    }
  }
  for (const { told, files } of read.slice(0, clients.length)) {
    const others = all.filter((other) => other.files !== files);
    const words = others.flatMap(({ names, typed }) => [...names, ...textsOf(typed)]);
    for (const [index, one] of told.entries())
      expect(findWords(Object.values(one).join('\n'), words), files[index]?.name).toEqual([]);
  }
}

/** Holds that `npm run verify` ends with 0 for these files, and finds in each what kitei makes of its data. */
export async function expectAccepted(files: readonly HandedOut[]): Promise<void> {
  for (const verdict of await verifyAllOnCommandLine(files))
    expect(verdict).toMatchObject({ state: 'sound', match: { kind: 'equal' } });
}
