import { expect, test } from 'vitest';
import { contentRoot } from '../../src/compiler/library.ts';
import { unknown } from '../../src/record/v1/decision/answers.ts';
import type { DecisionDefinition } from '../../src/record/v1/decision/definition.ts';
import { mostWork, workOf } from '../../src/record/v1/decision/work.ts';
import { shareLibrary } from '../support/share-library.ts';
import { walkDecision } from '../support/walk-decision.ts';

const library = await shareLibrary(contentRoot());
const decisions = library.decisions.map(({ definition }) => definition);

if (decisions.length === 0) test.skip('this folder has no decision');

// The proof, which readLibrary does, walks every combination; what a page makes of all of them is tried in test/long.
test.each(decisions.map((definition) => [definition.id, definition] as const))(
  '%s: a combination of answers has one outcome, with words and a basis that can be opened',
  (id, definition) => {
    const { tried } = walkDecision(definition, 7);
    console.log(`${id}: ${tried} combinations`);
    expect(tried).toBeGreaterThan(0);
    expect(findBroken(definition)).toEqual([]);
  },
);

test.each(decisions.map((definition) => [definition.id, definition] as const))(
  '%s: a file in which nothing was known can still be opened',
  (_, definition) => {
    const asked = definition.questions.filter(({ kind }) => kind !== 'setting');
    const answers = Object.fromEntries(asked.map(({ id }) => [id, [unknown]]));
    expect(workOf(definition, answers)).toBeLessThanOrEqual(mostWork);
  },
);

test.each(decisions.map((definition) => [definition.id, definition] as const))(
  '%s: a result says nothing that only a maintainer of the site understands',
  (_, { outcomes, duties, contradictions, undecided = '' }) => {
    const texts = [
      ...outcomes.flatMap(({ title, text }) => [title, text]),
      ...duties.flatMap(({ text, who, record }) => [text, who, record]),
      ...contradictions.flatMap(({ positions, text }) => [text, ...positions.map((position) => position.text)]),
      undecided,
    ];
    // Files, settings, ids, doubts of ours as something to do, and numbers that nobody has written yet.
    const foreign = /organization|\.ya?ml|choices\.|\bbyod|[a-z][A-Z]|要確認|\*{3}|〇〇/;
    expect(texts.filter((text) => foreign.test(text))).toEqual([]);
  },
);

/** Texts that are empty, and citations that lead nowhere. */
function findBroken({ outcomes, duties, rules }: DecisionDefinition): string[] {
  const texts = [...outcomes.flatMap(({ title, text }) => [title, text]), ...duties.map(({ text }) => text)];
  const basis = [...outcomes, ...duties, ...rules].flatMap((part) => part.basis);
  return [
    ...texts.filter((text) => text.trim() === '' || text.includes('{{')),
    ...basis.filter(({ citation }) => !library.provisions.has(citation)).map(({ citation }) => citation),
    ...duties.filter((duty) => duty.basis.length === 0).map(({ id }) => id),
  ];
}
