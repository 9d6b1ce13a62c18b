import { describe, expect, test } from 'vitest';
import { toSentForm } from '../../../../src/record/v1/form/answer-set.ts';
import type { FormDefinition, FormPart } from '../../../../src/record/v1/form/definition.ts';
import { FormDefinitionSchema } from '../../../../src/record/v1/form/definition-schema.ts';
import { fillForm } from '../../../../src/record/v1/form/fill.ts';
import { findCharacter } from '../../../../src/record/v1/form/find-character.ts';
import { findFormFlaws } from '../../../../src/record/v1/form/flaws.ts';
import { toIdentityParts } from '../../../../src/record/v1/form/identity.ts';
import { isFormBounded } from '../../../../src/record/v1/form/limits.ts';
import { column, field, plan, planned, pledge, pledged, row } from './fixture.ts';

const fields = (...some: ReturnType<typeof field>[]): FormPart => ({
  kind: 'fields',
  id: 'more',
  title: '',
  fields: some,
});
const [table, ...others] = plan.parts;
if (table?.kind !== 'table') throw new Error('The fixture has no table.');
const [first, ...rest] = table.columns;
const [basis] = plan.basis;
if (!first || !basis) throw new Error('The fixture has no column, or rests on nothing.');

describe('findFormFlaws', () => {
  test('finds none in the fixtures', () => expect([findFormFlaws(plan), findFormFlaws(pledge)]).toEqual([[], []]));

  test.each<[string, Partial<FormDefinition>, string]>([
    ['a field twice, in two parts', { parts: [...plan.parts, fields(field('remark', '別'))] }, 'parts[3].fields[0].id'],
    ['a part twice', { parts: [...plan.parts, { kind: 'text', id: 'media', lines: ['x'] }] }, 'parts[3].id'],
    [
      'a column twice',
      { parts: [{ ...table, columns: [...table.columns.slice(0, 2), column('kind', 'x', 0.3)] }] },
      'parts[0].columns[2].id',
    ],
    [
      'options where a line is asked',
      { parts: [fields(field('a', 'x', 'line', { options: ['y'] }))] },
      'parts[0].fields[0].options',
    ],
    ['a choice without options', { parts: [fields(field('a', 'x', 'one'))] }, 'parts[0].fields[0].kind'],
    [
      'two options of other width',
      { parts: [fields(field('a', 'x', 'one', { options: ['A', 'Ａ'] }))] },
      'parts[0].fields[0].options',
    ],
    [
      'open where nothing is chosen',
      { parts: [fields(field('a', 'x', 'text', { open: true }))] },
      'parts[0].fields[0].open',
    ],
    ['a unit behind a line', { parts: [fields(field('a', 'x', 'line', { unit: '人' }))] }, 'parts[0].fields[0].unit'],
    ['an example of two cells', { parts: [{ ...table, examples: [['a', 'b']] }] }, 'parts[0].examples[0]'],
    ['shares of 1.1', { parts: [{ ...table, columns: [column('a', 'x', 1.1)], examples: [] }] }, 'parts[0].columns'],
    [
      'a person where rows are none',
      { parts: [{ ...table, columns: [column('a', 'x', 1, { person: 'name' })], examples: [] }] },
      'parts[0].columns[0].person',
    ],
    ['each of no table', { each: 'finish' }, 'each'],
    ['a business that nobody is asked', { head: pledge.head }, 'head'],
    ['61 fields', { parts: [fields(...Array.from({ length: 61 }, (_, index) => field(`f${index}`, 'x')))] }, 'parts'],
  ])('finds %s', (_, change, path) => {
    const broken = { ...plan, ...change };
    expect(findFormFlaws(broken).map((flaw) => flaw.path)).toEqual([path]);
    expect(FormDefinitionSchema.safeParse(broken).success).toBe(false);
  });
});

describe('the schema of a form out of a file', () => {
  test('takes the fixtures', () => {
    for (const form of [plan, pledge])
      expect(FormDefinitionSchema.safeParse(form)).toEqual({ success: true, data: form });
  });

  test('refuses a key that nobody reads', () => {
    expect(FormDefinitionSchema.safeParse({ ...plan, script: 'x' }).success).toBe(false);
  });
});

