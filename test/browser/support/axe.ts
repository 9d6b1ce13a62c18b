import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 A and AA, and what axe knows beyond it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands: rule, element and advice, as a developer needs it to mend the fault. */
export async function findFaults(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(rules).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** By how many pixels the page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** How a page is looked at. */
export interface Look {
  colorScheme: 'light' | 'dark';
  width: number;
}

export const everyLook: readonly Look[] = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'dark', width: 1280 },
];

/** Each width and each scheme once. */
export const twoLooks: readonly Look[] = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
];

/**
 * Looks at the page as it stands, again and again.
 * @returns one line a fault, headed by the look it has it in; overflow to the side counts as one.
 */
export async function findFaultsInLooks(page: Page, looks: readonly Look[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const look = `${colorScheme} ${width}px`;
    const overflow = await overflowOf(page);
    if (overflow > 0) faults.push(`${look}: the page is ${overflow}px wider than the window`);
    faults.push(...(await findFaults(page)).map((fault) => `${look}: ${fault}`));
  }
  return faults;
}
