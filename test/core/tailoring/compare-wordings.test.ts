import { describe, expect, test } from 'vitest';
import { compareWordings, withChanges } from '../../../src/core/tailoring/compare-wordings.ts';
import type { Passage } from '../../../src/core/tailoring/items.ts';
import type { Wording } from '../../../src/core/tailoring/wording.ts';

const wording: Wording = {
  values: new Map([['choices.audit', 'only']]),
  roles: { employee: '従業員', officer: '{{choice:audit}}責任者' },
  blanks: { month: { path: 'months.month', printed: '○月', unit: '月' } },
  choices: { audit: { both: '監査・点検', only: '点検' }, byod: { allowed: '許可', forbidden: '禁止' } },
};
const passage = (label: string, rest: Partial<Passage>): Passage => ({
  label,
  url: `company/01/#${label}`,
  text: [],
  beside: [],
  conditions: [],
  ...rest,
});
const passages = [
  passage('p1', { text: [{ role: 'officer' }, 'が点検する。\n'], beside: [{ blank: 'month' }] }),
  passage('p2', { text: ['機器の決まり'], conditions: [{ choice: 'byod', is: 'allowed' }] }),
  passage('p3', { text: [{ role: 'employee' }] }),
];
const changesOf = (changes: Record<string, string>) =>
  compareWordings(passages, wording, withChanges(wording, new Map(Object.entries(changes)))).map(
    ({ label, before, after }) => [label, before, after],
  );

describe('compareWordings', () => {
  test.each<[Record<string, string>, unknown[]]>([
    [{}, []],
    [{ 'roles.employee': '社員' }, [['p3', '従業員', '社員']]],
    // A choice reaches the name of a role.
    [{ 'choices.audit': 'both' }, [['p1', '点検責任者が点検する。', '監査・点検責任者が点検する。']]],
    [{ 'choices.audit': '' }, [['p1', '点検責任者が点検する。', '監査・点検/点検責任者が点検する。']]],
    // Only the time beside the text changes.
    [{ 'months.month': '4' }, [['p1', '○月', '4月']]],
    [{ 'choices.byod': 'forbidden' }, [['p2', '機器の決まり', undefined]]],
    [{ 'choices.byod': 'allowed' }, []],
    // A role is never without a name.
    [{ 'roles.employee': '' }, []],
  ])('%j', (changes, expected) => {
    expect(changesOf(changes)).toEqual(expected);
  });
});
