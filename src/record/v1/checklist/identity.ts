import type { Template } from '../company/words.ts';
import type { ChecklistDefinition } from './definition.ts';
import { offeredStatuses } from './meaning.ts';

/**
 * The parts of a list that make its identity: what is asked, and every text beside it. Addresses do not count: they
 * depend on where a site is published.
 */
export function toIdentityParts({
  title,
  lead,
  notice,
  addedFields,
  notApplicable,
  each,
  states,
  evidenceName,
  sections,
  choices,
}: Template<ChecklistDefinition>): {
  asked: object;
  beside: object;
} {
  const asked = {
    title,
    choices,
    states: offeredStatuses,
    sections: sections.map((section) => ({
      title: section.title,
      items: section.items.map(({ id, number, text, answer }) => ({ id, number, text, answer })),
    })),
  };
  const beside = sections.flatMap((section) =>
    section.items.map(({ guidance, evidence, clauses, basis }) => ({
      guidance,
      evidence,
      clauses,
      basis: basis.map(({ citation, label }) => ({ citation, label })),
    })),
  );
  return { asked, beside: { lead, notice, addedFields, notApplicable, each, states, evidenceName, beside } };
}
