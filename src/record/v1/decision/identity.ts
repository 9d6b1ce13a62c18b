import type { Basis } from '../basis.ts';
import type { Template } from '../company/words.ts';
import type { DecisionDefinition } from './definition.ts';

/**
 * The parts of a decision that make its identity: what is asked and what follows from it, and every text beside it.
 * Addresses do not count: they depend on where a site is published.
 */
export function toIdentityParts(definition: Template<DecisionDefinition>): { asked: object; beside: object } {
  const {
    title,
    lead,
    notice,
    remarks,
    stageNames,
    undecided,
    questions,
    outcomes,
    rules,
    duties,
    contradictions,
    check,
    choices,
  } = definition;
  const asked = {
    title,
    choices,
    questions: questions.map(({ help, options, value, ...question }) => ({
      ...question,
      options: options.map(({ id, text }) => ({ id, text })),
    })),
    outcomes: outcomes.map(({ id, title, text }) => ({ id, title, text })),
    rules: rules.map(({ when, outcome }) => ({ when, outcome })),
    // A duty stands or falls with the provisions that the company's choices leave.
    duties: duties.map(({ basis, isOpen, ...duty }) => ({ ...duty, shown: basis.map(({ shown = [] }) => shown) })),
    contradictions,
    check: check?.profiles.map(({ basis, ...profile }) => profile),
  };
  const labels = (parts: readonly { basis: Basis[] }[]) =>
    parts.map(({ basis }) => basis.map(({ citation, label }) => ({ citation, label })));
  const beside = {
    lead,
    notice,
    remarks,
    stageNames,
    undecided,
    tell: outcomes.map(({ tell = [] }) => tell),
    helps: questions.map(({ help, options }) => [help, ...options.map((option) => option.help)]),
    labels: [labels(outcomes), labels(rules), labels(duties), labels(check?.profiles ?? [])],
    check: check && [check.title, check.lead],
  };
  return { asked, beside };
}
