import { afterAll, expect, test } from 'vitest';
import { orThrow } from '../../src/compiler/faults.ts';
import { readLibrary } from '../../src/compiler/library.ts';
import { readBothEntries } from '../../src/compiler/read-decision.ts';
import { readDecisionDraft } from '../../src/compiler/read-decision-draft.ts';
import { prove } from '../../src/core/decision/prove.ts';
import { narrow } from '../support/narrow.ts';

/*
 * A question that is asked in fewer cases than it should be: each is proved whole, which takes long. What the duties and
 * rules are held to is in test/content/double-entry.test.ts.
 */

const library = await readLibrary('content', '/');

const tried: Record<string, Record<string, number>> = {};
afterAll(() => console.table(tried));

test.each(library.decisions.map(({ definition }) => definition.id))('%s', { timeout: 600_000 }, async (id) => {
  const { whole, scope } = await orThrow('content', async (faults) => {
    const draft = await readDecisionDraft(id, faults);
    if (!draft) throw new Error(`There is no decision "${id}".`);
    return readBothEntries(draft, library, '/', faults);
  });
  const { questions } = whole;
  const unnoticed: string[] = [];
  let count = 0;
  for (const [place, question] of questions.entries()) {
    for (const { name, after } of narrow(question.when, questions.slice(0, place))) {
      const changed = { ...whole, questions: questions.with(place, { ...question, when: after }) };
      count += 1;
      if (prove(changed, scope).flaws.length === 0) unnoticed.push(`${question.id}: ${name}`);
    }
  }
  tried[id] = { 'conditions of questions': count, unnoticed: unnoticed.length };
  expect(unnoticed).toEqual([]);
});
