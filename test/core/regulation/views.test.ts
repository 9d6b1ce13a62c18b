import { describe, expect, test } from 'vitest';
import { toDutyData } from '../../../src/core/regulation/duty-data.ts';
import type { Library } from '../../../src/core/regulation/library.ts';
import type { Provision } from '../../../src/core/regulation/provision.ts';
import { beforehand, listRecords } from '../../../src/core/regulation/record-list.ts';
import { fitOnPage, listRoleSheets } from '../../../src/core/regulation/role-sheets.ts';
import { listSameWords } from '../../../src/core/regulation/same-words.ts';
import { groupsOf, listSchedule, onceAllowed, scheduleGroups } from '../../../src/core/regulation/schedule.ts';
import { shareLibrary } from '../../support/share-library.ts';

const library = await shareLibrary('test/fixtures/content');
const provisions = [...library.provisions.values()];

/** The library with fields of one provision as another source would have them. */
function withFields(id: string, fields: Partial<Provision>): Library {
  const changed = new Map(library.provisions);
  const provision = changed.get(id);
  if (!provision) throw new Error(`The fixture has no ${id}.`);
  changed.set(id, { ...provision, ...fields });
  return { ...library, provisions: changed };
}

describe('listRoleSheets', () => {
  const documents = listRoleSheets(library);

  test('puts each provision under each of its actors, and nowhere else', () => {
    const found = documents.flatMap(({ sheets }) =>
      sheets.flatMap(({ id, duties }) => duties.map((d) => `${id} ${d.id}`)),
    );
    const expected = provisions.flatMap(({ id, handbook, actors }) =>
      actors.map((role) => `${handbook}:${role} ${id}`),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('puts what needs leave under the role that gives it, as something to decide', () => {
    const asked = withFields('higashiosaka:3-n13', { approvers: ['cityManager', 'city'] });
    const city = listRoleSheets(asked).find(({ handbook }) => handbook.id === 'higashiosaka');
    const sheets = new Map(city?.sheets.map((sheet) => [sheet.role, sheet]));
    const before = documents.flatMap(({ sheets }) => sheets).find(({ id }) => id === 'higashiosaka:cityManager');
    const manager = sheets.get('cityManager');
    expect(manager?.approvals).toMatchObject([
      {
        id: 'higashiosaka:3-n13',
        who: [{ id: 'higashiosaka:bringInApplicant', name: '持込み希望者' }],
        approvers: [{ name: '管理者' }, { name: '東大阪市' }],
      },
    ]);
    expect(manager?.duties).toEqual(before?.duties);
    expect(manager?.count).toBe((before?.duties.length ?? 0) + 1);
    expect(sheets.get('city')?.approvals.map(({ id }) => id)).toEqual(['higashiosaka:3-n13']);
    expect(sheets.get('bringInApplicant')?.approvals).toEqual([]);
  });

  test('counts a provision once where a role both acts and gives leave', () => {
    const asked = withFields('higashiosaka:3-n8', { approvers: ['cityManager'] });
    const sheets = listRoleSheets(asked).flatMap(({ sheets }) => sheets);
    const manager = sheets.find(({ id }) => id === 'higashiosaka:cityManager');
    expect(manager?.approvals).toHaveLength(1);
    expect(manager?.count).toBe(manager?.duties.length);
  });

  test('hands the sheet of a person what it approves, and the names of who asks', () => {
    const asked = withFields('higashiosaka:3-n13', { approvers: ['cityManager'] });
    const city = listRoleSheets(asked).find(({ handbook }) => handbook.id === 'higashiosaka');
    const data = city && toDutyData(city, '/base/');
    expect(data?.duties.find(({ href }) => href === '/base/higashiosaka/#3-n13')).toMatchObject({
      who: ['higashiosaka:bringInApplicant'],
      approvers: ['higashiosaka:cityManager'],
    });
    expect(data?.roles['higashiosaka:bringInApplicant']).toBe('持込み希望者');
  });

  test('keeps roles of the same name in different documents apart', () => {
    const contractors = documents.flatMap(({ sheets }) => sheets.filter(({ name }) => name === '受託者'));
    expect(contractors.map(({ id }) => id)).toEqual([
      'higashiosaka:contractor',
      'kojinjoho:contractor',
      'nerima:contractor',
    ]);
    expect(new Set(contractors.map(({ meaning }) => meaning)).size).toBe(3);
  });

  test('shows side by side the words that name people in several documents', () => {
    const words = new Map(listSameWords(documents).map(({ word, rows }) => [word, rows.map(({ sheet }) => sheet.id)]));
    expect(words.get('従事者')).toEqual(['higashiosaka:operationsWorker', 'nerima:worker']);
    expect(words.get('責任者')).toEqual(expect.arrayContaining(['nerima:manager', 'rodokyoku:informationManager']));
  });
});

describe('fitOnPage', () => {
  const measure = (n: number) => n;
  test.each([
    [[3, 9, 2, 8], 10, [3, 2], [9, 8]],
    [[3, 9, 2, 8], 13, [3, 2, 8], [9]],
    [[3, 9], 12, [3, 9], []],
    [[20], 10, [], [20]],
    [[], 10, [], []],
  ])('%j within %i', (items, limit, together, apart) => {
    expect(fitOnPage(items, measure, limit)).toEqual({ together, apart });
  });
});

describe('listSchedule', () => {
  /** The groups in which a provision stands, with the words of its time there. */
  const groupsIn = (some: Library, id: string) => {
    const schedule = listSchedule(some);
    return scheduleGroups.flatMap((group) =>
      schedule[group].filter((duty) => duty.id === id).map(({ when }) => [group, when?.text]),
    );
  };

  test('holds each provision with a time, and no other', () => {
    const found = new Set(Object.values(listSchedule(library)).flatMap((duties) => duties.map(({ id }) => id)));
    expect([...found].toSorted()).toEqual(provisions.flatMap(({ id, when }) => (when ? id : [])).toSorted());
  });

  test.each([
    [{ text: '', within: 'immediately' }, ['immediately']],
    [{ text: '', within: 'PT30M' }, ['hours']],
    [{ text: '', within: 'PT72H' }, ['hours']],
    [{ text: '', within: 'P1D' }, ['nextDay']],
    [{ text: '', within: 'P10D' }, ['within']],
    [{ text: '', within: 'after' }, ['after']],
    [{ text: '', within: 'promptly', every: 'on-change' }, ['promptly', 'onChange']],
    [{ text: '', within: 'before', every: 'P1Y' }, ['before', 'yearly']],
    [{ text: '', every: 'P1Y' }, ['yearly']],
    [{ text: '', month: 'inspectionMonth' }, ['yearly']],
    [{ text: '', every: 'P6M' }, ['periodic']],
    [{ text: '', every: 'regularly' }, ['regularly']],
    [{ text: '' }, ['onEvent']],
  ] as const)('%j is %j', (time, groups) => {
    expect(groupsOf(time)).toEqual(groups);
  });

  test('shows each time of a provision in its group, in its own words', () => {
    const when = {
      text: '返却の前に承認、実施の後に提出',
      times: [
        { text: '返却の前に承認', within: 'before' as const },
        { text: '実施の後に提出', within: 'promptly' as const },
      ],
    };
    expect(groupsIn(withFields('rodokyoku:3-n3', { when }), 'rodokyoku:3-n3')).toEqual([
      ['promptly', '実施の後に提出'],
      ['before', '返却の前に承認'],
    ]);
  });

  test('puts what needs leave under what is done beforehand', () => {
    const approvers = ['laborBureau'];
    expect(groupsIn(withFields('rodokyoku:2-n2', { approvers }), 'rodokyoku:2-n2')).toEqual([['before', onceAllowed]]);
    expect(groupsIn(withFields('nerima:a16-i1-2', { approvers: ['ward'] }), 'nerima:a16-i1-2')).toEqual([
      ['before', '練馬区が必要と認めた場合'],
      ['onEvent', '練馬区が必要と認めた場合'],
    ]);
  });
});

describe('listRecords', () => {
  const records = new Map(listRecords(library).map((record) => [record.id, record]));

  test('holds each record once', () => {
    const all = Object.entries(library.records).flatMap(([handbook, entries]) =>
      Object.keys(entries).map((id) => `${handbook}:${id}`),
    );
    expect([...records.keys()].toSorted()).toEqual(all.toSorted());
  });

  test('says how long a record is kept in the three places where a source does', () => {
    const kept = [...records.values()].flatMap(({ id, kept }) => (kept ? [[id, kept.text, kept.source.url]] : []));
    expect(kept).toEqual([
      ['company:communicationLog', '3年間', 'company/07/#07-3-b3'],
      ['higashiosaka:areaWorkRecord', '3年度分', 'higashiosaka/#3-n7'],
      ['rodokyoku:incidentRecords', '事案対応終了時まで', 'rodokyoku/#4-n5'],
    ]);
  });

  test('tells who makes a record from who demands it', () => {
    const report = records.get('higashiosaka:operationsReport');
    expect([report?.by, report?.to?.text]).toEqual([['受託者'], '管理者']);
    expect(records.get('company:accountNondisclosureAgreement')?.approvedBy?.text).toBe(
      '代表取締役又は情報セキュリティ責任者',
    );
    expect(records.get('rodokyoku:disposalPlan')).toMatchObject({
      by: ['協議会'],
      to: { text: '労働局' },
      approvedBy: { text: '労働局', source: { url: 'rodokyoku/#3-n3' } },
      form: { text: '別添1', source: { url: 'rodokyoku/#b1-f1' } },
    });
  });

  test('counts nobody who approves among those who make a record', () => {
    const asked = withFields('higashiosaka:3-n13', { approvers: ['cityManager'] });
    const request = listRecords(asked).find(({ id }) => id === 'higashiosaka:bringInRequest');
    expect(request?.by).toEqual(['持込み希望者']);
  });

  test('takes from a provision with several times only those of the record', () => {
    const when = {
      text: '返却の前に承認、承認の後に実施、実施の後に提出',
      times: [
        { text: '返却の前に承認', of: 'disposalPlan' },
        { text: '承認の後に実施' },
        { text: '実施の後に提出', of: 'disposalReport' },
      ],
    };
    const found = new Map(
      listRecords(withFields('rodokyoku:3-n3', { when })).map((record) => [record.id, record.when]),
    );
    expect(found.get('rodokyoku:disposalPlan')).toEqual(['返却の前に承認']);
    expect(found.get('rodokyoku:disposalReport')).toEqual(['実施の後に提出']);
    expect(found.get('rodokyoku:disposalPlanAndReport')).toEqual(['承認の後に実施']);
  });

  test('says when a record may be left out, and nothing of who and when where the document only mentions it', () => {
    const entries = library.records['rodokyoku'] ?? {};
    const { disposalPlan, emergencyMeasures } = entries;
    if (!disposalPlan || !emergencyMeasures) throw new Error('The fixture has other records.');
    const changed = {
      ...entries,
      disposalPlan: { ...disposalPlan, except: ['rodokyoku:3-n4'] },
      emergencyMeasures: { ...emergencyMeasures, elsewhere: 'rodokyoku:1-3-n1' },
    };
    const found = listRecords({ ...library, records: { ...library.records, rodokyoku: changed } });
    expect(found.find(({ id }) => id === 'rodokyoku:disposalPlan')?.except).toEqual([
      {
        text: '相当する内容がほかの計画書に書かれている場合',
        source: { label: '3.(2)第2段落', url: 'rodokyoku/#3-n4' },
      },
    ]);
    expect(found.find(({ id }) => id === 'rodokyoku:emergencyMeasures')).toMatchObject({
      by: [],
      when: [],
      elsewhere: { url: 'rodokyoku/#1-3-n1' },
    });
  });

  test('says of what has to be asked for that it is asked beforehand', () => {
    const entries = library.records['rodokyoku'] ?? {};
    const { improvementPlan } = entries;
    if (!improvementPlan) throw new Error('The fixture has other records.');
    const changed = { ...entries, improvementPlan: { ...improvementPlan, kind: 'request' as const } };
    const found = listRecords({ ...library, records: { ...library.records, rodokyoku: changed } });
    expect(found.find(({ id }) => id === 'rodokyoku:improvementPlan')?.when).toEqual([
      beforehand,
      '履行が不十分と認められる場合、速やかに',
    ]);
  });

  test('leads from the check list’s record to the check list, and from no other', () => {
    const withList = [...records.values()].filter(({ checklist }) => checklist).map(({ id }) => id);
    expect(withList).toEqual(['company:contractorChecklist']);
  });
});
