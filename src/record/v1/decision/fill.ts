import { trimBasis } from '../basis.ts';
import { type CompanyWords, chosenOf, fillTexts, isOpenText, type Worded } from '../company/words.ts';
import type { DecisionDefinition, Tell } from './definition.ts';

/**
 * A decision as people of this company see it: with its words, its settings answered, and without the duties whose
 * provisions its choices take off the pages.
 */
export function fillDecision({ template, words }: Worded<DecisionDefinition>): DecisionDefinition {
  const { choices = {}, ...unmarked } = template;
  const definition = markOpen(unmarked, words);
  const filled = fillTexts(definition, words, choices);
  const trim = <Part extends { basis: DecisionDefinition['outcomes'][number]['basis'] }>(part: Part) =>
    trimBasis(part, words);
  const { check } = filled;
  return {
    ...filled,
    questions: filled.questions.map((question) =>
      question.choice === undefined ? question : { ...question, value: chosenOf(words, question.choice) },
    ),
    outcomes: filled.outcomes.map(trim),
    rules: filled.rules.map(trim),
    duties: filled.duties.map(trim).filter(({ basis }) => basis.length > 0),
    ...(check ? { check: { ...check, profiles: check.profiles.map(trim) } } : {}),
  };
}

/** Marks what names something open, and empties numbers and addresses that nobody has written yet. */
function markOpen(definition: DecisionDefinition, words: CompanyWords): DecisionDefinition {
  const isOpen = (...texts: string[]) => texts.some((text) => isOpenText(text, words));
  const known = (text: string) => (isOpen(text) ? '' : text);
  const toKnown = ({ who, phone, mail }: Tell): Tell => ({ who, phone: known(phone), mail: known(mail) });
  return {
    ...definition,
    outcomes: definition.outcomes.map(({ tell, ...outcome }) => ({
      ...outcome,
      ...(tell && { tell: tell.map(toKnown) }),
      ...(isOpen(outcome.title, outcome.text) && { isOpen: true as const }),
    })),
    duties: definition.duties.map((duty) => (isOpen(duty.text) ? { ...duty, isOpen: true as const } : duty)),
  };
}
