import { expect, test } from 'vitest';
import { once, onceEach } from '../../src/search/once.ts';

test('each thing is loaded once, also while it is being loaded', async () => {
  let loads = 0;
  const load = onceEach(async (name: string) => `${name}${++loads}`);
  expect(await Promise.all([load('a'), load('a'), load('b')])).toEqual(['a1', 'a1', 'b2']);
  expect(await load('a')).toBe('a1');
});

test('a load that fails is tried again', async () => {
  let tries = 0;
  const load = once(async () => {
    if (++tries === 1) throw new Error('offline');
    return tries;
  });
  await expect(Promise.all([load(), load()])).rejects.toThrow('offline');
  expect(await load()).toBe(2);
  expect(await load()).toBe(2);
});
