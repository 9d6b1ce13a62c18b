import { describe, expect, test } from 'vitest';
import { Faults } from '../../src/compiler/faults.ts';
import { InForce } from '../../src/compiler/in-force/in-force.ts';
import { reduceForm } from '../../src/compiler/in-force/reduce-form.ts';
import { compileLibrary, readLibrary } from '../../src/compiler/library.ts';
import type { FormFile } from '../../src/core/form/file-schema.ts';
import { companyFiles } from '../support/company-folder.ts';
import { withContent } from '../support/content-folder.ts';

const form = `id: removal
version: 1
title: 持出しの届
lead: 持ち出す前に従事者が出します。
handbook: client
records: [client:removalRegister]
group: request
use: paper
layout: letter
heading: '{business}の持出しの届'
head:
  recipient: { label: 提出先, ending: 御中, name: 見本市 }
  business: 業務の名
parts:
  - kind: table
    id: media
    row: 媒体
    columns:
      - { id: name, label: 名前, width: 2 }
      - { id: kind, label: 種類, kind: one, options: [紙, USB], citations: [client:a1-i1] }
      - { id: count, label: 点数, kind: number, unit: 点 }
    examples:
      - [台帳, 紙, '1']
  - kind: fields
    id: when
    fields:
      - { id: removed-at, label: 日時, kind: moment, required: true, citations: [client:a1-i2] }
basis: [client:a1-i1]
asks: [持ち出す]
`;
const file = 'forms/removal.yaml';

/** The same form as a register, with a rule of its own. */
const toRegister = (text: string, rule: string) =>
  text
    .replace(
      'use: paper\n',
      `use: register\nregister: { tables: { media: { on: day, ${rule} } }, keeps: { says: なし } }\n`,
    )
    .replace('    examples:\n', '      - { id: day, label: 日, kind: date }\n    examples:\n')
    .replace("[台帳, 紙, '1']", "[台帳, 紙, '1', '']");

const read = (text = form) => withContent({}, (root) => readLibrary(root, '/base/'), { [file]: text });

/** What the compiler says of the form after a change, as `line at path: problem`. */
async function faultsOf(change: (text: string) => string, more: Record<string, string> = {}): Promise<string[]> {
  return withContent(
    {},
    async (root) => {
      const faults = new Faults(root);
      await compileLibrary('/', faults);
      return faults
        .list()
        .map(({ file, line, path, problem }) => `${file.replace(`${root}/`, '')}:${line} ${path}: ${problem}`);
    },
    { [file]: change(form), ...more },
  );
}

