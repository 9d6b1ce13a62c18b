import { describe, expect, test } from 'vitest';
import { compareAnswers, compareTables, sumChanges } from '../../../src/core/desk/compare-years.ts';
import type { PassRule } from '../../../src/core/desk/desk.ts';
import { countEvaluations, describeRule, evaluate, nextEvaluationOn } from '../../../src/core/desk/evaluate.ts';
import { parentMessage, toTree } from '../../../src/core/desk/tree.ts';
import { findChecklist } from '../../../src/record/contents.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';
import { definition } from '../../record/v1/checklist/fixture.ts';
import {
  allDone,
  campaign,
  checked,
  company,
  deskOf,
  type Given,
  listFile,
  type StatusOf,
  sound,
  tableOf,
} from './fixture.ts';

const three: StatusOf = { ...allDone, pledge: { status: 'notDone' } };
const atLeast = (least: number, countsPlanned = false): PassRule => ({ kind: 'least', least, countsPlanned });

/** Result and reason of one company by a rule. */
function found(rule: PassRule, statuses: StatusOf, change = {}): [string, string] {
  const desk = deskOf({
    companies: [company('c1', '株式会社見本')],
    files: [checked('一', sound(listFile({ statuses }), { change }))],
  });
  const [one] = evaluate(tableOf(desk), campaign({ rule }));
  return [one?.found ?? '', one?.why ?? ''];
}

describe('evaluate', () => {
  test.each<[string, PassRule, StatusOf, [string, string]]>([
    ['all', { kind: 'all' }, allDone, ['pass', '○ 4（全4問で合格）']],
    ['all but one of all', { kind: 'all' }, three, ['fail', '○ 3（全4問で合格）']],
    ['enough', atLeast(3), three, ['pass', '○ 3（3問以上で合格）']],
    ['too few', atLeast(4), three, ['fail', '○ 3（4問以上で合格）']],
    [
      'what is planned, not counted',
      atLeast(4),
      { ...allDone, pledge: { status: 'partial', dueOn: '2027-01-01' } },
      ['fail', '○ 3（4問以上で合格）'],
    ],
    [
      'what is planned, counted',
      atLeast(4, true),
      { ...allDone, pledge: { status: 'partial', dueOn: '2027-01-01' } },
      ['pass', '○ 3（一部実施・予定 1）（4問以上で合格）'],
    ],
    [
      '対象外 that makes the difference',
      atLeast(4),
      { ...allDone, pledge: { status: 'notApplicable' } },
      ['open', '○ 3（4問以上で合格）。対象外 1 をどう数えるかで変わる'],
    ],
    [
      '対象外 that makes none',
      atLeast(2),
      { ...allDone, pledge: { status: 'notApplicable' } },
      ['pass', '○ 3（2問以上で合格）'],
    ],
    ['no rule', { kind: 'none' }, three, ['open', '合格の決め方が決まっていない']],
  ])('judges %s', (_, rule, statuses, expected) => {
    // All are done or 対象外: the judge asks where that decides between all and enough.
    expect(found(rule, statuses)).toEqual(expected);
  });

  test('leaves to a person what a person has to look at, and judges nothing that has not come', () => {
    expect(found(atLeast(3), three, { match: 'not-loaded' })).toEqual(['open', 'まだ見比べていない']);
    expect(found(atLeast(3), three, { match: 'differs' })).toEqual(['none', '紙面とデータが一致しない']);
    const [missing] = evaluate(tableOf(deskOf({ companies: [company('c1', '株式会社見本')] })), campaign());
    expect([missing?.found, missing?.why]).toEqual(['none', '未提出']);
  });

  test('evaluates companies, not a file that cannot be received and is of none', () => {
    const changed = checked('一', { state: 'refused', reason: 'changed-after-signing', grades: {} });
    const rows = tableOf(deskOf({ companies: [company('c1', '株式会社見本')], files: [changed] }));
    expect(rows.map(({ name }) => name)).toEqual(['一.pdf', '株式会社見本']);
    expect(evaluate(rows, campaign()).map(({ row }) => row.name)).toEqual(['株式会社見本']);
  });

  test('lets a person’s word hold, and says that it is an exception', () => {
    const desk = deskOf({
      companies: [company('c1', '株式会社見本')],
      files: [checked('一', sound(listFile({ statuses: three })))],
    });
    const verdict = {
      id: 'v',
      isStruck: false,
      at: '',
      conflicts: [],
      company: 'c1',
      reason: '代わりの対策がある',
      documentNumber: '',
      nextOn: '',
    };
    const of = (result: 'pass' | 'fail') =>
      evaluate(tableOf({ ...desk, verdicts: [{ ...verdict, result }] }), campaign({ rule: { kind: 'all' } }));
    expect(of('pass')[0]).toMatchObject({
      found: 'fail',
      result: 'pass',
      isException: true,
      says: '基準を満たす（担当者が決定）',
      why: '代わりの対策がある',
    });
    expect(of('fail')[0]).toMatchObject({ result: 'fail', isException: false });
    expect(countEvaluations(of('pass'))).toEqual({ pass: 1, fail: 0, open: 0, none: 0 });
  });

  test('names the rule and the next day', () => {
    expect([describeRule({ kind: 'all' }), describeRule(atLeast(15, true)), describeRule({ kind: 'none' })]).toEqual([
      'すべて実施',
      '15問以上が実施（一部実施・予定も数える）',
      '決めていない',
    ]);
    expect(['2026-12-01', '2028-02-29', '来年'].map((on) => nextEvaluationOn(on))).toEqual([
      '2027-12-01',
      '2029-02-28',
      '',
    ]);
  });
});

