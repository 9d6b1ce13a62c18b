import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** There once findFaults() has looked at the page. */
    axe?: typeof axe;
  }
}

/** WCAG 2.2 A and AA, and what axe knows beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const everyRule: RunOptions = { runOnly: { type: 'tag', values: tags } };
/** All rules of axe that read a colour. */
const colorRules: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * What axe finds on the page as it stands: rule, element and advice, as a developer needs it to mend the fault. It runs
 * in the page itself: the usual wrapper opens another page at each run and takes longer for that than for looking.
 */
export async function findFaults(page: Page, rules: RunOptions = everyRule): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('The page has a frame, which axe does not look into here.');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const result = await window.axe?.run(document, options);
      if (!result) throw new Error('axe is not in the page.');
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    { ...rules, resultTypes: ['violations'] } satisfies RunOptions,
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
 * Looks at the page as it stands, again and again. What a page is made of depends on its width, not on its colours: at
 * a width that was looked at before, only what has to do with colours is looked at.
 * @returns one line a fault, headed by the look it has it in; overflow to the side counts as one.
 */
export async function findFaultsInLooks(page: Page, looks: readonly Look[]): Promise<string[]> {
  const faults: string[] = [];
  const widths = new Set<number>();
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const look = `${colorScheme} ${width}px`;
    const overflow = await overflowOf(page);
    if (overflow > 0) faults.push(`${look}: the page is ${overflow}px wider than the window`);
    // The page hears of the other scheme a moment later.
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor({ state: 'attached' });
    const found = await findFaults(page, widths.has(width) ? colorRules : everyRule);
    faults.push(...found.map((fault) => `${look}: ${fault}`));
    widths.add(width);
  }
  return faults;
}
