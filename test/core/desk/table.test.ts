import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../src/core/address-book/address-book.ts';
import { countRows, filterRows, sortRows } from '../../../src/core/desk/pick-rows.ts';
import { meaningOfRefusal } from '../../../src/core/desk/reasons.ts';
import { listUnplaced } from '../../../src/core/desk/table.ts';
import type { Request } from '../../../src/record/v1/header/request.ts';
import { refusals } from '../../../src/signing/refusal-reasons.ts';
import {
  allDone,
  campaign,
  checked,
  company,
  deskOf,
  type Given,
  listFile,
  type Setting,
  type Signed,
  sound,
  tableOf,
} from './fixture.ts';

const mihon = company('c1', '株式会社見本');
const yoshino = company('c2', '株式会社𠮷野');
const file = (name: string, given: Given = {}, signed: Signed = {}, into?: string) =>
  checked(name, sound(listFile(given), signed), into);
const request: Request = {
  id: 'campaign-a',
  name: '令和8年度 委託先点検',
  dueOn: '2026-12-05',
  scope: '',
  contact: '',
};

/** `name kind reason,… next` of each row. */
function says(setting: Setting, contacts: readonly Contact[] = []): string[] {
  return tableOf(deskOf({ companies: [mihon], ...setting }), contacts).map(
    ({ name, kind, reasons, next }) => `${name} ${kind} ${reasons.join(',')} ${next}`,
  );
}

