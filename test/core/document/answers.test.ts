import { describe, expect, test } from 'vitest';
import { emptyDocument, findNumberFaults } from '../../../src/core/document/answers.ts';
import { contract } from './fixture.ts';

describe('findNumberFaults', () => {
  test.each([
    ['', 0],
    ['12', 0],
    ['　１０ ', 0],
    ['三', 1],
    ['0', 1],
    ['1000', 1],
    ['第5条', 1],
    ['1.5', 1],
  ])('「%s」 has %i', (typed, count) => {
    const faults = findNumberFaults(contract, { ...emptyDocument(contract), fields: { 'first-article': typed } });
    expect(faults.size).toBe(count);
    for (const words of faults.values()) expect(words).toMatch(/^最初の条は、1から999までの数字だけで書いてください/);
  });
});
