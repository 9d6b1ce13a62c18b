import { expect, test } from 'vitest';
import { bindingPlace, dropBinding, keepBinding, readBinding } from '../../src/stores/bound-file.ts';

// What it does where IndexedDB works is tried in the real browser: test/browser/register-bound.test.ts.
test('where IndexedDB is blocked, a binding holds for the page alone, and that is told', async () => {
  const place = bindingPlace(() => {
    throw new DOMException('blocked', 'SecurityError');
  }, '/');
  expect(await keepBinding(place, 'f', { handle: 'h', isKnown: true })).toBe(false);
  expect(await readBinding(place, 'f', (value) => typeof value === 'string')).toBeUndefined();
  await expect(dropBinding(place, 'f')).resolves.toBeUndefined();
});
