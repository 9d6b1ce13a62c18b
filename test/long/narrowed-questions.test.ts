import { afterAll, expect, test } from 'vitest';
import { orThrow } from '../../src/compiler/faults.ts';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { readBothEntries } from '../../src/compiler/read-decision.ts';
import { readDecisionDraft } from '../../src/compiler/read-decision-draft.ts';
import { readTailoring } from '../../src/compiler/read-tailoring.ts';
import { prove } from '../../src/core/decision/prove.ts';
import { combine, possibleAnswers } from '../../src/record/v1/decision/combinations.ts';
import { type Combination, holdsAny } from '../../src/record/v1/decision/condition.ts';
import type { DecisionDefinition, Question } from '../../src/record/v1/decision/definition.ts';
import { narrow } from '../support/narrow.ts';

/*
 * A question that is asked in fewer cases than it should be: the proof tells, or whoever is not asked gets the strictest
 * of the results that the answer could have brought. Each is proved whole, which takes long; what the duties and rules
 * are held to is in test/content/double-entry.test.ts.
 */

const library = await readLibrary(contentRoot(), '/');

const tried: Record<string, Record<string, number>> = {};
afterAll(() => console.table(tried));

if (library.decisions.length === 0) test.skip('this folder has no decision');

test.each(library.decisions.map(({ definition }) => definition.id))('%s', { timeout: 600_000 }, async (id) => {
  const { whole, scope } = await orThrow(contentRoot(), async (faults) => {
    const draft = await readDecisionDraft(id, faults, await readTailoring(faults));
    if (!draft) throw new Error(`There is no decision "${id}".`);
    return readBothEntries(draft, library, '/', faults);
  });
  const { questions } = whole;
  const easier: string[] = [];
  const counts = { narrowed: 0, noticed: 0, strictest: 0, 'of no effect': 0 };
  for (const [place, question] of questions.entries()) {
    for (const { name, after } of narrow(question.when, questions.slice(0, place))) {
      const changed = { ...whole, questions: questions.with(place, { ...question, when: after }) };
      counts.narrowed += 1;
      if (prove(changed, scope).flaws.length > 0) counts.noticed += 1;
      else if (!isEverAskedLess(changed, question)) counts['of no effect'] += 1;
      else if (findEasier(whole, changed, question)) easier.push(`${question.id}: ${name}`);
      else counts.strictest += 1;
    }
  }
  tried[id] = counts;
  expect(easier).toEqual([]);
});

function* walk({ questions }: DecisionDefinition): Generator<Combination> {
  yield* combine(questions, possibleAnswers);
}

/** A combination in which the question is not asked any more, though it was. */
function* listUnasked(changed: DecisionDefinition, { id, when }: Question) {
  for (const combination of walk(changed)) {
    if (combination[id] === undefined && holdsAny(when, combination)) yield combination;
  }
}

function isEverAskedLess(changed: DecisionDefinition, question: Question): boolean {
  return !listUnasked(changed, question).next().done;
}

/** Where the result without the question is not the strictest of those that its answers bring. */
function findEasier(
  whole: DecisionDefinition,
  changed: DecisionDefinition,
  question: Question,
): Combination | undefined {
  for (const combination of listUnasked(changed, question)) {
    const answersTo = (one: Question) => {
      const given = combination[one.id];
      return given ? [given] : possibleAnswers(one);
    };
    const before = [...combine(whole.questions, answersTo)].map((one) => strictness(whole, one));
    if (strictness(changed, combination) > Math.min(...before)) return combination;
  }
  return undefined;
}

/** The place of its outcome, the strictest first. */
function strictness({ rules, outcomes }: DecisionDefinition, combination: Combination): number {
  const rule = rules.find(({ when }) => holdsAny(when, combination));
  return outcomes.findIndex(({ id }) => id === rule?.outcome);
}
