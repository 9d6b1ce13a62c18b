import { trimBasis } from '../basis.ts';
import { chosenOf, fillTexts, type Worded } from '../company/words.ts';
import type { DecisionDefinition } from './definition.ts';

/**
 * A decision as people of this company see it: with its words, its settings answered, and without the duties whose
 * provisions its choices take off the pages.
 */
export function fillDecision({ template, words }: Worded<DecisionDefinition>): DecisionDefinition {
  const { choices = {}, ...definition } = template;
  const filled = fillTexts(definition, words, choices);
  const trim = <Part extends { basis: DecisionDefinition['outcomes'][number]['basis'] }>(part: Part) =>
    trimBasis(part, words);
  const { report, check } = filled;
  return {
    ...filled,
    questions: filled.questions.map((question) =>
      question.choice === undefined ? question : { ...question, value: chosenOf(words, question.choice) },
    ),
    outcomes: filled.outcomes.map(trim),
    rules: filled.rules.map(trim),
    duties: filled.duties.map(trim).filter(({ basis }) => basis.length > 0),
    ...(report ? { report: { ...report, fields: report.fields.map(trim) } } : {}),
    ...(check ? { check: { ...check, profiles: check.profiles.map(trim) } } : {}),
  };
}
