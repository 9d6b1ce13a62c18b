import { describe, expect, test } from 'vitest';
import type { Known } from '../../src/core/form/take-over.ts';
import { fillJobPaper, knownOf } from '../../src/core/papers/fill-job-paper.ts';
import { emptyJob, isJobTyped, readJob } from '../../src/core/papers/job-answers.ts';
import { factsOf, offeredFor } from '../../src/core/papers/job-forms.ts';
import { jobs } from '../../src/core/papers/jobs.ts';
import { findOtherNames } from '../../src/core/papers/other-names.ts';
import { fieldsOf, tablesOf } from '../../src/record/v1/form/given.ts';
import { readFormAnswers } from '../../src/record/v1/form/read-answers.ts';
import { clientOf, endClients, ended, formOf, incidentClients, jobOf, library } from './papers-fixture.ts';

const [end, incident] = [jobOf('end'), jobOf('incident')];
const nerima = clientOf(endClients, 'nerima');
const rodokyoku = clientOf(endClients, 'rodokyoku');

describe('listJobForms', () => {
  test('gives each client its own papers of the end, the plan before the report, and by whom it is approved', () => {
    const found = endClients.map(({ id, forms }) => [id, ...forms.map((form) => form.id).toSorted()]);
    expect(found).toEqual([
      ['kojinjoho', 'kojinjoho-completion-report', 'kojinjoho-erasure-certificate'],
      ['nerima', 'nerima-disposal-certificate', 'nerima-disposal-register'],
      ['rodokyoku', 'rodokyoku-erasure-plan', 'rodokyoku-erasure-report'],
      ['company', 'company-disposal-register'],
    ]);
    expect(rodokyoku.forms.map(({ approvedBy, after, tick }) => ({ approvedBy, after, tick }))).toEqual([
      { approvedBy: '労働局', after: [], tick: 'end-disposalPlan' },
      { approvedBy: '', after: ['rodokyoku-erasure-plan'], tick: 'end-disposalReport' },
    ]);
  });

  test('gives each receiver of an incident a paper, and no paper that asks for something else', () => {
    const found = incidentClients.map(({ id, forms }) => [id, ...forms.map((form) => form.id)]);
    expect(found.map(([id]) => id).toSorted()).toEqual(['company', 'higashiosaka', 'kojinjoho', 'nerima', 'rodokyoku']);
    expect(found.flat()).not.toContain('company-mail-report');
    expect(found.flat()).toContain('higashiosaka-incident-report');
  });

  test.each(jobs)('asks in $id for nothing that no form has', (job) => {
    const clients = job.id === 'end' ? endClients : incidentClients;
    const ids = new Set(clients.flatMap(({ forms }) => forms.flatMap(({ fields }) => fields.map(({ id }) => id))));
    expect(job.facts.filter(({ id }) => !ids.has(id))).toEqual([]);
    const columns = new Set(
      clients.flatMap(({ forms }) =>
        forms.flatMap(({ tables }) => tables.flatMap((table) => table.columns.map(({ id }) => id))),
      ),
    );
    expect(job.table?.columns.filter(({ id }) => !columns.has(id)) ?? []).toEqual([]);
  });

  test('offers for a column what the forms of a client offer', () => {
    const method = { id: 'method', label: '', kind: 'one' } as const;
    expect(offeredFor(method, [rodokyoku])).toContain('消去（データ抹消ソフトウェア）');
    expect(offeredFor(method, [nerima])).not.toContain('消去（データ抹消ソフトウェア）');
  });
});

