import { expect, test } from 'vitest';
import { createSharedDevice, type SwitchStorage } from '../../src/stores/shared-device.ts';

function memory(): SwitchStorage & Map<string, string> {
  const values = new Map<string, string>();
  return Object.assign(values, {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  });
}

test('the switch holds for the next page of the same site, until it is turned off', () => {
  const storage = memory();
  createSharedDevice(() => storage, '/rules/').set(true);
  expect(createSharedDevice(() => storage, '/rules/').isOn()).toBe(true);
  expect(createSharedDevice(() => storage, '/').isOn()).toBe(false);
  createSharedDevice(() => storage, '/rules/').set(false);
  expect(createSharedDevice(() => storage, '/rules/').isOn()).toBe(false);
  expect(storage.size).toBe(0);
});

test('where storage is blocked it holds for the page', () => {
  const device = createSharedDevice(() => {
    throw new DOMException('Blocked.', 'SecurityError');
  }, '/');
  expect(device.isOn()).toBe(false);
  device.set(true);
  expect(device.isOn()).toBe(true);
});
