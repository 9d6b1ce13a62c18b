import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../src/core/form/found-paper.ts';
import { plan, planned, pledge, pledged } from '../../record/v1/form/fixture.ts';

describe('readPaper', () => {
  test('tells a paper of this form from one that it begins with', () => {
    expect(readPaper(planned, plan, [pledge])).toMatchObject({ ok: true, answers: { isSame: true } });
    expect(readPaper(pledged, plan, [pledge])).toMatchObject({ ok: true, answers: { isSame: false } });
  });

  test('refuses other forms, other tools, and later versions of either', () => {
    const kindOf = (value: unknown) => {
      const reading = readPaper(value, plan, [pledge]);
      return reading.ok ? 'read' : reading.problem.kind;
    };
    expect(kindOf({ ...planned, form: 'stranger' })).toBe('other-list');
    expect(kindOf({ ...planned, kind: 'checklist' })).toBe('other-list');
    expect(kindOf({ ...pledged, version: 9 })).toBe('newer-version');
    expect(kindOf({ ...planned, fields: { count: 1 } })).toBe('damaged');
    expect(kindOf(undefined)).toBe('not-ours');
  });
});
