import { describe, expect, test } from 'vitest';
import { arrangeChecklists, listChecklistsByDocument } from '../../src/core/checklist/arrange-lists.ts';
import { listRecords } from '../../src/core/regulation/record-list.ts';
import { itemsOf } from '../../src/record/v1/checklist/answer-set.ts';
import { findShipped, readUndecided } from './undecided.ts';

const library = await readUndecided();
const shipped = await findShipped(library);

/** `range('ipa5-06-4.4-b', 1, 3)`: b1, b2, b3. */
function range(prefix: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `${prefix}${first + at}`);
}

/**
 * The units of the sources that each list asks about, from the inventory of the sources' check lists, not from the lists.
 * `besides`: provisions that a list leads to without being made of them.
 */
const covered: Record<string, { handbook: string; units: string[]; besides?: string[] }> = {
  'contractor-system': {
    handbook: 'nerima',
    units: [
      'nerima-a16-i4',
      ...['a', 'b', 'c', 'd', 'e', 'f', 'f2', 'g', 'h', 'h2'].map((letter) => `nerima-a16-i4-${letter}`),
    ],
  },
  'lgwan-terminal': { handbook: 'higashiosaka', units: range('hosaka-4-n', 1, 5) },
  'city-contract-terms': {
    handbook: 'higashiosaka',
    units: ['hosaka-2-n2', 'hosaka-2-n3', ...range('hosaka-2-b', 1, 13)],
  },
  'cloud-service': {
    handbook: 'company',
    units: ['ipa5-07-7.5-p1', ...range('ipa5-07-7.5-b', 1, 9)],
    // Who evaluates and permits, what 重要度 is, and who permits a backup in the cloud.
    besides: ['company:07-4-p1', 'company:07-4-p2', 'company:03-1.1-p2', 'company:03-4.3-p1'],
  },
  'outsourcing-contract': {
    handbook: 'company',
    units: ['ipa5-09-3-p1', 'ipa5-09-3-p2', ...range('ipa5-09-3-b', 1, 7)],
  },
  'contractor-criteria': {
    handbook: 'company',
    units: ['ipa5-09-1-p1', 'ipa5-09-1-p2', ...range('ipa5-09-1-b', 1, 6)],
  },
  'desk-and-devices': {
    handbook: 'company',
    units: [
      ...['ipa5-06-2-p1', 'ipa5-06-3.1-p1', 'ipa5-06-3.2-p1', 'ipa5-05-3-p1'],
      ...range('ipa5-06-2-b', 1, 3),
      ...range('ipa5-06-3.1-b', 1, 3),
      ...range('ipa5-06-3.2-b', 1, 6),
      ...range('ipa5-05-3-b', 1, 8),
    ],
  },
  'sns-and-mail': {
    handbook: 'company',
    units: [...range('ipa5-06-4.3-b', 1, 4), ...range('ipa5-06-4.4-p', 1, 7), ...range('ipa5-06-4.4-b', 1, 13)],
    besides: ['company:06-4-p1'],
  },
  facilities: {
    handbook: 'company',
    units: [
      ...['ipa5-05-2-p1', 'ipa5-05-2-b1', 'ipa5-05-2-b2'],
      ...['ipa5-05-4-p1', 'ipa5-05-4-p2', 'ipa5-05-4-b1', 'ipa5-05-4-b2'],
    ],
    besides: ['company:05-scope'],
  },
  'contractor-visit': {
    handbook: 'company',
    units: [...range('ipa5-09-4-p', 1, 4), ...range('ipa5-09-4-b', 1, 3)],
    // What is looked at and asked about: the twenty items of the list that the contractor answers.
    besides: range('company:09-92-r', 2, 21),
  },
};

const lists = Object.entries(covered).filter(
  ([id, { handbook }]) => shipped.has(handbook) && library.checklists.some((list) => list.id === id),
);

describe.runIf(lists.length > 0)('the check lists', () => {
  test.each(lists)('%s asks about the units of its source, all and no other', (id, { units, besides = [] }) => {
    const list = library.checklists.find((one) => one.id === id);
    const cited = new Set([
      ...(library.checklistPlaces.get(id)?.basis ?? []),
      ...(list ? itemsOf(list) : []).flatMap((item) => item.basis.map(({ citation }) => citation)),
    ]);
    const own = [...cited].filter((citation) => !besides.includes(citation));
    const found = own.flatMap((citation) => library.provisions.get(citation)?.units ?? [`no provision ${citation}`]);
    expect([...new Set(found)].sort()).toEqual([...units].sort());
    expect(besides.filter((citation) => !cited.has(citation))).toEqual([]);
  });

  test('give every item a provision, and numbers that fit the narrow column of the paper', () => {
    const items = lists.flatMap(([id]) => library.checklists.filter((one) => one.id === id).flatMap(itemsOf));
    expect(items.filter(({ basis }) => basis.length === 0).map(({ id }) => id)).toEqual([]);
    expect(items.filter(({ number }) => [...String(number)].length > 3).map(({ number }) => number)).toEqual([]);
  });

  test('say whose words and choices are in them', () => {
    for (const [id] of lists) {
      expect(library.checklists.find((one) => one.id === id)?.notice).toMatch(
        /このサイトが(加え|選び|付け)|このリストで付け/,
      );
    }
  });

  test.each([
    ['higashiosaka:contractTerms', 'city-contract-terms'],
    ['company:outsourcingContract', 'outsourcing-contract'],
    ['company:contractorChecklist', 'contractor-security'],
  ])('the record %s leads to %s', (record, id) => {
    const found = listRecords(library).find((one) => one.id === record);
    if (found) expect(found.checklist?.url).toBe(`checklists/${id}/`);
  });
});

describe('the index of check lists', () => {
  test('has every list once by what it is for, and once by its document', () => {
    const ids = library.checklists.map(({ id }) => id).sort();
    for (const groups of [arrangeChecklists(library), listChecklistsByDocument(library)]) {
      expect(groups.flatMap(({ lists }) => lists.map(({ id }) => id)).sort()).toEqual(ids);
      expect(groups.filter(({ lists }) => lists.length === 0)).toEqual([]);
    }
  });

  test('puts a list that says nothing of itself last', () => {
    const [list] = library.checklists;
    if (!list) return;
    const own = { ...list, id: 'own-list' };
    const [group] = arrangeChecklists({ ...library, checklists: [own] });
    expect(group).toMatchObject({ id: 'other', lists: [{ id: 'own-list' }] });
    const [document] = listChecklistsByDocument({ ...library, checklists: [own] });
    expect(document?.id).toBe('none');
  });
});
