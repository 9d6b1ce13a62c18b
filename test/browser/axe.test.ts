import { describe, expect, test } from 'vitest';
import { findFaultsInEveryLook } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { listPages } from './support/site-folder.ts';

const harness = useHarness();
const pages = await listPages();

describe('pages as they open', () => {
  test.each(pages)(
    '%s has no fault that axe can find and fits its window, in light and dark, narrow and wide',
    async (path) => {
      const { page } = await harness.visit(path);
      expect(await findFaultsInEveryLook(page)).toEqual([]);
    },
  );
});
