import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useHarness } from './support/harness.ts';
import { listPages } from './support/site-folder.ts';

const harness = useHarness();

/** WCAG 2.2 A and AA, and what axe knows beyond it. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const widths = [320, 1280];
const schemes = ['light', 'dark'] as const;
const pages = await listPages();

/** Rule, element and advice of each finding: what a developer needs to mend it. */
async function findFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** How many pixels the page is wider than the window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe.each(pages)('%s', (path) => {
  test.each(schemes.flatMap((scheme) => widths.map((width) => [scheme, width] as const)))(
    'has no fault that axe can find, %s at %i px, and fits',
    async (colorScheme, width) => {
      const { page } = await harness.visit(path, { colorScheme, viewport: { width, height: 900 } });
      expect(await findFaults(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    },
  );
});
