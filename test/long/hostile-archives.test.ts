import { expect, test } from 'vitest';
import { openHostile } from '../files/support/open-hostile.ts';

test('1,000 files built to harm: refused in words, bounded, and what is sound in them comes out', () => {
  expect(openHostile(100, 1_100)).toBeLessThan(5_000);
});
