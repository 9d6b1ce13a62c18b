import { describe, expect, test } from 'vitest';
import { judge, type Side } from '../../../src/core/regulation/judge-conflict.ts';

const sides: Side[] = [
  { handbook: 'ward', stance: 'forbids', rank: 2 },
  { handbook: 'city', stance: 'allows', rank: 1 },
  { handbook: 'bureau', stance: 'allows', rank: 1 },
  { handbook: 'company' },
];
const between = (...chosen: string[]) => judge({ isWords: false, sides }, (handbook) => chosen.includes(handbook));

describe('judge', () => {
  test.each([
    [['ward', 'city'], 'contradiction', ['ward']],
    [['ward', 'company'], 'difference', []],
    [['city', 'bureau'], 'difference', []],
    [['city', 'bureau', 'company'], 'difference', []],
    [['ward', 'city', 'bureau', 'company'], 'contradiction', ['ward']],
  ] as const)('between %j it is a %s, and %j ask for most', (chosen, kind, strictest) => {
    expect(between(...chosen)).toEqual({ isShown: true, kind, strictest });
  });

  test.each([[[]], [['ward']], [['ward', 'silent']]])('%j have nothing to differ from', (chosen) => {
    expect(between(...chosen)).toMatchObject({ isShown: false, kind: 'difference', strictest: [] });
  });

  test('leaves words words', () => {
    expect(judge({ isWords: true, sides }, () => true).kind).toBe('words');
  });

  test('names all that ask for most', () => {
    const equals: Side[] = [...sides, { handbook: 'state', rank: 2 }];
    expect(judge({ isWords: false, sides: equals }, () => true).strictest).toEqual(['ward', 'state']);
  });
});
