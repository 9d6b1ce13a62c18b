import type { ChecklistAnswers } from '../checklist/answers.ts';
import type { ChecklistDefinition } from '../checklist/definition.ts';
import type { SummaryDocument } from '../summary/summary-document.ts';

/** `kitei.json`, attached to every PDF: the file explains itself without this site. */
export interface KiteiFile {
  format: 'kitei/1';
  /** Name and version of what made the file, e.g. `kitei 0.1.0`. */
  generator: string;
  definition: ChecklistDefinition;
  answers: ChecklistAnswers;
  summary: SummaryDocument;
}

/** The one name an attachment may have. */
export const kiteiFileName = 'kitei.json';