describe('last year beside this year', () => {
  const contents = (given: Given) => {
    const list = findChecklist(listFile(given));
    if (!list) throw new Error('It is a list.');
    return list;
  };
  const kinds = (before: StatusOf, now: StatusOf, list: Partial<ChecklistDefinition> = {}) =>
    compareAnswers(contents({ statuses: before }), contents({ statuses: now, list }), '2026-12-10').map(
      ({ item, kind }) => `${item.id} ${kind}`,
    );

  test('tells what is better, worse, the same, overdue and otherwise', () => {
    const before: StatusOf = {
      manager: { status: 'notDone' },
      rules: {},
      training: { status: 'partial', dueOn: '2026-03-31' },
      pledge: { status: 'notApplicable' },
    };
    expect(
      kinds(before, {
        manager: { status: 'partial' },
        rules: { status: 'partial' },
        training: { status: 'partial', dueOn: '2027-03-31' },
        pledge: {},
      }),
    ).toEqual(['manager better', 'rules worse', 'training overdue', 'pledge other']);
    expect(kinds(before, { training: {} })).toEqual(['manager same', 'rules worse', 'training better', 'pledge other']);
    const later: StatusOf = { ...before, training: { status: 'partial', dueOn: '2026-12-10' } };
    expect(kinds(later, later)).toEqual(['manager same', 'rules same', 'training same', 'pledge same']);
  });

  test('knows a question by what it means: numbered anew it is the same, reworded it is another', () => {
    const [first, second] = definition.sections;
    if (!first?.items[0] || !first.items[1] || !second) throw new Error('The list has two sections.');
    const sections = [
      {
        ...first,
        items: [
          { ...first.items[0], id: 'manager-2', number: 9 },
          { ...first.items[1], meaning: 'f'.repeat(16), text: '規程を直している' },
        ],
      },
      second,
    ];
    expect(kinds(allDone, { training: {}, pledge: {} }, { sections })).toEqual([
      'manager-2 worse',
      'rules new',
      'training same',
      'pledge same',
      'rules gone',
    ]);
  });

  test('goes company by company, and adds up', () => {
    const table = (id: string, files: [string, StatusOf][]) => {
      const own = campaign({ id, begunOn: '' });
      const companies = [
        company(`${id}1`, '株式会社見本', { campaign: id }),
        company(`${id}2`, '有限会社甲', { campaign: id }),
      ];
      return tableOf(
        deskOf({
          campaigns: [own],
          companies,
          files: files.map(([name, statuses]) =>
            checked(`${id}${name}`, sound(listFile({ company: name, statuses })), id),
          ),
        }),
      );
    };
    const changes = compareTables(
      table('last', [
        ['㈱見本', three],
        ['有限会社甲', three],
      ]),
      table('this', [['株式会社見本', allDone]]),
      '2026-12-10',
    );
    expect(changes.map(({ name, before, now, counts }) => [name, before?.kind, now?.kind, counts.better])).toEqual([
      ['有限会社甲', 'remedy', 'missing', 0],
      ['株式会社見本', 'remedy', 'done', 1],
    ]);
    expect(sumChanges(changes)).toMatchObject({ better: 1, same: 3, worse: 0 });
  });
});

describe('再委託先 as a tree', () => {
  const companies = [
    company('a', '甲'),
    company('b', '乙', { parent: 'a' }),
    company('c', '丙', { parent: 'b' }),
    company('d', '丁', { parent: 'gone' }),
  ];

  test('says whose answers are missing below', () => {
    const rows = tableOf(deskOf({ companies, files: [checked('乙', sound(listFile({ company: '乙' })))] }));
    const [top, other] = toTree(companies, rows);
    expect([top?.company.name, top?.below, top?.children[0]?.row?.kind]).toEqual([
      '甲',
      { count: 2, missing: ['丙'] },
      'done',
    ]);
    expect([other?.company.name, other?.below.count]).toEqual(['丁', 0]);
  });

  test('loses nobody where merging has made a ring', () => {
    const ring = [
      company('a', '甲', { parent: 'c' }),
      ...companies.slice(1),
      company('e', '戊', { parent: 'e' }),
      company('f', '己', { parent: 'a' }),
    ];
    const tree = toTree(ring, []);
    const count = (nodes: typeof tree): number => nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);
    expect(count(tree)).toBe(ring.length);
    expect(tree.filter(({ isRing }) => isRing).map(({ company: { name } }) => name)).toEqual(['甲', '乙', '丙', '戊']);
  });

  test('refuses a ring in words', () => {
    const [a, b] = companies;
    if (!a || !b) throw new Error('There are companies.');
    expect(parentMessage(b, '', companies)).toBeUndefined();
    expect(parentMessage(b, 'd', companies)).toBeUndefined();
    expect([
      parentMessage(a, 'a', companies),
      parentMessage(a, 'c', companies),
      parentMessage(a, 'gone', companies),
    ]).toMatchInlineSnapshot(`
      [
        "甲の再委託元に、同じ会社は選べません。ほかの会社を選んでください。",
        "甲は、丙 → 乙 の再委託元です。互いに再委託元になるので選べません。ほかの会社を選ぶか、先にそちらの再委託元を直してください。",
        "再委託元は、この依頼の名簿にある会社から選んでください。",
      ]
    `);
  });
});
