import { describe, expect, test } from 'vitest';
import { ConditionTable } from '../../../src/core/decision/condition-table.ts';
import { combine, possibleAnswers } from '../../../src/record/v1/decision/combinations.ts';
import { type Combination, holdsAny } from '../../../src/record/v1/decision/condition.ts';
import type { Condition, Question, Test } from '../../../src/record/v1/decision/definition.ts';
import { definition } from '../../record/v1/decision/fixture.ts';

const { questions } = definition;

/** Every test that can be made of a question. */
const tests = questions.flatMap(({ id, options }): Condition[] => {
  const ids = [...options.map((option) => option.id), 'unset'];
  const of = (test: Test): Condition => ({ [id]: test });
  return [
    ...ids.flatMap((one) => [of({ any: [one] }), of({ none: [one] })]),
    of({ any: ids }),
    of({ none: ids }),
    ...[1, 2].map((n) => of({ atLeast: n })),
    ...[0, 1].map((n) => of({ atMost: n })),
  ];
});

const conditions: Condition[][] = [
  [],
  ...tests.map((one) => [one]),
  ...tests.flatMap((one) => tests.map((other) => [{ ...one, ...other }])),
  ...tests.map((one, index) => [one, tests[index - 1] ?? one]),
  [{ stranger: { any: ['yes'] } }],
  [{ stranger: { none: ['yes'] } }],
];

/** As `walk` should do it: combination by combination. */
function walkOneByOne(questions: readonly Question[], conditions: readonly (readonly Condition[])[]) {
  const patterns = new Map<string, { held: boolean[]; combination: Combination; count: number }>();
  for (const combination of combine(questions, possibleAnswers)) {
    const held = conditions.map((when) => holdsAny(when, combination));
    const known = patterns.get(held.join());
    if (known) known.count += 1;
    else patterns.set(held.join(), { held, combination, count: 1 });
  }
  return [...patterns.values()];
}

function walk(questions: readonly Question[], conditions: readonly (readonly Condition[])[], most = 1000) {
  const table = new ConditionTable(questions);
  const places = conditions.map((when) => table.add(when));
  return table.walk(most)?.map(({ held, ...pattern }) => ({ ...pattern, held: places.map((at) => held[at]) }));
}

describe('walk', () => {
  test('says what the decision itself says, of every test, of two together, and of either', () => {
    const patterns = walk(questions, conditions);
    expect(patterns).toEqual(walkOneByOne(questions, conditions));
    expect(patterns?.length).toBe(36);
  });

  test('puts together what few conditions cannot tell apart, under the first of each', () => {
    for (let at = 0; at < conditions.length; at += 1) {
      const few = [conditions[at] ?? [], conditions[(at * 7 + 3) % conditions.length] ?? []];
      expect(walk(questions, few)).toEqual(walkOneByOne(questions, few));
    }
  });

  test('asks a question where its condition holds of the answers before it, and of no others', () => {
    const one = (id: string, when: Condition[] = []): Question => {
      const options = ['yes', 'no', 'maybe'].map((option) => ({ id: option, text: '', help: '' }));
      return { id, kind: 'one', text: '', help: '', when, options };
    };
    const chain = [
      one('first'),
      { ...one('second', [{ first: { any: ['yes'] } }, { third: { any: ['yes'] } }]), kind: 'several' as const },
      one('third', [{ second: { atLeast: 2 }, fourth: { none: ['yes'] } }, { first: { none: ['yes', 'no'] } }]),
      { ...one('fourth', [{ second: { none: ['no'] }, third: { any: ['no', 'maybe'] } }]), kind: 'setting' as const },
    ];
    const asked = chain.map(({ id }) => [{ [id]: { atLeast: 0 } }]);
    const some = [...asked, [{ third: { any: ['maybe'] }, fourth: { any: ['yes', 'unset'] } }]];
    for (const conditions of [some, asked, ...some.map((one) => [one])])
      expect(walk(chain, conditions)).toEqual(walkOneByOne(chain, conditions));
  });

  test('gives up where there are more combinations than anybody should wait for', () => {
    expect(walk(questions, conditions, 36)?.length).toBe(36);
    expect(walk(questions, conditions, 35)).toBe(undefined);
    expect(walk(questions, [], 35)).toBe(undefined);
  });
});

test('hold says of one combination what the decision says', () => {
  const table = new ConditionTable(questions);
  const places = conditions.map((when) => table.add(when));
  for (const combination of combine(questions, possibleAnswers)) {
    const held = table.hold(combination);
    expect(places.map((place) => held[place])).toEqual(conditions.map((when) => holdsAny(when, combination)));
  }
});

test('equal conditions are one', () => {
  const table = new ConditionTable(questions);
  expect(table.add([{ medium: { any: ['usb'] } }])).toBe(table.add([{ medium: { any: ['usb'] } }]));
});
