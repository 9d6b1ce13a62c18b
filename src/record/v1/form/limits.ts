import type { FormAnswers } from './answers.ts';
import type { FormDefinition, FormPart } from './definition.ts';
import { rowsOf, tablesOf } from './given.ts';

/** Longest texts in characters (code points). */
export const longestFormTexts = { line: 200, text: 5000 } as const;
/** Most rows of all tables together, and most fields outside of tables. */
export const mostRows = 2000;
export const mostFields = 60;
/** Most parts of a form, and most columns of a table. */
export const mostParts = 30;
export const mostColumns = 14;
/** Most sheets of a form that has one for each row. */
export const mostSheets = 200;
/** Most rows and sentences that its sheets may print together: all but the table of the rows stands on each of them. */
const mostPrinted = 20_000;

/** How many sheets the paper has that are made for a row each; 0 of a form that has none of these. */
export function countSheets({ each }: FormDefinition, answers: FormAnswers): number {
  return each === undefined ? 0 : rowsOf(answers, each).length;
}

/** How many rows there are in all tables. */
export function countRows(definition: FormDefinition, answers: FormAnswers): number {
  return tablesOf(definition).reduce((sum, { id }) => sum + rowsOf(answers, id).length, 0);
}

/** Whether the paper stays within bounds. */
export function isFormBounded(definition: FormDefinition, answers: FormAnswers): boolean {
  const sheets = countSheets(definition, answers);
  const rows = countRows(definition, answers);
  return rows <= mostRows && sheets <= mostSheets && sheets * (rows - sheets + countLines(definition)) <= mostPrinted;
}

/** Blocks of one sheet, roughly: more rather than fewer. */
function countLines({ body, parts }: FormDefinition): number {
  const lines = (part: FormPart) => {
    if (part.kind === 'text') return part.lines.length;
    return part.kind === 'table' ? part.notes.length + 1 : 1;
  };
  return parts.reduce((sum, part) => sum + lines(part), body.length + 10);
}
