import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Header } from '../../../src/record/v1/header/header.ts';
import {
  answerItems,
  checklistPath,
  fillHeader,
  type ItemPlan,
  plainHeader,
  readForm,
  toFormContent,
} from './checklist.ts';
import type { Harness, Visitor } from './harness.ts';

/** Typed before anything goes wrong. */
export const typed: readonly ItemPlan[] = [
  { status: 'done', texts: { evidence: '体制図' } },
  { status: 'notDone', texts: { note: '来年度に作る。' } },
];
/** The header as typed after the fault has come. */
export const later: Header = { ...plainHeader, checker: '見本次郎' };
export const nothing: Header = { company: '', checker: '', checkedOn: '', recipient: '', business: '' };

/** Opens the list and types `plainHeader` and `typed`. */
export async function openFilledList(harness: Harness): Promise<Visitor> {
  const visitor = await harness.visit(checklistPath);
  await fillHeader(visitor.page, plainHeader);
  await answerItems(visitor.page, typed);
  return visitor;
}

/** Holds that all that was typed stands in the form. */
export async function expectTyped(page: Page, header: Header = plainHeader, plans = typed): Promise<void> {
  // Following a link to another draft changes the address a moment before the form.
  await expect.poll(() => readForm(page)).toEqual(toFormContent(header, plans));
}

/** Tries to leave, stays when the browser asks, and holds that it asked. */
export async function expectStaysWhenLeaving(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => location.reload(), 0));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
}

/** What a draft's key begins with on the built site. */
export const prefix = 'kitei:/:checklist:contractor-security:';

/** Everything that localStorage holds. */
export function readStorage(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

/** Stores values as if they had been there before. */
export function store(page: Page, values: Record<string, string>): Promise<void> {
  return page.evaluate((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, values);
}

/** Fills localStorage to the last character. */
export function fillStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    let count = 0;
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 4)) {
      for (;;) {
        try {
          localStorage.setItem(`ballast-${count}`, 'x'.repeat(size));
          count += 1;
        } catch {
          break;
        }
      }
    }
  });
}

/** Throws out what fillStorage() put in. */
export function makeRoom(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('ballast-')) localStorage.removeItem(key);
  });
}

/** The drafts of the list, by what follows the prefix. */
export async function storedDrafts(page: Page): Promise<string[]> {
  const keys = Object.keys(await readStorage(page));
  return keys.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : [])).sort();
}

/** The notice of what stands in the way of saving; its first words name it. */
export const fault = (page: Page, words: string): Locator => page.locator('[data-fault]').filter({ hasText: words });

export const picker = (page: Page): Locator => page.getByRole('region', { name: 'この端末の下書き' });

/** The row of the picker with a name; the open draft's is among them. */
export const draftRow = (page: Page, name: string): Locator =>
  picker(page).getByRole('listitem').filter({ hasText: name });

export const sharedSwitch = (page: Page): Locator => page.getByRole('checkbox', { name: /^共用の端末/ });
