import { toSentHeader } from '../header/sent-header.ts';
import { type FieldProblem, validateHeader } from '../header/validate-fields.ts';
import type { DecisionAnswers } from './answers.ts';

/**
 * What has to be mended before a decided decision is handed over, in order of display.
 * @param today `YYYY-MM-DD` where the person is
 */
export function validateDecision({ header }: DecisionAnswers, today: string): FieldProblem[] {
  return validateHeader(toSentHeader(header), today);
}
