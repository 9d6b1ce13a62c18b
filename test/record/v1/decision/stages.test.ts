import { expect, test } from 'vitest';
import { stageNameOf } from '../../../../src/record/v1/decision/stages.ts';

test('a decision’s own name of a stage goes before the usual one', () => {
  const decision = { stageNames: { before: 'まずすること' } };
  expect(stageNameOf(decision, 'before')).toBe('まずすること');
  expect(stageNameOf(decision, 'after')).toBe('終わったあとにすること');
  expect(stageNameOf({}, 'before')).toBe('先にすること');
});
