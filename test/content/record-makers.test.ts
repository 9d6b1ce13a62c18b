import { describe, expect, test } from 'vitest';
import { listPapers } from '../../src/core/papers/list-papers.ts';
import { toDuty } from '../../src/core/regulation/duty.ts';
import { toDutyData } from '../../src/core/regulation/duty-data.ts';
import { formsAt, listRecords } from '../../src/core/regulation/record-list.ts';
import { listRoleSheets } from '../../src/core/regulation/role-sheets.ts';
import { arrangeSchedule } from '../../src/core/regulation/schedule.ts';
import { library } from './papers-fixture.ts';

/** From the forms' own words alone: which pages make a record. */
const makers = new Map<string, string[]>();
for (const { definition, records } of library.forms)
  for (const record of records) makers.set(record, [...(makers.get(record) ?? []), `forms/${definition.id}/`]);

/** What a row about this provision has to lead to. */
function wantedAt(id: string): string[] {
  const { handbook = '', deliverables = [] } = library.provisions.get(id) ?? {};
  return deliverables.flatMap((record) => makers.get(`${handbook}:${record}`) ?? []);
}

const made = [...library.provisions.values()].filter(({ id }) => wantedAt(id).length > 0);

test('many provisions ask for a record that a form makes', () => {
  expect(made.length).toBeGreaterThan(80);
});

describe('each row of a record that a form makes leads to the form', () => {
  test('on the page of its document', () => {
    for (const provision of made) {
      const urls = formsAt(library, provision).map(({ url }) => url);
      expect(urls, provision.id).toEqual(expect.arrayContaining(wantedAt(provision.id)));
      expect(new Set(urls).size, provision.id).toBe(urls.length);
    }
  });

  test('on the pages of roles, and on the sheet of a person', () => {
    const seen = new Set<string>();
    for (const document of listRoleSheets(library)) {
      const rows = document.sheets.flatMap(({ duties, approvals }) => [...duties, ...approvals]);
      for (const { id, forms } of rows) {
        expect(forms.map(({ url }) => url).toSorted(), id).toEqual([...new Set(wantedAt(id))].toSorted());
        if (forms.length > 0) seen.add(id);
      }
      const hrefs = new Map(rows.map(({ id, url }) => [`/base/${url}`, id]));
      for (const { href, forms } of toDutyData(document, '/base/').duties) {
        const wanted = wantedAt(hrefs.get(href) ?? '').map((url) => `/base/${url}`);
        expect(forms.map((form) => form.href).toSorted(), href).toEqual([...new Set(wanted)].toSorted());
      }
    }
    expect(seen.size).toBeGreaterThan(60);
  });

  test('by date', () => {
    for (const { groups } of arrangeSchedule(library).documents)
      for (const { id, forms } of Object.values(groups).flat())
        expect(forms.map(({ url }) => url).toSorted(), id).toEqual([...new Set(wantedAt(id))].toSorted());
  });

  test('among the records and among the papers', () => {
    for (const { id, forms } of listRecords(library))
      expect(forms.map(({ url }) => url).toSorted(), id).toEqual((makers.get(id) ?? []).toSorted());
    const papers = listPapers(library).flatMap(({ phases }) => phases.flatMap((phase) => phase.papers));
    for (const { record } of papers)
      expect(record.forms.map(({ url }) => url).toSorted(), record.id).toEqual(
        (makers.get(record.id) ?? []).toSorted(),
      );
  });
});

test('a provision is read as a duty with the forms that make its records', () => {
  const [provision] = made;
  if (!provision) throw new Error('No form makes a record.');
  expect(toDuty(library, provision).forms.length).toBeGreaterThan(0);
});
