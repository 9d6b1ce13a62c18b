import type { DecisionDefinition } from '../../record/v1/decision/definition.ts';
import type { OfferedBy } from './papers.ts';

/** A decision without its texts, and when each of its papers is offered. */
export interface DecisionLogic extends DecisionDefinition {
  papers: OfferedBy[];
}

/**
 * What a page needs to decide: ids, conditions and order. Its texts stand in the page already, once; they are taken from
 * there, and the whole definition is fetched only when a file is made of the result.
 */
export function toLogic(definition: DecisionDefinition, papers: readonly OfferedBy[]): DecisionLogic {
  const { undecided: _, ...rest } = definition;
  const { questions, outcomes, rules, duties, contradictions, check } = rest;
  return {
    ...rest,
    papers: papers.map(({ form, duties, when }) => ({ form, duties, ...(when && { when }) })),
    lead: '',
    notice: '',
    remarks: [],
    questions: questions.map(({ choice: _, ...question }) => ({
      ...question,
      help: '',
      // A setting stands in no question of the page.
      ...(question.kind === 'setting'
        ? {}
        : { text: '', options: question.options.map(({ id }) => ({ id, text: '', help: '' })) }),
    })),
    outcomes: outcomes.map(({ id }) => ({ id, title: '', text: '', basis: [] })),
    rules: rules.map((rule) => ({ ...rule, basis: [] })),
    duties: duties.map(({ isOpen: _, ...duty }) => ({ ...duty, text: '', who: '', record: '', basis: [] })),
    contradictions: contradictions.map(({ point, positions }) => ({
      point,
      positions: positions.map(({ source }) => ({ source, text: '' })),
      text: '',
    })),
    ...(check
      ? {
          check: {
            ...check,
            title: '',
            lead: '',
            profiles: check.profiles.map((profile) => ({ ...profile, label: '', byEye: [], basis: [] })),
          },
        }
      : {}),
  };
}
