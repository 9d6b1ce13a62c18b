import { expect, test } from 'vitest';
import { keepPlanChoices, readPlanChoices } from '../../src/stores/plan-choices.ts';
import { blockedStorage, MemoryStorage } from './memory-storage.ts';

const key = 'kitei:/:schedule';
const chosen = { 'company:01-2-p1': { every: 'P1Y', month: '4' }, 'nerima:a19-2': { every: '', month: '' } };

function place(storage: MemoryStorage) {
  return { storage: () => storage, base: '/' };
}

test('what was chosen is there the next time', () => {
  const storage = new MemoryStorage();
  expect(keepPlanChoices(place(storage), chosen)).toBe(true);
  expect(readPlanChoices(place(storage))).toEqual(chosen);
});

test.each([
  ['no JSON', '{'],
  ['a newer format', '{"format":"kitei-schedule/2","choices":{}}'],
  ['a key that is none', '{"format":"kitei-schedule/1","choices":{"__proto__":{"every":"","month":"1"}}}'],
  ['a month that is none', '{"format":"kitei-schedule/1","choices":{"nerima:a1":{"every":"P1Y","month":"13"}}}'],
])('%s is laid aside, and nothing is chosen', (_, text) => {
  const storage = new MemoryStorage();
  storage.setItem(key, text);
  expect(readPlanChoices(place(storage))).toEqual({});
  expect([storage.getItem(key), storage.getItem(`${key}:damaged`)]).toEqual([null, text]);
});

test('a browser that stores nothing says so', () => {
  const blocked = { storage: () => blockedStorage(), base: '/' };
  expect([readPlanChoices(blocked), keepPlanChoices(blocked, chosen)]).toEqual([{}, false]);
});
