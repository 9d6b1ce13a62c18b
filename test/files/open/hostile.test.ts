import { expect, test } from 'vitest';
import { openHostile } from '../support/open-hostile.ts';

test('100 files built to harm: refused in words, bounded, and what is sound in them comes out', () => {
  // The machine may be busy; the bombs would take minutes.
  expect(openHostile(0, 100)).toBeLessThan(5_000);
});