describe('toTable', () => {
  test('has a row for each company, the missing before what is done', () => {
    expect(says({ companies: [mihon, yoshino], files: [file('一')] })).toEqual([
      '株式会社𠮷野 missing  remind',
      '株式会社見本 done  acknowledge',
    ]);
  });

  test('waits for what is not due yet, the last day included', () => {
    const desk = deskOf({ companies: [mihon] });
    expect(['2026-12-05', '2026-12-06'].map((day) => tableOf(desk, [], day)[0]?.next)).toEqual(['wait', 'remind']);
  });

  test('counts ○ × 対象外 未回答 of the file that counts, and says the day in Japan', () => {
    const statuses = {
      manager: {},
      rules: { status: 'partial' as const, dueOn: '2026-12-01' },
      training: { status: 'notApplicable' as const },
    };
    const [row] = tableOf(
      deskOf({ companies: [mihon], files: [file('一', { statuses }, { at: '2026-12-05T20:00:00.000Z' })] }),
    );
    expect(row).toMatchObject({ kind: 'remedy', next: 'ask-remedy', submittedOn: '2026-12-06', reasons: ['late'] });
    expect(row?.counts).toMatchObject({ circles: 1, crosses: 1, notApplicable: 1, unanswered: 1 });
  });

  test('takes the newest that can be accepted; what cannot be is beside it', () => {
    const files = [
      file('古い', { statuses: { manager: {} } }, { at: '2026-11-18T00:00:00.000Z' }),
      file('よい', {}, { at: '2026-11-20T00:00:00.000Z' }),
      file('矛盾', {}, { at: '2026-11-22T00:00:00.000Z', change: { match: 'differs' } }),
    ];
    const [row, ...more] = tableOf(deskOf({ companies: [mihon], files }));
    expect([row?.shown?.name, row?.others.map(({ name }) => name).sort(), more]).toEqual([
      'よい.pdf',
      ['古い.pdf', '矛盾.pdf'],
      [],
    ]);
  });

  test('a decision, a form or another list is never taken for a version of the list', () => {
    const files = [
      file('回答', {}, { at: '2026-11-18T00:00:00.000Z' }),
      file('別の様式', { list: { id: 'other-list' } }),
    ];
    const [row] = tableOf(deskOf({ companies: [mihon], files }));
    expect([row?.shown?.name, row?.kind]).toEqual(['回答.pdf', 'done']);
    expect(says({ files: [file('別の様式', { list: { id: 'other-list' } })] })).toEqual([
      '株式会社見本 refused other-list ask-list',
    ]);
  });

  test('a list that is answered by each person has a row for each of them', () => {
    const list = { each: 'checker' };
    const files = [
      file('一', { list, checker: '一郎' }),
      file('二', { list, checker: '次郎' }),
      file('三', { list, checker: '次郎' }, { at: '2026-11-25T00:00:00.000Z' }),
    ];
    const rows = tableOf(deskOf({ companies: [mihon], files }));
    expect(rows.map(({ shown, others }) => [shown?.checker, others.length]).sort()).toEqual([
      ['一郎', 0],
      ['次郎', 1],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  test.each<[string, Setting, string]>([
    ['nothing is answered', { files: [file('一', { statuses: {} })] }, '株式会社見本 refused no-answers ask-again'],
    [
      'other words under one version',
      { files: [file('一', {}, { change: { form: 'altered' } })] },
      '株式会社見本 refused altered ask-again',
    ],
    [
      'an older version',
      { files: [file('一', { list: { version: 1 } })] },
      '株式会社見本 look older-version see-version',
    ],
    [
      'a newer version',
      { files: [file('一', { list: { version: 3 } })] },
      '株式会社見本 look newer-version see-version',
    ],
    [
      'what was not compared',
      { files: [file('一', {}, { change: { match: 'not-loaded' } })] },
      '株式会社見本 look not-compared check-again',
    ],
    [
      'what was signed before the campaign',
      { files: [file('一', {}, { at: '2026-10-20T00:00:00.000Z' })] },
      '株式会社見本 look signed-before see-date',
    ],
    [
      'who followed the invitation, whatever the clock shows',
      { files: [file('一', { request }, { at: '2026-10-20T00:00:00.000Z' })] },
      '株式会社見本 done  acknowledge',
    ],
    [
      'another invitation',
      { files: [file('一', { request: { ...request, id: 'of-nobody' } })] },
      '株式会社見本 look other-request see-date',
    ],
    [
      'the same time twice with other answers',
      { files: [file('一'), file('二', { statuses: { ...allDone, rules: { status: 'notDone' } } })] },
      '株式会社見本 look tied choose',
    ],
    [
      'the same time twice with the same answers',
      { files: [file('一'), file('二')] },
      '株式会社見本 done  acknowledge',
    ],
    [
      'an answer on paper alone',
      { companies: [company('c1', '株式会社見本', { paperOn: '2026-12-01' })] },
      '株式会社見本 look on-paper enter-paper',
    ],
  ])('tells %s', (_, setting, expected) => {
    expect(says(setting)).toEqual([expected]);
  });

  test('an unsigned file cannot be received until a person says that it came with a seal', () => {
    const unsigned = checked('署名なし', { state: 'unsigned', file: listFile({}), form: 'current', grades: {} });
    expect(says({ files: [unsigned] })).toEqual(['株式会社見本 refused unsigned ask-unsigned']);
    expect(says({ files: [unsigned], said: { 署名なし: { 'sealed-on': '2026-12-02' } } })).toEqual([
      '株式会社見本 done sealed acknowledge',
    ]);
  });

  test('of a file that cannot be received it is asked first whose it is; then that company is asked again', () => {
    const changed = checked('一', { state: 'refused', reason: 'changed-after-signing', grades: {} });
    expect(says({ files: [changed] })).toEqual(['一.pdf refused changed say-sender', '株式会社見本 missing  remind']);
    expect(says({ files: [changed], said: { 一: { company: 'c1' } } })).toEqual([
      '株式会社見本 refused changed ask-again',
    ]);
  });

  test('what this site could not look into is no fault of the sender', () => {
    const newer = checked('新しい', { state: 'refused', reason: 'data-newer', grades: {} });
    expect(says({ companies: [], files: [newer] })).toEqual(['新しい.pdf look not-read check-again']);
  });

  test('knows what each refusal of the verifier means', () => {
    const unknown = Object.keys(refusals).filter((id) => meaningOfRefusal(id) === 'not-read');
    expect(unknown.sort()).toEqual(['data-newer', 'unreadable']);
    expect(meaningOfRefusal('constructor')).toBe('not-read');
  });
});

describe('another key', () => {
  const early = { at: '2026-11-10T00:00:00.000Z' };
  const contact: Contact = {
    fingerprint: 'b'.repeat(64),
    company: '㈱見本',
    person: '',
    method: 'telephone',
    checkedOn: '2026-12-01',
    checkedBy: '',
    note: '',
  };

  test('than that of the earlier file warns, also where the clock was set back', () => {
    for (const at of ['2026-11-25T00:00:00.000Z', '2026-11-05T00:00:00.000Z'])
      expect(says({ files: [file('一', {}, early), file('二', {}, { key: 'b', at })] })).toEqual([
        '株式会社見本 look other-key call',
      ]);
  });

  test('within one campaign warns on both rows of a list that is answered by each person', () => {
    const list = { each: 'checker' };
    const files = [file('一', { list, checker: '一郎' }, early), file('二', { list, checker: '次郎' }, { key: 'b' })];
    expect(says({ files })).toEqual(Array(2).fill('株式会社見本 look other-key call'));
  });

  test('than that of last year warns this year', () => {
    const last = campaign({ id: 'last', begunOn: '2025-11-01', closedOn: '2026-01-31' });
    const companies = [mihon, company('l1', '㈱見本', { campaign: 'last' })];
    const files = [
      file('去年', { request: { ...request, id: 'last' } }, { at: '2025-11-10T00:00:00.000Z' }),
      file('今年', {}, { key: 'b' }),
    ];
    expect(says({ campaigns: [campaign(), last], companies, files })).toEqual(['株式会社見本 look other-key call']);
    expect(says({ campaigns: [last, campaign()], companies, files })).toEqual(['㈱見本 done  acknowledge']);
  });

  test('does not warn where somebody has asked about it; one that the book knows otherwise does', () => {
    const files = [file('一', {}, early), file('二', {}, { key: 'b' })];
    expect(says({ files }, [contact])).toEqual(['株式会社見本 done  acknowledge']);
    expect(says({ files: [file('一', {}, early)] }, [contact])).toEqual(['株式会社見本 look book-differs call']);
  });
});

describe('a person’s word', () => {
  const unlisted = file('一', { company: '見本の別名' });

  test('gives a file to a company', () => {
    expect(says({ files: [unlisted] })).toEqual([
      '株式会社見本 missing  remind',
      '見本の別名 look unlisted say-company',
    ]);
    expect(says({ files: [unlisted], said: { 一: { company: 'c1' } } })).toEqual(['株式会社見本 done  acknowledge']);
  });

  test('settles what was to be looked at, until something else comes', () => {
    const desk = deskOf({ companies: [mihon], files: [file('一', {}, { at: '2026-10-20T00:00:00.000Z' })] });
    const verdict = {
      id: 'v',
      isStruck: false,
      conflicts: [],
      company: 'c1',
      result: 'pass' as const,
      reason: '',
      documentNumber: '',
      nextOn: '',
    };
    const kindAt = (at: string) => tableOf({ ...desk, verdicts: [{ ...verdict, at }] })[0]?.kind;
    expect([kindAt('2026-12-04T00:00:00.000Z'), kindAt('2026-12-02T00:00:00.000Z')]).toEqual(['done', 'look']);
  });
});

describe('placeReturns, by the table', () => {
  test.each<[string, Given, Signed, string]>([
    ['the company’s name, however it is spelt', { company: ' （株）見　本 ' }, {}, '株式会社見本 done  acknowledge'],
    [
      'the certificate, where the answers name nobody',
      { company: '' },
      { organization: '㈱見本' },
      '株式会社見本 done  acknowledge',
    ],
  ])('goes by %s', (_, given, signed, expected) => {
    expect(says({ files: [file('一', given, signed)] })).toEqual([expected]);
  });

  test('goes by the key of an earlier file where nothing names a company, and says so', () => {
    const files = [file('一', {}, { at: '2026-11-10T00:00:00.000Z' }), file('二', { company: '' })];
    expect(says({ files })).toEqual(['株式会社見本 look by-key say-company']);
  });

  test('suggests a company that has its legal form elsewhere, and never takes it for the same', () => {
    const rows = tableOf(deskOf({ companies: [mihon], files: [file('一', { company: '見本（株）' })] }));
    const row = rows.find(({ company: owner }) => !owner);
    expect([row?.name, row?.kind, row?.suggested]).toEqual(['見本（株）', 'look', ['c1']]);
  });

  test('never gives the file of one company to the one whose key signed it; that one is suggested', () => {
    const files = [file('一'), file('二', { company: '見本の下請' }, { organization: '株式会社見本' })];
    const rows = tableOf(deskOf({ companies: [mihon], files }));
    expect(rows.map(({ name, kind, suggested }) => [name, kind, suggested])).toEqual([
      ['見本の下請', 'look', ['c1']],
      ['株式会社見本', 'done', []],
    ]);
  });

  test('never guesses between two that are spelt the same', () => {
    const rows = tableOf(deskOf({ companies: [mihon, company('c3', '㈱見本')], files: [file('一')] }));
    expect(rows.map(({ kind, reasons }) => [kind, reasons])).toEqual([
      ['missing', []],
      ['missing', []],
      ['look', ['ambiguous']],
    ]);
    expect(rows[2]?.suggested).toEqual(['c1', 'c3']);
  });

  test('of two campaigns for one list the one that expects the company has the file; else nobody guesses', () => {
    const two = [campaign(), campaign({ id: 'campaign-b' })];
    const companies = [mihon, company('b1', '株式会社𠮷野', { campaign: 'campaign-b' })];
    const placed = (setting: Setting) =>
      listUnplaced(deskOf({ campaigns: two, companies, ...setting })).map(({ name }) => name);
    expect(
      placed({ files: [file('一', {}, {}, 'campaign-b'), file('二', { company: '株式会社𠮷野' }, {}, '')] }),
    ).toEqual([]);
    expect(placed({ files: [file('三', { company: 'どこか' }, {}, '')] })).toEqual(['三.pdf']);
    expect(
      placed({ files: [file('三', { company: 'どこか' }, {}, '')], said: { 三: { campaign: 'campaign-a' } } }),
    ).toEqual([]);
    expect(says({ campaigns: two, companies, files: [file('一', {}, {}, 'campaign-b')] })).toEqual([
      '株式会社見本 done  acknowledge',
    ]);
  });

  test('a struck company is none', () => {
    const struck = company('c1', '株式会社見本', { isStruck: true });
    expect(says({ companies: [struck], files: [file('一')] })).toEqual(['株式会社見本 look unlisted say-company']);
  });
});

describe('filterRows and sortRows', () => {
  const rows = tableOf(
    deskOf({
      companies: [mihon, yoshino, company('c3', '有限会社甲', { note: '電話で依頼' })],
      files: [
        file('一'),
        file(
          '二',
          { company: '㈱𠮷野', statuses: { ...allDone, rules: { status: 'notDone' } } },
          { at: '2026-11-25T00:00:00.000Z' },
        ),
      ],
    }),
  );
  const names = (some: typeof rows) => some.map(({ name }) => name);

  test('show what is pressed and searched for', () => {
    expect(countRows(rows)).toEqual({ refused: 0, missing: 1, look: 0, remedy: 1, done: 1 });
    expect(names(filterRows(rows, { kinds: ['missing', 'done'], search: '' }))).toEqual(['有限会社甲', '株式会社見本']);
    expect(names(filterRows(rows, { kinds: [], search: ' 電話　依頼 ' }))).toEqual(['有限会社甲']);
    expect(names(filterRows(rows, { kinds: [], search: '二.ＰＤＦ' }))).toEqual(['株式会社𠮷野']);
    expect(filterRows(rows, { kinds: ['done'], search: '甲' })).toEqual([]);
  });

  test('order by a column; what has no value stays last', () => {
    expect(names(sortRows(rows, 'submittedOn'))).toEqual(['株式会社見本', '株式会社𠮷野', '有限会社甲']);
    expect(names(sortRows(rows, 'submittedOn', true))).toEqual(['株式会社𠮷野', '株式会社見本', '有限会社甲']);
    expect(names(sortRows(rows, 'crosses', true))).toEqual(['株式会社𠮷野', '株式会社見本', '有限会社甲']);
    expect(names(sortRows(rows, 'kind'))).toEqual(names(rows));
  });
});
