import { describe, expect, test } from 'vitest';
import { formatFragment, parseFragment } from '../../../src/core/crosswalk/choice.ts';

const known = ['higashiosaka', 'nerima', 'rodokyoku'];

describe('parseFragment', () => {
  test.each([
    ['', { anchor: '', chosen: undefined }],
    ['#copying', { anchor: 'copying', chosen: undefined }],
    ['#c=rodokyoku,nerima', { anchor: '', chosen: ['nerima', 'rodokyoku'] }],
    ['#copying&c=nerima', { anchor: 'copying', chosen: ['nerima'] }],
    // Unknown, doubled and hostile names are nobody's.
    ['#c=nerima,nerima,<b>,osaka', { anchor: '', chosen: ['nerima'] }],
    ['#c=', { anchor: '', chosen: [] }],
  ])('%s', (hash, expected) => {
    expect(parseFragment(hash, known)).toEqual(expected);
  });
});

describe('formatFragment', () => {
  test.each([
    [{ anchor: '', chosen: [] }, ''],
    [{ anchor: 'copying', chosen: [] }, '#copying'],
    [{ anchor: '', chosen: ['nerima', 'rodokyoku'] }, '#c=nerima,rodokyoku'],
    [{ anchor: 'copying', chosen: ['nerima'] }, '#copying&c=nerima'],
  ])('%j', (fragment, expected) => {
    expect(formatFragment(fragment)).toBe(expected);
    if (fragment.chosen.length > 0) expect(parseFragment(expected, known)).toEqual(fragment);
  });
});