describe('isFormBounded', () => {
  const people = Array.from({ length: 200 }, (_, index) => row(`p${index}`, { name: '甲' }));
  test('200 sheets are made, 201 are not', () => {
    expect(isFormBounded(pledge, { ...pledged, tables: { people } })).toBe(true);
    expect(isFormBounded(pledge, { ...pledged, tables: { people: [...people, row('x', { name: '甲' })] } })).toBe(
      false,
    );
  });

  test('what every sheet would repeat is counted', () => {
    const form = { ...pledge, parts: [...pledge.parts, table] };
    const media = Array.from({ length: 200 }, (_, index) => row(`m${index}`, { kind: '紙媒体' }));
    expect(isFormBounded(form, { ...pledged, tables: { people, media } })).toBe(false);
  });
});

describe('fillForm', () => {
  test('puts the company’s words in, and takes off what its choices hide', () => {
    const [part] = fillForm({
      template: {
        ...plan,
        parts: [
          fields(
            field('a', '{{role:securityOfficer}}の氏名', 'line', {
              basis: [{ ...basis, shown: [{ choice: 'byod', is: 'allowed' }] }],
            }),
          ),
        ],
        choices: {
          byod: [
            { id: 'allowed', text: '許可' },
            { id: 'forbidden', text: '禁止' },
          ],
        },
      },
      words: { 'role:securityOfficer': '統括責任者', 'choice:byod': 'forbidden' },
    }).parts;
    expect(part).toMatchObject({ fields: [{ label: '統括責任者の氏名', basis: [] }] });
  });
});

describe('toIdentityParts', () => {
  const asked = (form: FormDefinition) => JSON.stringify(toIdentityParts(form).asked);
  const both = (form: FormDefinition) => JSON.stringify(toIdentityParts(form));
  const withTable = (change: Partial<typeof table>) => ({ ...plan, parts: [{ ...table, ...change }, ...others] });

  test.each<[string, FormDefinition]>([
    ['the heading', { ...plan, heading: '別の題' }],
    ['a sentence', { ...plan, body: ['別の文'] }],
    ['a label', withTable({ columns: [{ ...first, label: '別' }, ...rest] })],
    ['an option', withTable({ columns: [{ ...first, options: ['紙'] }, ...rest] })],
    ['a note', withTable({ notes: [] })],
    ['the box of approval', { ...plan, approval: { title: '承認', labels: [] } }],
    ['the seal', { ...plan, seal: ['印'] }],
    ['who is asked for', { ...plan, head: { ...plan.head, checker: '担当者' } }],
  ])('%s is asked', (_, form) => expect(asked(form)).not.toBe(asked(plan)));

  test.each<[string, FormDefinition]>([
    ['the lead', { ...plan, lead: '別' }],
    ['an example row', withTable({ examples: [] })],
    ['the number of empty rows', withTable({ blankRows: 9 })],
    ['what it rests on', { ...plan, basis: [] }],
    ['help', withTable({ columns: [{ ...first, help: '別' }, ...rest] })],
  ])('%s stands beside', (_, form) => {
    expect(asked(form)).toBe(asked(plan));
    expect(both(form)).not.toBe(both(plan));
  });

  test('the address of a provision is no part of it', () => {
    const moved = { ...plan, basis: plan.basis.map((one) => ({ ...one, href: '/elsewhere/' })) };
    expect(both(moved)).toBe(both(plan));
  });
});

describe('findCharacter', () => {
  test('names header, fields and cells as the form calls them', () => {
    const typed = {
      ...planned,
      header: { ...planned.header, company: '𠮷野' },
      fields: { remark: '𠮷' },
      tables: { media: [row('r1', { kind: '紙媒体', worker: '𠮷田' })] },
    };
    expect(findCharacter(plan, toSentForm(plan, typed), '𠮷')).toEqual([
      { fieldId: 'company', label: '協議会名' },
      { fieldId: 'cell-media-r1-worker', label: '1 情報の保存媒体 1行目の「作業実施者」' },
      { fieldId: 'field-remark', label: '備考' },
    ]);
  });
});
