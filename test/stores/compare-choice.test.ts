import { describe, expect, test } from 'vitest';
import { type CompareChoiceOptions, createCompareChoice } from '../../src/stores/compare-choice.ts';
import { MemoryStorage } from './memory-storage.ts';

const known = ['nerima', 'rodokyoku', 'company'];
const key = 'kitei:/:compare';
const open = (storage: CompareChoiceOptions['storage']) => createCompareChoice({ known, storage, key });

describe('createCompareChoice', () => {
  test('keeps the choice in the order of the documents, and forgets it when it is empty', () => {
    const storage = new MemoryStorage();
    const first = open(() => storage);
    first.choose('rodokyoku', true);
    first.choose('nerima', true);
    expect(first.$chosen.get()).toEqual(['nerima', 'rodokyoku']);
    const second = open(() => storage);
    second.open('');
    expect(second.$chosen.get()).toEqual(['nerima', 'rodokyoku']);
    second.choose('nerima', false);
    second.choose('rodokyoku', false);
    expect(storage.getItem(key)).toBeNull();
  });

  test('believes the address before what it kept', () => {
    const storage = new MemoryStorage();
    storage.setItem(key, 'nerima');
    const choice = open(() => storage);
    choice.open('#copying&c=company');
    expect(choice.$chosen.get()).toEqual(['company']);
    expect(storage.getItem(key)).toBe('company');
  });

  test('leaves out what no document is called', () => {
    const storage = new MemoryStorage();
    storage.setItem(key, '{"nerima":1},rodokyoku');
    const choice = open(() => storage);
    choice.open('');
    expect(choice.$chosen.get()).toEqual(['rodokyoku']);
  });

  test('works without storage', () => {
    const choice = open(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    choice.open('');
    choice.choose('nerima', true);
    expect(choice.$chosen.get()).toEqual(['nerima']);
    choice.clear();
    expect(choice.$chosen.get()).toEqual([]);
  });
});
