import type { Locator, Page } from 'playwright-core';

/** Tab stops that are passed before giving up: more than any page between two places has. */
const mostStops = 300;

/**
 * Presses Tab until an element has the focus.
 * @throws Error if the keyboard does not reach it.
 */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  // Found once: a search by role and name at each of a hundred stops would take most of a journey's time.
  const element = await wanted.elementHandle();
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    if (await element?.evaluate((node) => node === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${wanted}.`);
}

/** Goes to a button or link and presses Enter. */
export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types, character by character. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Goes to a group of radio buttons and moves on with the arrow until the wanted one is chosen. */
export async function chooseByArrow(page: Page, group: Locator, wanted: Locator): Promise<void> {
  await tabTo(page, group.locator('input:checked'));
  const count = await group.getByRole('radio').count();
  for (let step = 0; step < count && !(await wanted.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
}
