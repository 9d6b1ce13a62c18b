import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { DecisionFile } from '../../src/core/decision/file-schema.ts';
import type { FormFile } from '../../src/core/form/file-schema.ts';
import { type SwitchedOff, switchOff } from '../support/switched-off.ts';

const content = 'test/fixtures/content';
const everything = ['company', 'nerima', 'kojinjoho', 'rodokyoku', 'higashiosaka'];
type Papers = NonNullable<DecisionFile['papers']>;

const form = (id: string, handbook: string, basis: string): FormFile => ({
  id,
  version: 3,
  title: `${handbook}の管理簿`,
  lead: '持ち出しを書きます。',
  handbook,
  group: 'register',
  use: 'register',
  layout: 'sheet',
  heading: '管理簿',
  head: {},
  parts: [
    {
      kind: 'fields',
      id: 'facts',
      fields: [
        { id: 'name', label: '媒体' },
        { id: 'kind', label: '種類', kind: 'one', options: ['紙', '電磁'] },
        { id: 'returned-on', label: '返却日', kind: 'date' },
      ],
    },
    {
      kind: 'table',
      id: 'entries',
      row: '一件',
      columns: [
        { id: 'step', label: 'したこと' },
        { id: 'at', label: '日時', kind: 'moment' },
      ],
    },
  ],
  basis: [basis],
});

const papers: Papers = [
  {
    form: 'company-register',
    when: { carrier: { not: 'private' } },
    gives: {
      name: { question: 'carrier' },
      kind: { question: 'carrier', words: { paper: '紙', notebook: '電磁' } },
    },
    rows: [
      { table: 'entries', from: 'duties', column: 'step' },
      {
        table: 'entries',
        when: { clients: 'nerima' },
        gives: { step: { text: '{{role:securityOfficer}}に知らせる' } },
      },
    ],
  },
  { form: 'nerima-register', duties: ['nerima-encryption', 'nerima-private'] },
  { form: 'nerima-log' },
];

/** The take-out of the fixture with papers, read with some documents in force. */
function read<Result>(inForce: string[], change: (papers: Papers) => void, run: (found: SwitchedOff) => Result) {
  const changed = structuredClone(papers);
  change(changed);
  return switchOff(content, inForce, run, async (root) => {
    await mkdir(join(root, 'forms'), { recursive: true });
    for (const one of [
      form('company-register', 'company', 'company:03-2-p1'),
      form('nerima-register', 'nerima', 'nerima:a16-i2'),
      form('nerima-log', 'nerima', 'nerima:a16-i2'),
    ])
      await writeFile(join(root, 'forms', `${one.id}.yaml`), stringify(one));
    const file = join(root, 'decisions/take-out.yaml');
    const parsed: DecisionFile = parse(await readFile(file, 'utf8'));
    await writeFile(file, stringify({ ...parsed, papers: changed }));
  });
}

const papersOf = ({ library }: SwitchedOff) =>
  library.decisions.find(({ definition }) => definition.id === 'take-out')?.papers;

describe('the papers of a decision', () => {
  test('stand beside its definition, in the company’s words and the form’s', () =>
    read(
      everything,
      () => {},
      (found) => {
        expect(found.faults).toEqual([]);
        const [own, client, third] = papersOf(found) ?? [];
        expect(own).toMatchObject({
          form: 'company-register',
          version: 3,
          title: 'companyの管理簿',
          when: [{ carrier: { none: ['private'] } }],
          gives: {
            name: { question: 'carrier' },
            kind: { question: 'carrier', words: { paper: '紙', notebook: '電磁' } },
          },
        });
        expect(own?.rows[0]).toEqual({
          table: 'entries',
          from: 'duties',
          column: 'step',
          stages: ['before', 'during', 'after', 'record'],
        });
        expect(JSON.stringify(own?.rows[1])).toContain('情報セキュリティ責任者に知らせる');
        const entry = found.library.decisions.find(({ definition }) => definition.id === 'take-out');
        expect(entry?.definition).not.toHaveProperty('papers');
        expect(client).toMatchObject({ form: 'nerima-register', duties: ['nerima-encryption', 'nerima-private'] });
        expect(client).not.toHaveProperty('when');
        expect(third?.when).toEqual([{ clients: { any: ['nerima'] } }]);
      },
    ));

  test('of a document that is off are gone, and what hangs on one of its answers', () =>
    read(
      ['company', 'rodokyoku'],
      () => {},
      (found) => {
        expect(found.faults).toEqual([]);
        const [own, ...others] = papersOf(found) ?? [];
        expect(others).toEqual([]);
        expect(own?.rows).toHaveLength(1);
      },
    ));

  test('are held to what there is, each fault at its place', () => {
    const own = { form: 'company-register' };
    const broken: [string, Papers[number]][] = [
      ['様式「nerima-registre」がありません。', { form: 'nerima-registre' }],
      ['すること「nerima-encrypt」がありません。', { ...own, duties: ['nerima-encrypt', 'nerima-encryption'] }],
      ['すること「in-sight」は、nerima のものではありません', { form: 'nerima-register', duties: ['in-sight'] }],
      ['欄「nmae」がありません。', { ...own, gives: { nmae: { question: 'carrier' } } }],
      ['問い「carier」がありません。', { ...own, gives: { name: { question: 'carier' } } }],
      ['「carier」は、それより前の問いではありません。', { ...own, when: { carier: 'paper' } }],
      ['どの答えでも、これにはなりません。', { ...own, when: { carrier: 'paper', content: 'with' } }],
      ['選択肢「papier」がありません。', { ...own, gives: { name: { question: 'carrier', words: { papier: '紙' } } } }],
      ['「紙媒体」は、欄「kind」（one）の選択肢にありません。', { ...own, gives: { kind: { text: '紙媒体' } } }],
      [
        '欄「returned-on」（date）に、言葉は入りません。',
        { ...own, gives: { 'returned-on': { question: 'carrier' } } },
      ],
      ['欄「kind」（one）に、言葉は入りません。', { ...own, gives: { kind: { conclusion: true } } }],
      ['結論「foo」がありません。', { ...own, gives: { kind: { conclusion: { foo: '紙' } } } }],
      ['この判断は、返ってきた確認リストを読みません。', { ...own, gives: { name: { returned: 'company' } } }],
      ['表「entry」がありません。', { ...own, rows: [{ table: 'entry', from: 'duties', column: 'step' }] }],
      ['欄「steps」がありません。', { ...own, rows: [{ table: 'entries', from: 'duties', column: 'steps' }] }],
    ];
    const write = (all: Papers) => {
      all.splice(0, all.length, ...broken.map(([, paper]) => paper));
    };
    return read(everything, write, ({ faults }) => {
      for (const [problem] of broken) expect(faults).toContainEqual(expect.stringContaining(problem));
      for (const fault of faults) expect(fault).toMatch(/^content\/decisions\/take-out\.yaml:\d+ /);
      expect(faults).toHaveLength(broken.length);
    });
  });
});
