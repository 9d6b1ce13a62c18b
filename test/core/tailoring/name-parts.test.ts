import { describe, expect, test } from 'vitest';
import { fromNameParts, toNameParts } from '../../../src/core/tailoring/name-parts.ts';

describe('toNameParts', () => {
  test.each([
    ['従業員', ['従業員'], []],
    ['', [''], []],
    ['{{choice:inspection}}責任者', ['', '責任者'], ['inspection']],
    ['当社{{choice:a}}と{{choice:b}}', ['当社', 'と', ''], ['a', 'b']],
  ])('%s, and back', (name, texts, choices) => {
    expect(toNameParts(name)).toEqual({ texts, choices });
    expect(fromNameParts({ texts, choices })).toBe(name);
  });

  test.each(['{{role:company}}の長', '{{blank:x}}', '{{choice', '責任者}}', '{{other:a}}'])('refuses %s', (name) => {
    expect(toNameParts(name)).toBeUndefined();
  });
});
