import { describe, expect, test } from 'vitest';
import { mostContacts } from '../../../src/core/address-book/address-book.ts';
import { applyMerge } from '../../../src/core/address-book/apply-merge.ts';
import { planMerge } from '../../../src/core/address-book/merge.ts';
import { contact, fingerprint } from './fixture.ts';

const yoshino = contact();
const changed = contact({ note: '別の番号にかけた。' });
const second = contact({ fingerprint: fingerprint('b') });
const fresh = contact({ fingerprint: fingerprint('c'), company: '有限会社甲' });

describe('planMerge', () => {
  test.each([
    ['equal contacts are unchanged', [yoshino], { additions: [], unchanged: 1, conflicts: [] }],
    ['a new key of a new company is added', [fresh], { additions: [fresh], unchanged: 0, conflicts: [] }],
    [
      'other particulars of a known key are a conflict',
      [changed],
      { additions: [], unchanged: 0, conflicts: [{ incoming: changed, kind: 'same-key', existing: [yoshino] }] },
    ],
    [
      'another key of a known company is a conflict',
      [second],
      { additions: [], unchanged: 0, conflicts: [{ incoming: second, kind: 'same-company', existing: [yoshino] }] },
    ],
  ])('%s', (_, incoming, plan) => {
    expect(planMerge([yoshino], incoming)).toEqual(plan);
  });

  test('two keys of one company are both taken into a book that knows neither', () => {
    expect(planMerge([], [yoshino, second]).additions).toEqual([yoshino, second]);
  });
});

describe('applyMerge', () => {
  const plan = planMerge([yoshino], [changed, second, fresh]);

  test('without a choice nothing of the book changes', () => {
    expect(applyMerge([yoshino], plan, new Set())).toEqual([yoshino, fresh]);
  });

  test('a chosen conflict replaces the particulars, or adds the second key', () => {
    expect(applyMerge([yoshino], plan, new Set([changed.fingerprint, second.fingerprint]))).toEqual([
      changed,
      fresh,
      second,
    ]);
  });

  test('a merge that does not fit is refused as a whole', () => {
    const full = Array.from({ length: mostContacts }, (_, at) =>
      contact({ fingerprint: at.toString(16).padStart(64, '0'), company: `会社${at}` }),
    );
    expect(applyMerge(full, planMerge(full, [fresh]), new Set())).toBeUndefined();
    expect(applyMerge(full.slice(1), planMerge(full.slice(1), [fresh]), new Set())).toHaveLength(mostContacts);
  });
});
