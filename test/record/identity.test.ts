import { describe, expect, test } from 'vitest';
import { findStanding } from '../../src/record/identity.ts';
import type { CheckItem, ChecklistDefinition } from '../../src/record/v1/checklist/definition.ts';
import { identify as identifyTool } from '../support/record.ts';
import { definition } from './v1/checklist/fixture.ts';

const identify = (list: ChecklistDefinition) => identifyTool('checklist', list);

/** The list with its first item changed. */
function withItem(change: Partial<CheckItem>): ChecklistDefinition {
  const [first, ...others] = definition.sections;
  const [item, ...items] = first?.items ?? [];
  if (!first || !item) throw new Error('The fixture is empty.');
  return { ...definition, sections: [{ ...first, items: [{ ...item, ...change }, ...items] }, ...others] };
}

const basis = definition.sections[0]?.items[0]?.basis ?? [];

describe('findStanding', () => {
  test.each([
    ['current', 'the same list', definition],
    [
      'current',
      'one whose citations lead to another address',
      withItem({ basis: basis.map((one) => ({ ...one, href: '/kitei/09/' })) }),
    ],
    ['reworded', 'other guidance', withItem({ guidance: '口頭でもよい。' })],
    ['reworded', 'another notice', { ...definition, notice: '正文です。' }],
    ['reworded', 'another label of a citation', withItem({ basis: basis.map((one) => ({ ...one, label: '規程 1' })) })],
    ['altered', 'another text of an item', withItem({ text: '責任者を決めていない' })],
    ['altered', 'another number', withItem({ number: 3 })],
    ['altered', 'another title', { ...definition, title: '別のリスト' }],
    ['altered', 'sections in another order', { ...definition, sections: definition.sections.toReversed() }],
    ['older', 'an earlier version', { ...definition, version: 1 }],
    ['newer', 'a later version', { ...definition, version: 3 }],
    ['unknown', 'another list', { ...definition, id: 'other' }],
  ])('%s: %s', (standing, _, list) => {
    expect(findStanding(identify(list), [identify({ ...definition, id: 'beside' }), identify(definition)])).toBe(
      standing,
    );
  });
});