describe('a paper of the end of a contract', () => {
  const paperOf = (client: typeof nerima, id: string) => {
    const form = formOf(client, id);
    return fillJobPaper(form, 'c1', [knownOf(end, client, form, ended)]);
  };

  test('holds the rows of its client, by the columns that it has, and the head without a date', () => {
    const paper = paperOf(nerima, 'nerima-disposal-certificate');
    expect(paper.tables).toEqual({
      media: [{ id: 'm1', cells: { name: 'USB-1', method: '甲に返還', done: '2026-12-01 10:00' } }],
    });
    expect(paper.header).toEqual({
      company: '見本社',
      checker: '見本花子',
      checkedOn: '',
      recipient: '練馬区',
      business: '図書館の窓口',
    });
    expect(paperOf(rodokyoku, 'rodokyoku-erasure-plan')).toMatchObject({
      fields: { planned: '2026-11-30' },
      header: { recipient: '見本労働局', business: '就職の相談' },
      tables: { media: [{ id: 'm2', cells: { kind: '電磁的記録媒体', place: '端末', worker: '山田' } }] },
    });
  });

  test('holds nothing of another client, nor of what is nobody’s; the own record holds all rows', () => {
    const secrets: Record<string, RegExp> = {
      nerima: /HDD-2|FD-3|労働局|就職|山田/,
      rodokyoku: /USB-1|FD-3|練馬|図書館|利用者/,
      kojinjoho: /USB-1|HDD-2|FD-3|労働局|練馬|図書館|就職/,
    };
    for (const client of endClients) {
      for (const form of client.forms) {
        const text = JSON.stringify(fillJobPaper(form, 'c1', [knownOf(end, client, form, ended)]));
        const secret = secrets[client.id];
        if (secret) expect(text, form.id).not.toMatch(secret);
        else expect(text, form.id).toMatch(/USB-1.*HDD-2.*FD-3/);
      }
    }
  });

  test('leaves out what cannot be chosen there', () => {
    const form = formOf(rodokyoku, 'rodokyoku-erasure-plan');
    const given = { ...ended, rows: [{ id: 'm1', client: 'rodokyoku', cells: { kind: '石版', method: '埋める' } }] };
    expect(fillJobPaper(form, 'c1', [knownOf(end, rodokyoku, form, given)]).tables).toEqual({
      media: [{ id: 'm1', cells: { method: '埋める' } }],
    });
  });

  test('continues the paper before it: what stands there comes first, row by row', () => {
    const form = formOf(rodokyoku, 'rodokyoku-erasure-report');
    const plan = paperOf(rodokyoku, 'rodokyoku-erasure-plan');
    const changed: Known = {
      ...plan,
      header: { ...plan.header, checker: '作成二郎', checkedOn: '2026-11-01' },
      tables: {
        media: [
          { id: 'new', cells: { kind: '紙媒体' } },
          { id: 'm2', cells: { method: '裁断' } },
        ],
      },
    };
    const report = fillJobPaper(form, 'c2', [changed, knownOf(end, rodokyoku, form, ended)]);
    expect(report.header).toMatchObject({ checker: '作成二郎', checkedOn: '', recipient: '見本労働局' });
    expect(report.fields).toEqual({ finished: '2026-12-01' });
    expect(report.tables['media']?.map(({ id, cells }) => [id, cells['method'], cells['place']])).toEqual([
      ['new', undefined, undefined],
      ['m2', '裁断', '端末'],
    ]);
  });

  test('can be read by its own form', () => {
    for (const client of [...endClients, ...incidentClients]) {
      for (const form of client.forms) {
        const job = incidentClients.includes(client) ? incident : end;
        const paper = fillJobPaper(form, 'c1', [knownOf(job, client, form, ended)]);
        const entry = library.forms.find(({ definition }) => definition.id === form.id);
        expect(entry && readFormAnswers(JSON.parse(JSON.stringify(paper)), entry.definition)).toEqual({
          ok: true,
          answers: paper,
        });
        const fields = new Set(entry && fieldsOf(entry.definition).map(({ id }) => id));
        const tables = new Set(entry && tablesOf(entry.definition).map(({ id }) => id));
        expect(Object.keys(paper.fields).filter((id) => !fields.has(id))).toEqual([]);
        expect(Object.keys(paper.tables).filter((id) => !tables.has(id))).toEqual([]);
      }
    }
  });
});

describe('a paper of an incident', () => {
  const facts = Object.fromEntries(
    incident.facts.map(({ id, kind }) => [id, kind === 'moment' ? '2026-11-30 14:05' : `事実${id}`]),
  );
  const given = { ...emptyJob('incident'), facts };

  test('holds the fields that its form has and nothing else', () => {
    const city = clientOf(incidentClients, 'higashiosaka');
    const form = formOf(city, 'higashiosaka-incident-report');
    const paper = fillJobPaper(form, 'c1', [knownOf(incident, city, form, given)]);
    expect(Object.keys(paper.fields)).toEqual(['assets', 'count', 'where', 'situation']);
    expect(factsOf(incident, city, form).map(({ label }) => label)).toEqual([
      '情報資産の内容',
      '件数',
      '事故の発生場所',
      '発生状況',
    ]);
  });

  test('tells whom else one has told in the company’s own papers alone', () => {
    for (const client of incidentClients) {
      for (const form of client.forms) {
        const withTold = {
          ...form,
          fields: [...form.fields, { id: 'told', label: '知らせた相手', kind: 'text' as const }],
        };
        const paper = fillJobPaper(withTold, 'c1', [knownOf(incident, client, withTold, given)]);
        expect('told' in paper.fields, form.id).toBe(client.isOurs);
      }
    }
  });
});

describe('findOtherNames', () => {
  test.each([
    [['練 馬区の利用者の情報'], ['練馬区', '東大阪市'], ['練馬区']],
    [['区の情報'], ['区（名称の記載なし）'], []],
    [['見本労働局へ電話'], ['労働局', '見本労働局'], ['労働局', '見本労働局']],
    [[], ['練馬区'], []],
  ])('%j', (texts, names, found) => {
    expect(findOtherNames(texts, names)).toEqual(found);
  });
});

describe('readJob', () => {
  test('reads what was written', () => {
    expect(readJob(JSON.parse(JSON.stringify(ended)), 'end')).toEqual({ ok: true, value: ended });
    expect(isJobTyped(ended)).toBe(true);
    expect(isJobTyped(emptyJob('end'))).toBe(false);
  });

  test.each<[string, unknown, boolean]>([
    ['nothing', null, false],
    ['another job', { ...ended, job: 'incident' }, false],
    ['a newer one', { ...ended, format: 'kitei-job/2' }, true],
    ['a key too many', { ...ended, secret: 1 }, false],
    ['a row without an id', { ...ended, rows: [{ client: '', cells: {} }] }, false],
    ['a client that is no id', { ...ended, rows: [{ id: 'm1', client: '../x', cells: {} }] }, false],
    ['a day that is none', { ...ended, done: { plan: 'いつか' } }, false],
    ['a prototype', JSON.parse(`{"format":"kitei-job/1","job":"end","__proto__":{}}`), false],
  ])('refuses %s', (_, value, newer) => {
    expect(readJob(value, 'end')).toEqual({ ok: false, newer });
  });
});
