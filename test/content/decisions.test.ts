import { expect, test } from 'vitest';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { unknown } from '../../src/record/v1/decision/answers.ts';
import { combine, possibleAnswers } from '../../src/record/v1/decision/combinations.ts';
import { decide } from '../../src/record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../../src/record/v1/decision/definition.ts';
import { mostWork, workOf } from '../../src/record/v1/decision/work.ts';

const library = await readLibrary(contentRoot(), '/');
const decisions = library.decisions.map(({ definition }) => definition);

if (decisions.length === 0) test.skip('this folder has no decision');

test.each(decisions.map((definition) => [definition.id, definition] as const))(
  '%s: every combination of answers has one outcome, with words and a basis that can be opened',
  (id, definition) => {
    const { combinations, reached } = walk(definition);
    console.log(`${id}: ${combinations} combinations, ${reached.size} outcomes`);
    // What a setting of the company rules out cannot be reached here; the build proved it over all settings.
    const isSet = definition.questions.some(({ kind }) => kind === 'setting');
    if (!isSet) expect([...reached].sort()).toEqual(definition.outcomes.map((outcome) => outcome.id).sort());
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

function walk(definition: DecisionDefinition) {
  const reached = new Set<string>();
  let combinations = 0;
  const answersTo = (question: DecisionDefinition['questions'][number]) =>
    question.kind === 'setting' ? [[question.value ?? 'unset']] : possibleAnswers(question);
  for (const combination of combine(definition.questions, answersTo)) {
    combinations += 1;
    const answers = Object.fromEntries(Object.entries(combination).map(([id, answer]) => [id, [...answer]]));
    const verdict = decide(definition, answers);
    if (verdict.kind !== 'decided') throw new Error(`It still asks: ${JSON.stringify(combination)}`);
    const [outcome, ...others] = verdict.result.outcomes;
    if (!outcome || others.length > 0) throw new Error(`Not one outcome: ${JSON.stringify(combination)}`);
    reached.add(outcome.id);
  }
  return { combinations, reached };
}

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
