import { toSentHeader } from '../header/sent-header.ts';
import type { Answers, DecisionAnswers } from './answers.ts';
import { decide, type Verdict } from './decide.ts';
import type { DecisionDefinition, ReportField } from './definition.ts';
import { emptyDecisionAnswers, findText } from './given.ts';
import { mayHold } from './may-hold.ts';

/**
 * The answers as they leave the page: of the questions that are asked, the fields that belong to these answers, the times
 * of the duties that apply; texts without the spaces around them. A draft keeps more.
 */
export function toSentDecision(definition: DecisionDefinition, given: DecisionAnswers): DecisionAnswers {
  const verdict = decide(definition, given.answers);
  const steps = verdict.steps.filter(({ question }) => question.kind !== 'setting');
  const fields = shownFields(definition, verdict).flatMap(({ id }): [string, string][] => textEntry(given.fields, id));
  const isTimed = definition.report?.timed === true && verdict.kind === 'decided';
  const times = isTimed ? verdict.result.duties.flatMap(({ duty }) => textEntry(given.times, duty.id)) : [];
  return {
    ...emptyDecisionAnswers(definition, given.case),
    header: toSentHeader(given.header),
    answers: Object.fromEntries(steps.map(({ question, answer }) => [question.id, answer])),
    fields: Object.fromEntries(fields),
    times: Object.fromEntries(times),
  };
}

/** The fields of the report that belong to the answers; with 「わからない」 those of every answer it stands for. */
export function shownFields({ report }: DecisionDefinition, verdict: Verdict): ReportField[] {
  if (!report || verdict.kind !== 'decided') return [];
  const answers: Answers = Object.fromEntries(verdict.steps.map(({ question, answer }) => [question.id, answer]));
  return report.fields.filter(({ when }) => mayHold(when, answers));
}

function textEntry(texts: Readonly<Record<string, string>>, id: string): [string, string][] {
  const text = findText(texts, id).replace(/\r\n?/g, '\n').trim();
  return text === '' ? [] : [[id, text]];
}
