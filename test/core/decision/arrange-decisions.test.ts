import { describe, expect, test } from 'vitest';
import { arrangeDecisions } from '../../../src/core/decision/arrange-decisions.ts';
import { shareLibrary } from '../../support/share-library.ts';

const { decisions } = await shareLibrary('content');

describe('arrangeDecisions', () => {
  test('puts what is for the bad day first, and each decision in one place', () => {
    const groups = arrangeDecisions({ decisions });
    expect(groups[0]).toMatchObject({ id: 'urgent', decisions: [{ definition: { id: 'incident' } }] });
    const ids = groups.flatMap((group) => group.decisions.map(({ definition }) => definition.id));
    expect(ids.toSorted()).toEqual(decisions.map(({ definition }) => definition.id).toSorted());
  });

  test('puts what names no group behind, under a heading of its own', () => {
    const [first, ...others] = decisions.filter(({ isUrgent }) => !isUrgent);
    if (!first) throw new Error('There is no decision.');
    const { group: _, ...without } = first;
    expect(arrangeDecisions({ decisions: [without, ...others] }).at(-1)).toEqual({
      id: 'other',
      title: 'そのほかの判断',
      decisions: [without],
    });
  });

  test('every decision of the shipped content says its group', () => {
    expect(arrangeDecisions({ decisions }).map(({ id }) => id)).not.toContain('other');
  });
});
