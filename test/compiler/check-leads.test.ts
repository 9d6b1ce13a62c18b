import { describe, expect, test } from 'vitest';
import { checkLeads } from '../../src/compiler/check-leads.ts';
import { Faults } from '../../src/compiler/faults.ts';
import type { Lead } from '../../src/core/register/rules.ts';
import type { FormEntry } from '../../src/core/regulation/library.ts';
import { form, removalRules } from '../core/register/fixture.ts';

const entryOf = (id: string, leads: Lead[]): FormEntry => ({
  ...{
    definition: { ...form, id },
    group: 'register',
    records: [],
    from: [],
    asks: [],
    provisions: [],
    addressee: '',
    isYearly: false,
    begins: {},
  },
  register: {
    tables: { entries: { ...removalRules, leads } },
    keeps: { says: '定めはありません。', basis: [] },
    takes: [],
  },
});

/** What is at fault in leads, and which of them are left, in a site of two registers and no decision. */
async function check(...leads: Partial<Lead>[]) {
  const whole = leads.map((lead) => ({ text: '次へ', gives: {}, returns: [], ...lead }));
  const entry = entryOf('removals', whole);
  const faults = new Faults('content');
  const names = ['removals', 'other', 'switched-off'];
  await checkLeads({ forms: [entry, entryOf('other', [])], decisions: [] }, names, faults);
  const left = entry.register?.tables['entries']?.leads?.map(({ form, decision }) => form ?? decision);
  return { left, faults: faults.list().map(({ path }) => path) };
}

describe('checkLeads', () => {
  test('a list that is there, with columns of both, stays', async () => {
    expect(await check({ form: 'other', table: 'disposals', gives: { content: 'content' } })).toEqual({
      left: ['other'],
      faults: [],
    });
  });

  test('what is not in force is taken away, and is no fault', async () => {
    expect(await check({ form: 'switched-off', table: 'entries' }, { decision: 'confidentiality' })).toEqual({
      left: [],
      faults: [],
    });
  });

  test('what there is not, is told at its place', async () => {
    const { faults, left } = await check(
      { form: 'othr', table: 'entries' },
      { decision: 'confidentialty' },
      { form: 'other', table: 'entris' },
      { form: 'other', table: 'entries', gives: { contnt: 'content', use: 'us' } },
      {},
    );
    expect(left).toEqual(['other']);
    expect(faults).toEqual([
      'register.tables.entries.leads[0]',
      'register.tables.entries.leads[1]',
      'register.tables.entries.leads[2].table',
      'register.tables.entries.leads[3].gives.use',
      'register.tables.entries.leads[3].gives.contnt',
      'register.tables.entries.leads[4]',
    ]);
  });
});
