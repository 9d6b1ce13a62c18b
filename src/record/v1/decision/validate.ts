import { toDateText } from '../../../core/text/date.ts';
import { dateMessage, type FieldProblem, problemAt, textMessage, validateHeader } from '../header/validate-fields.ts';
import { shownFields, toSentDecision } from './answer-set.ts';
import type { DecisionAnswers } from './answers.ts';
import { decide } from './decide.ts';
import type { DecisionDefinition } from './definition.ts';
import { reportFieldId, timeFieldId } from './field-ids.ts';
import { findText } from './given.ts';

/** Longest texts of the report, in characters (code points). */
export const longestFieldTexts = { line: 200, text: 5000, time: 40 } as const;

/**
 * What has to be mended before a decided decision is handed over, in order of display. No field of the report must be
 * filled in: an empty one says 記入なし.
 * @param today `YYYY-MM-DD` where the person is
 */
export function validateDecision(
  definition: DecisionDefinition,
  given: DecisionAnswers,
  today: string,
): FieldProblem[] {
  const sent = toSentDecision(definition, given);
  const verdict = decide(definition, sent.answers);
  const times = verdict.kind === 'decided' && definition.report?.timed ? verdict.result.duties : [];
  return [
    ...times.flatMap(({ duty }, index) =>
      problemAt(
        timeFieldId(duty.id),
        textMessage(findText(sent.times, duty.id), {
          name: `「すること」の${index + 1}番目の時刻`,
          max: longestFieldTexts.time,
          required: false,
          lines: false,
        }),
      ),
    ),
    ...validateHeader(sent.header, today),
    ...shownFields(definition, verdict).flatMap(({ id, label, kind }) => {
      const text = findText(sent.fields, id);
      if (kind === 'date')
        return problemAt(reportFieldId(id), text === '' ? undefined : dateMessage(toDateText(text), label, today));
      const max = longestFieldTexts[kind];
      return problemAt(
        reportFieldId(id),
        textMessage(text, { name: label, max, required: false, lines: kind === 'text' }),
      );
    }),
  ];
}
