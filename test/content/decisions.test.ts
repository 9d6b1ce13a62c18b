import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLibrary } from '../../src/compiler/library.ts';
import { unknown } from '../../src/record/v1/decision/answers.ts';
import { combine, mostWork, possibleAnswers, workOf } from '../../src/record/v1/decision/combinations.ts';
import { decide } from '../../src/record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../../src/record/v1/decision/definition.ts';

/** A case taken from a source by hand: what its unit says must come of these answers. */
interface Case {
  /** The unit of the source, e.g. `nerima-a16-i7`. */
  unit: string;
  decision: string;
  answers: Record<string, string | string[]>;
  /** What the company is taken to have chosen, by question; without, what content/organization.yaml says. */
  settings?: Record<string, string>;
  /** Outcomes, the strictest first. */
  outcome: string[];
  /** Duties that apply, among others. */
  duties?: string[];
  /** Duties that do not. */
  not?: string[];
  /** Points on which documents differ. */
  contradictions?: string[];
}

const library = await readLibrary('content', '/');
const decisions = library.decisions.map(({ definition }) => definition);
const folder = 'test/fixtures/decision-cases';
const cases = readdirSync(folder).flatMap((file): Case[] => parse(readFileSync(join(folder, file), 'utf8')));
const units = new Set(library.handbooks.flatMap(({ source }) => source.units.map(({ id }) => id)));

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

test.each(
  cases.map(
    (one) => [`${one.unit} in ${one.decision}: ${JSON.stringify({ ...one.answers, ...one.settings })}`, one] as const,
  ),
)('%s', (_, { unit, decision, answers, settings, outcome, duties = [], not = [], contradictions = [] }) => {
  expect(units).toContain(unit);
  const found = decisions.find(({ id }) => id === decision);
  if (!found) throw new Error(`There is no decision "${decision}".`);
  const definition = withSettings(found, settings);
  const given = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, [answer].flat()]));
  const verdict = decide(definition, given);
  if (verdict.kind !== 'decided') throw new Error(`It still asks "${verdict.question.id}".`);
  const { result, steps } = verdict;
  // An answer that is never asked for would make a case say less than it seems to.
  expect(Object.keys(given)).toEqual(
    steps.filter(({ question }) => question.kind !== 'setting').map(({ question }) => question.id),
  );
  expect(result.outcomes.map(({ id }) => id)).toEqual(outcome);
  const applying = result.duties.map(({ duty }) => duty.id);
  expect(applying).toEqual(expect.arrayContaining(duties));
  expect(applying.filter((id) => not.includes(id))).toEqual([]);
  expect(definition.duties.map(({ id }) => id)).toEqual(expect.arrayContaining(not));
  expect(result.contradictions.map(({ point }) => point).sort()).toEqual([...contradictions].sort());
  const shown = [...result.outcomes, ...result.rules, ...result.duties.map(({ duty }) => duty)];
  const cited = shown.flatMap(({ basis }) => basis.flatMap(({ citation }) => library.provisions.get(citation)?.units));
  expect(cited).toContain(unit);
});

test.each(decisions.map((definition) => [definition.id, definition] as const))(
  '%s: a file in which nothing was known can still be opened',
  (_, definition) => {
    const asked = definition.questions.filter(({ kind }) => kind !== 'setting');
    const answers = Object.fromEntries(asked.map(({ id }) => [id, [unknown]]));
    expect(workOf(definition, answers)).toBeLessThanOrEqual(mostWork);
  },
);

test('there are cases for every decision', () => {
  console.log(`${cases.length} cases`);
  expect(decisions.map(({ id }) => id).filter((id) => !cases.some(({ decision }) => decision === id))).toEqual([]);
});

function withSettings(definition: DecisionDefinition, settings: Record<string, string> = {}): DecisionDefinition {
  const ids = definition.questions.filter(({ kind }) => kind === 'setting').map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(Object.keys(settings)));
  const questions = definition.questions.map((question) => {
    const value = settings[question.id];
    return value === undefined ? question : { ...question, value };
  });
  return { ...definition, questions };
}

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
