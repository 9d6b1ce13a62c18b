import { expect, test } from 'vitest';
import { remember } from '../../src/compiler/remember.ts';

test('a text is worked on once, until others have been asked for since', () => {
  const worked: string[] = [];
  const lengthOf = remember(2, (text) => {
    worked.push(text);
    return text.length;
  });
  expect(['いち', 'に', 'いち', 'さん', 'いち', 'に'].map(lengthOf)).toEqual([2, 1, 2, 2, 2, 1]);
  expect(worked).toEqual(['いち', 'に', 'さん', 'に']);
});

test('what cannot be worked out fails each time', () => {
  const parse = remember(2, (text): unknown => JSON.parse(text));
  expect(() => parse('{')).toThrow(SyntaxError);
  expect(() => parse('{')).toThrow(SyntaxError);
  expect(parse('{}')).toBe(parse('{}'));
});
