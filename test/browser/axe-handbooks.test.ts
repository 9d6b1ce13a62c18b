import { expect, test } from 'vitest';
import { findFaults, overflowOf } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { listPages, pageTypes } from './support/site-folder.ts';

// Types of pages are looked at from all sides in axe.test.ts; here what differs from page to page: their content.
const harness = useHarness();
const others = (await listPages()).filter((path) => !pageTypes.includes(path));

test.each(others)('%s has no fault that axe can find and fits a narrow window', async (path) => {
  const { page } = await harness.visit(path, { viewport: { width: 320, height: 900 } });
  expect(await overflowOf(page)).toBe(0);
  expect(await findFaults(page)).toEqual([]);
});
