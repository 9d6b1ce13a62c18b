import { describe, expect, test } from 'vitest';
import { listPapers } from '../../src/core/papers/list-papers.ts';
import { listStaffPapers } from '../../src/core/papers/staff-papers.ts';
import { formsOf, listRecords } from '../../src/core/regulation/record-list.ts';
import { library } from './papers-fixture.ts';

const documents = listPapers(library);
const keysOf = (id: string, phase: string) =>
  documents
    .find((one) => one.id === id)
    ?.phases.find((one) => one.phase === phase)
    ?.papers.map(({ key }) => key) ?? [];

describe('listPapers', () => {
  test('has each record once in each of its phases, those of clients before the own', () => {
    const found = documents.flatMap(({ id, phases }) =>
      phases.flatMap(({ phase, papers }) => papers.map(({ key, record }) => [`${id}/${key}`, `${phase}-${record.id}`])),
    );
    const expected = listRecords(library).flatMap(({ id, phases }) => phases.map((phase) => `${phase}-${id}`));
    expect(found.map(([, one]) => one).toSorted()).toEqual(expected.toSorted());
    expect(new Set(found.map(([key]) => key)).size).toBe(found.length);
    expect(documents.map(({ isOurs }) => isOurs)).toEqual(documents.map((_, index) => index === documents.length - 1));
  });

  test('puts leave before what it is for, what is due at once before the rest, a mere mention last', () => {
    expect(keysOf('rodokyoku', 'end')).toEqual(['end-disposalPlan', 'end-disposalReport']);
    const start = keysOf('rodokyoku', 'start');
    expect(start[0]).toBe('start-riskReduction');
    expect(start.at(-1)).toBe('start-securityManagementPlan');
    const during = keysOf('nerima', 'during');
    expect(during.indexOf('during-removalApproval')).toBeLessThan(during.indexOf('during-removalRegister'));
    expect(during.indexOf('during-incidentReport')).toBeLessThan(during.indexOf('during-statusReport'));
  });

  test('leads to every form of its documents, to those that make no record as well', () => {
    const found = documents.flatMap(({ phases, others }) => [
      ...phases.flatMap(({ papers }) => papers.flatMap(({ record }) => record.forms.map(({ url }) => url))),
      ...others.map(({ url }) => url),
    ]);
    const listed = new Set(documents.map(({ id }) => id));
    const expected = library.forms.filter(({ handbook }) => handbook !== undefined && listed.has(handbook));
    expect(expected.length).toBeGreaterThan(50);
    expect([...new Set(found)].toSorted()).toEqual(expected.map((form) => `forms/${form.definition.id}/`).toSorted());
    const bureau = documents.find(({ id }) => id === 'rodokyoku');
    expect(bureau?.others.map(({ url }) => url)).toEqual(['forms/rodokyoku-structure-documents/']);
  });

  test('says by whom a paper is approved before one goes on', () => {
    const plan = documents
      .flatMap(({ phases }) => phases.flatMap(({ papers }) => papers))
      .find(({ record }) => record.id === 'rodokyoku:disposalPlan');
    expect(plan?.approvedFirst).toBe('労働局');
    expect(plan?.record.forms).toEqual([{ title: '作業実施計画書（別添1）', url: 'forms/rodokyoku-erasure-plan/' }]);
  });
});

describe('formsOf', () => {
  test('leads from every record that a form names to that form', () => {
    const named = library.forms.flatMap(({ records }) => records);
    expect(named.length).toBeGreaterThan(50);
    const records = new Map(listRecords(library).map((record) => [record.id, record]));
    for (const id of named) expect(records.get(id)?.forms, id).toEqual(formsOf(library, [id]));
    for (const id of named) expect(records.get(id)?.forms.length, id).toBeGreaterThan(0);
  });
});

describe('listStaffPapers', () => {
  test('has the rosters of a client, then what tells of the change', () => {
    const [nerima] = listStaffPapers(library).filter(({ id }) => id === 'nerima');
    expect(nerima?.rosters.map(({ url }) => url)).toEqual([
      'forms/nerima-manager-appointment/',
      'forms/nerima-worker-roster/',
    ]);
    expect(nerima?.changes.map(({ url }) => url)).toEqual(['forms/nerima-change-notice/']);
  });
});
