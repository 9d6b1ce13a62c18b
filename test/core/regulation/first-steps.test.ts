import { expect, test } from 'vitest';
import { readLibrary } from '../../../src/compiler/library.ts';
import { findFirstSteps, isUrgent } from '../../../src/core/regulation/first-steps.ts';
import type { Provision, Time } from '../../../src/core/regulation/provision.ts';

test.each<[Time['within'], boolean]>([
  ['immediately', true],
  ['promptly', true],
  ['PT30M', true],
  ['PT24H', true],
  ['PT72H', false],
  ['P1D', false],
  ['before', false],
  ['after', false],
  [undefined, false],
])('within %s: %s', (within, expected) => {
  expect(isUrgent({ within })).toBe(expected);
});

test('the first step of a document is the one that is due within minutes, though a later one says at once', async () => {
  const { handbooks, provisions } = await readLibrary('test/fixtures/content', '/');
  const of = (topics: string[], within: Time['within']) => (provision: Provision) => ({
    ...provision,
    topics,
    when: { text: '発見後', times: [{ text: '発見後', within }] },
  });
  const changed = new Map([...provisions].filter(([id]) => id.startsWith('nerima:')));
  const put = (id: string, change: (provision: Provision) => Provision) => {
    const provision = changed.get(id);
    if (!provision) throw new Error(`The fixture has no ${id}.`);
    changed.set(id, change(provision));
  };
  for (const id of changed.keys()) put(id, of([], undefined));
  const [first = '', second = '', third = '', fourth = ''] = changed.keys();
  put(first, of(['access'], 'immediately'));
  put(second, of(['incident', 'contract'], 'immediately'));
  put(third, of(['incident'], 'PT30M'));
  put(fourth, of(['incident'], 'immediately'));
  expect(findFirstSteps({ handbooks, provisions: changed }).map(({ url }) => url)).toEqual([changed.get(third)?.url]);
});
