import { expect, test } from 'vitest';
import { ConditionTable } from '../../../src/core/decision/condition-table.ts';
import { combine, possibleAnswers } from '../../../src/record/v1/decision/combinations.ts';
import { holdsAny } from '../../../src/record/v1/decision/condition.ts';
import type { Condition, Test } from '../../../src/record/v1/decision/definition.ts';
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

test('says what the decision itself says, of every test, of two together, and of either', () => {
  const conditions: Condition[][] = [
    [],
    ...tests.map((one) => [one]),
    ...tests.flatMap((one) => tests.map((other) => [{ ...one, ...other }])),
    ...tests.map((one, index) => [one, tests[index - 1] ?? one]),
  ];
  const table = new ConditionTable(questions);
  const places = conditions.map((when) => table.add(when));
  let count = 0;
  for (const combination of combine(questions, possibleAnswers)) {
    const held = table.hold(combination);
    count += 1;
    expect(places.map((place) => held[place])).toEqual(conditions.map((when) => holdsAny(when, combination)));
  }
  expect(count).toBe(36);
});

test('equal conditions are one', () => {
  const table = new ConditionTable(questions);
  expect(table.add([{ medium: { any: ['usb'] } }])).toBe(table.add([{ medium: { any: ['usb'] } }]));
});
