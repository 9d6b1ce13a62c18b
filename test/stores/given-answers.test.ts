import { expect, test } from 'vitest';
import { createChecklistStore } from '../../src/stores/checklist.ts';
import { given, kinds, kindsAnswered } from '../record/v1/checklist/kinds-fixture.ts';
import { MemoryStorage } from './memory-storage.ts';

function open(storage: MemoryStorage, list = kinds) {
  const now = () => new Date('2026-11-21T01:02:03Z');
  return createChecklistStore(list, { storage: () => storage, base: '/', now, newId: () => 'new-1' });
}

test('what is chosen or typed is saved as it stands, and found again after a reload', () => {
  const storage = new MemoryStorage();
  const store = open(storage);
  store.give('q-1-2', ['約10人']);
  store.give('q-2-2', ['紙', 'クラウド']);
  store.fillItem('q-2-2', 'note', '月に1度');
  const again = open(storage);
  expect(again.$answers.get().items).toEqual({
    'q-1-2': given('q-1-2', ['約10人']),
    'q-2-2': given('q-2-2', ['紙', 'クラウド'], { note: '月に1度' }),
  });
  expect(again.$counts.get()).toMatchObject({ othersAnswered: 2, unanswered: 5 });
});

test('an answer that rests on a changed clause asks again until it is given again; a new note alone does not do', () => {
  const storage = new MemoryStorage();
  open(storage).replace(kindsAnswered);
  const sections = kinds.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.clauses ? { ...item, clauses: 'fedcba9876543210' } : item)),
  }));
  const store = open(storage, { ...kinds, sections });
  expect(store.$stale.get().map(({ id }) => id)).toEqual(['q-2-2']);
  store.fillItem('q-2-2', 'note', '確かめた');
  expect(store.$stale.get()).toHaveLength(1);
  store.give('q-2-2', ['紙']);
  expect(store.$stale.get()).toEqual([]);
  expect(store.$answers.get().items['q-2-2']).toEqual(
    given('q-2-2', ['紙'], { note: '確かめた', clauses: 'fedcba9876543210' }),
  );
});

test('an item that asks for something else than it did keeps the note, and takes the new answer', () => {
  const storage = new MemoryStorage();
  open(storage).replace(kindsAnswered);
  const sections = kinds.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.id === 'q-1-1' ? { ...item, answer: { kind: 'text' as const }, meaning: '1111111111111111' } : item,
    ),
  }));
  const store = open(storage, { ...kinds, sections });
  expect(store.$stale.get().map(({ id }) => id)).toEqual(['q-1-1']);
  store.fillItem('q-1-1', 'dueOn', '2027-04-01');
  store.give('q-1-1', ['山田']);
  expect(store.$answers.get().items['q-1-1']).toEqual({
    given: ['山田'],
    evidence: '体制図',
    evidenceOn: '2025-11-01',
    evidenceUntil: '2026-10-31',
    note: '総会で決める',
    meaning: '1111111111111111',
  });
});
