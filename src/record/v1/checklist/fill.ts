import { trimBasis } from '../basis.ts';
import { fillTexts, type Worded } from '../company/words.ts';
import type { ChecklistDefinition } from './definition.ts';

/** A check list as people of this company see it. */
export function fillChecklist({ template, words }: Worded<ChecklistDefinition>): ChecklistDefinition {
  const { choices = {}, ...definition } = template;
  const filled = fillTexts(definition, words, choices);
  return {
    ...filled,
    sections: filled.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => trimBasis(item, words)),
    })),
  };
}