describe('a form in content/forms', () => {
  test('may be asked for first: the question and the addressee are in the words of the company', async () => {
    const gated = `${form.replace('name: 見本市', "name: '{{role:securityOfficer}}'")}gate:
  question: '{{role:securityOfficer}}に届けますか。'
  'yes': 届ける
  'no': 届けない
  says: '{{role:securityOfficer}}への届は要りません。'
  citations: [client:a1-i1]
`;
    const [entry] = (await read(gated)).forms;
    expect(entry).toMatchObject({
      addressee: '統括責任者',
      gate: {
        question: '統括責任者に届けますか。',
        yes: '届ける',
        no: '届けない',
        says: '統括責任者への届は要りません。',
        basis: [{ citation: 'client:a1-i1' }],
      },
    });
  });

  test('becomes a definition with what is left out in the file, and stands among the tools', async () => {
    const { forms, tools } = await read();
    const [entry] = forms;
    expect(entry).toMatchObject({
      handbook: 'client',
      group: 'request',
      records: ['client:removalRegister'],
      from: [],
      isYearly: false,
      begins: {},
      asks: ['持ち出す'],
      provisions: ['client:a1-i1'],
      addressee: '見本市',
    });
    const basis = [
      { citation: 'client:a1-i1', label: '特記事項 第1条の二第1号', href: expect.stringContaining('/base/client/') },
    ];
    expect(entry?.definition).toEqual({
      id: 'removal',
      version: 1,
      title: '持出しの届',
      lead: '持ち出す前に従事者が出します。',
      use: 'paper',
      layout: 'letter',
      heading: '{business}の持出しの届',
      head: {
        company: '会社名',
        checker: '作成者',
        checkedOn: '作成日',
        recipient: { label: '提出先', ending: '御中' },
        business: '業務の名',
      },
      body: [],
      parts: [
        {
          kind: 'table',
          id: 'media',
          title: '',
          row: '媒体',
          columns: [
            { id: 'name', label: '名前', help: '', kind: 'line', basis: [], share: 0.5 },
            { id: 'kind', label: '種類', help: '', kind: 'one', options: ['紙', 'USB'], basis, share: 0.25 },
            { id: 'count', label: '点数', help: '', kind: 'number', unit: '点', basis: [], share: 0.25 },
          ],
          blankRows: 10,
          examples: [['台帳', '紙', '1']],
          notes: [],
        },
        {
          kind: 'fields',
          id: 'when',
          title: '',
          fields: [
            {
              id: 'removed-at',
              label: '日時',
              help: '',
              kind: 'moment',
              required: true,
              basis: [expect.objectContaining({ citation: 'client:a1-i2' })],
            },
          ],
        },
      ],
      seal: [],
      basis,
    });
    expect(tools.find(({ kind }) => kind === 'form')?.asked.template.id).toBe('removal');
  });

  test('is yearly where it asks for the year, or says so; begins with rows of the company’s names', async () => {
    const asked = await read(form.replace('id: removed-at', 'id: fiscal-year'));
    expect(asked.forms[0]?.isYearly).toBe(true);
    const begins = "begins: { media: [{ name: '{{role:securityOfficer}}', kind: 紙 }, { name: '' }] }\n";
    expect(await faultsOf((text) => text + begins)).toEqual([expect.stringContaining('begins.media[1].name')]);
    const { forms } = await read(`${form}yearly: true\n${begins.replace("{ name: '' }", '{ kind: USB }')}`);
    expect(forms[0]?.isYearly).toBe(true);
    expect(forms[0]?.begins).toEqual({
      media: [
        { id: 'row-1', cells: { name: '統括責任者', kind: '紙' } },
        { id: 'row-2', cells: { kind: 'USB' } },
      ],
    });
    expect(Object.keys(forms[0]?.definition ?? {})).not.toEqual(expect.arrayContaining(['begins']));
  });

  test('has shares that add up to 1 whatever the widths', async () => {
    const { forms } = await read(
      form.replace('width: 2', 'width: 1.3').replace('label: 点数,', 'label: 点数, width: 0.7,'),
    );
    const [part] = forms[0]?.definition.parts ?? [];
    const shares = part?.kind === 'table' ? part.columns.map(({ share }) => share) : [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('says the company’s names of roles', async () => {
    const { forms } = await read(form.replace('label: 名前', "label: '{{role:securityOfficer}}の付けた名前'"));
    const [part] = forms[0]?.definition.parts ?? [];
    expect(part).toMatchObject({ columns: [{ label: '統括責任者の付けた名前' }, {}, {}] });
  });
});

describe('faults of a form, with their place', () => {
  test.each<[string, (text: string) => string, string]>([
    [
      'a name that is not its file’s',
      (text) => text.replace('id: removal', 'id: other'),
      'forms/removal.yaml:1 id: id「other」が、ファイルの名前と違います。',
    ],
    [
      'an unknown handbook',
      (text) => text.replace('handbook: client', 'handbook: cliemt').replace(/^records.*\n/m, ''),
      'forms/removal.yaml:5 handbook: 手引「cliemt」がありません。',
    ],
    [
      'an unknown record',
      (text) => text.replace(':removalRegister', ':removalRegistr'),
      'forms/removal.yaml:6 records[0]: 記録「removalRegistr」がありません。',
    ],
    [
      'another document’s record',
      (text) => text.replace('client:removalRegister', 'company:removalRegister'),
      'forms/removal.yaml:6 records[0]: 記録「company:removalRegister」は、ほかの文書のものです。',
    ],
    [
      'an unknown provision',
      (text) => text.replace('basis: [client:a1-i1]', 'basis: [client:a9]'),
      'forms/removal.yaml:28 basis[0]: 引用先「client:a9」がありません。',
    ],
    [
      'an unknown form to take over from',
      (text) => `${text}from: [plan]\n`,
      'forms/removal.yaml:30 from[0]: 様式「plan」がありません。',
    ],
    [
      'options where a line is asked',
      (text) => text.replace('kind: one, ', ''),
      'forms/removal.yaml:20 parts[0].columns[1].options: kind が line の欄に options があります。',
    ],
    [
      'an example of two cells',
      (text) => text.replace("[台帳, 紙, '1']", '[台帳, 紙]'),
      'forms/removal.yaml:23 parts[0].examples[0]: 記入例の欄が 2、表の列が 3 で、合いません。',
    ],
    [
      'two columns of one id',
      (text) => text.replace('{ id: count', '{ id: name'),
      'forms/removal.yaml:21 parts[0].columns[2].id: id「name」が二度あります（初めは parts[0].columns[0]）。',
    ],
    [
      'each of no table',
      (text) => `${text}each: people\n`,
      'forms/removal.yaml:30 each: each の「people」という表はありません。',
    ],
    [
      'rows of no table',
      (text) => `${text}begins: { people: [{ name: 見本 }] }\n`,
      'forms/removal.yaml:30 begins.people: 「people」という表はありません。',
    ],
    [
      'a row with a column that the table has not',
      (text) => `${text}begins: { media: [{ nmae: 台帳 }] }\n`,
      'forms/removal.yaml:30 begins.media[0].nmae: 表「media」に「nmae」という列はありません。',
    ],
    [
      'an answer to a request that names no field',
      (text) =>
        `${text}replies: { title: t, number: removed-at, hash: removed-at, date: removed-at, result: removed-at }\n`,
      'forms/removal.yaml:30 replies.title: replies の「t」という欄はありません。',
    ],
    [
      'a business that nobody is asked',
      (text) => text.replace(/ {2}business.*\n/, ''),
      'forms/removal.yaml:11 head: {business}（業務名）がありますが、head が業務名をたずねていません。',
    ],
    [
      'a misspelt mark',
      (text) => text.replace("'{business}の", "'{bussiness}の"),
      'forms/removal.yaml:10 heading: 「{bussiness}」は、ここでは何にも置き換わりません。',
    ],
    [
      'a mark where nothing fills it in',
      (text) => text.replace('label: 日時', "label: '{business}の日時'"),
      'forms/removal.yaml:27 parts[1].fields[0].label: 「{business}」は、ここでは何にも置き換わりません。',
    ],
    [
      'an unknown role',
      (text) => text.replace('label: 日時', "label: '{{role:boss}}の日時'"),
      'forms/removal.yaml:27 parts[1].fields[0].label: 役割「boss」がありません。',
    ],
    [
      'a column that no list can be narrowed by',
      (text) => toRegister(text, 'filters: [kund]'),
      'forms/removal.yaml:9 register.tables.media.filters[0]: 列「kund」がありません。',
    ],
    [
      'a day by which something is due that is no column',
      (text) => toRegister(text, 'due: dya'),
      'forms/removal.yaml:9 register.tables.media.due: 列「dya」がありません。',
    ],
    [
      'a column that can say no reason',
      (text) => toRegister(text, 'reasons: { name: kind }'),
      'forms/removal.yaml:9 register.tables.media.reasons.name: 列「kind」は、根拠を書く列になりません。',
    ],
    [
      'a column that is its own reason',
      (text) => toRegister(text, 'reasons: { name: name }'),
      'forms/removal.yaml:9 register.tables.media.reasons.name: 列「name」は、根拠を書く列になりません。',
    ],
    [
      'what every reader of a file would refuse',
      (text) => text.replace('lead: 持', `lead: ${'長'.repeat(20_001)}持`),
      `forms/removal.yaml:4 lead: 署名したファイルを読む側が受け取れません。「${'長'.repeat(40)}…」は長すぎます。`,
    ],
  ])('%s', async (_, change, fault) => expect(await faultsOf(change)).toEqual([fault]));

  test('a list that there is not, for a table and a column that the form has not', async () => {
    const lists = '{ people: { list: a, cells: { name: b } }, media: { list: a, cells: { nmae: b } } }';
    expect((await faultsOf((text) => `${text}lists: ${lists}\n`)).sort()).toEqual([
      'forms/removal.yaml:30 lists.media.cells.nmae: 表「media」に「nmae」という列はありません。',
      'forms/removal.yaml:30 lists.media.list: 一覧「a」がありません。',
      'forms/removal.yaml:30 lists.people.list: 一覧「a」がありません。',
      'forms/removal.yaml:30 lists.people: 「people」という表はありません。',
    ]);
  });
});

describe('reduceForm', () => {
  const citing = (id: string, citations?: string[]) => ({ id, label: id, ...(citations && { citations }) });
  const whole = (change: Partial<FormFile> = {}): FormFile => ({
    id: 'whole',
    version: 1,
    title: 'x',
    lead: 'x',
    records: ['client:a', 'ward:b'],
    group: 'plan',
    use: 'paper',
    layout: 'sheet',
    heading: 'x',
    head: {},
    parts: [
      { kind: 'fields', id: 'gone', fields: [citing('a', ['ward:1'])] },
      {
        kind: 'table',
        id: 'table',
        row: 'x',
        columns: [citing('b', ['ward:1']), citing('c', ['ward:1', 'client:1']), citing('d')],
        examples: [['1', '2', '3']],
      },
    ],
    basis: ['ward:1', 'client:1'],
    ...change,
  });
  const off = new InForce(['ward']);

  test('takes out what only a document that is off asks for, with the cells of its examples', () => {
    const reduced = reduceForm(whole(), off);
    if ('reason' in reduced) throw new Error(reduced.reason);
    expect(reduced.form).toMatchObject({
      records: ['client:a'],
      basis: ['client:1'],
      parts: [{ id: 'table', columns: [{ id: 'c', citations: ['client:1'] }, { id: 'd' }], examples: [['2', '3']] }],
    });
    expect(reduced.without).toEqual(['ward']);
    expect(reduced.places.toFile('parts[0].columns[0].citations[0]')).toBe('parts[1].columns[1].citations[1]');
    expect(reduced.places.toFile('basis[0]')).toBe('basis[1]');
  });

  test('takes the cells and tables that are gone out of the rows with which it begins, and leaves a fault to be told', () => {
    const begins = { table: [{ b: '1', c: '2', x: '3' }], gone: [{ a: '4' }] };
    expect(reduceForm(whole({ begins }), off)).toMatchObject({
      form: { begins: { table: [{ c: '2', x: '3' }], gone: [{ a: '4' }] } },
    });
    const [fields] = whole().parts;
    const parts = [
      ...(fields ? [fields] : []),
      { kind: 'table' as const, id: 'table', row: 'x', columns: [citing('b', ['ward:1'])] },
      { kind: 'table' as const, id: 'left', row: 'x', columns: [citing('d')] },
    ];
    const reduced = reduceForm(whole({ begins: { table: [{ b: '1' }], left: [{ d: '2' }] }, parts }), off);
    expect(reduced).toMatchObject({ form: { begins: { left: [{ d: '2' }] } } });
    expect('form' in reduced && reduced.form.begins).not.toHaveProperty('table');
  });

  test('takes the columns that are gone out of the rules of a register', () => {
    const rules = { on: 'd', until: 'b', filters: ['b', 'c'], reasons: { b: 'd', c: 'b', d: 'c' } };
    const register = { tables: { table: rules }, keeps: { says: 'x' } };
    expect(reduceForm(whole({ register }), off)).toMatchObject({
      form: { register: { tables: { table: { on: 'd', filters: ['c'], reasons: { d: 'c' } } } } },
    });
    const gone = { ...register, tables: { table: { on: 'd', until: 'b', filters: ['b'], reasons: { c: 'b' } } } };
    const reduced = reduceForm(whole({ register: gone }), off);
    expect('form' in reduced && reduced.form.register?.tables).toEqual({ table: { on: 'd' } });
  });

  test('changes nothing of a form that rests on documents in force', () => {
    expect(reduceForm(whole(), new InForce())).toMatchObject({ form: whole(), without: [] });
  });

  test('keeps a form that asks nothing, e.g. a pledge of sentences alone', () => {
    const parts: FormFile['parts'] = [{ kind: 'text', id: 'text', lines: ['誓う。'] }];
    expect(reduceForm(whole({ parts }), off)).toHaveProperty('form');
  });

  test.each<[string, Partial<FormFile>, string]>([
    ['its handbook is off', { handbook: 'ward' }, '載せない文書（ward）の書類のためです。'],
    ['no basis is left', { basis: ['ward:1', 'ward:2'] }, '載せない文書（ward）に拠るためです。'],
    ['no field is left', { parts: whole().parts.slice(0, 1) }, '欄の全部が、載せない文書に拠るためです。'],
  ])('leaves it out where %s', (_, change, reason) => {
    expect(reduceForm(whole(change), off)).toEqual({ reason });
  });
});

test('a form takes over only from forms that are in force', () =>
  withContent(
    {},
    async (root) => {
      const { forms, leftOut, off } = await readLibrary(root, '/');
      expect(off).toEqual(['ward']);
      expect(forms.map(({ definition, from }) => [definition.id, from])).toEqual([['removal', []]]);
      expect(leftOut).toEqual([{ kind: 'form', id: 'plan', reason: '載せない文書（ward）の書類のためです。' }]);
    },
    {
      ...companyFiles,
      'organization.yaml': `${companyFiles['organization.yaml']}handbooks: [company, client]\n`,
      'roles.yaml': `${companyFiles['roles.yaml']}ward:\n  clerk: { name: 係, meaning: 担当者 }\n`,
      [file]: `${form}from: [plan]\n`,
      'forms/plan.yaml': form.replace('id: removal', 'id: plan').replace('handbook: client', 'handbook: ward'),
    },
  ));
