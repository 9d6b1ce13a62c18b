import { describe, expect, test } from 'vitest';
import { handOverMarks, marksKey, takeMarks } from '../../../src/ui/search/marks-handover.ts';

const base = '/kitei/';

describe('marks on their way from a result to its page', () => {
  test('the page they are for takes them, once', () => {
    const storage = sessionOf({});
    handOverMarks(base, { url: 'nerima/#a16-i2', words: ['暗号化', '複製', '暗号化'] }, storage);
    const address = { pathname: '/kitei/nerima/', hash: '#a16-i2' };
    expect(takeMarks(base, address, storage)).toEqual({ url: 'nerima/#a16-i2', words: ['暗号化', '複製'] });
    expect(takeMarks(base, address, storage)).toBeUndefined();
  });

  test('another page, and another place of the page, has none; and they are gone', () => {
    for (const address of [
      { pathname: '/kitei/', hash: '' },
      { pathname: '/kitei/nerima/', hash: '#a17' },
    ]) {
      const storage = sessionOf({});
      handOverMarks(base, { url: 'nerima/#a16-i2', words: ['暗号化'] }, storage);
      expect(takeMarks(base, address, storage)).toBeUndefined();
      expect(storage().getItem(marksKey(base))).toBeNull();
    }
  });

  test('an address that the browser has escaped is the same address', () => {
    const storage = sessionOf({});
    handOverMarks(base, { url: 'mihon/#別表', words: ['鍵'] }, storage);
    expect(takeMarks(base, { pathname: '/kitei/mihon/', hash: '#%E5%88%A5%E8%A1%A8' }, storage)?.words).toEqual(['鍵']);
  });

  test('a result without marks takes away those of the one before', () => {
    const storage = sessionOf({});
    handOverMarks(base, { url: 'nerima/#a1', words: ['鍵'] }, storage);
    handOverMarks(base, { url: 'nerima/#a1', words: [' '] }, storage);
    expect(storage().getItem(marksKey(base))).toBeNull();
  });

  test.each(['', '{', 'null', '{"url":1,"words":[]}', '{"url":"nerima/","words":[1]}', '{"url":"nerima/"}'])(
    'what is no text of ours is nothing: %s',
    (text) => {
      const storage = sessionOf({ [marksKey(base)]: text });
      expect(takeMarks(base, { pathname: '/kitei/nerima/', hash: '' }, storage)).toBeUndefined();
    },
  );

  test('a blocked storage stops nothing', () => {
    const storage = () => {
      throw new Error('blocked');
    };
    handOverMarks(base, { url: 'nerima/#a1', words: ['鍵'] }, storage);
    expect(takeMarks(base, { pathname: '/', hash: '' }, storage)).toBeUndefined();
  });
});

/** A storage over a plain map, as each site of a browser has one. */
function sessionOf(start: Record<string, string>) {
  const values = new Map(Object.entries(start));
  return () => ({
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  });
}
