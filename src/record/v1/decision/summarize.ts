import { formatDate } from '../../../core/text/date.ts';
import { type Basis, listBasis } from '../basis.ts';
import { headerRows } from '../header/sent-header.ts';
import type { SummaryBlock, SummaryColumn, SummaryDocument } from '../summary/summary-document.ts';
import { shownFields, toSentDecision } from './answer-set.ts';
import type { DecisionAnswers } from './answers.ts';
import { type ActiveDuty, decide, type Result, type Verdict } from './decide.ts';
import type { DecisionDefinition } from './definition.ts';
import { answerText, describeSkipped } from './describe.ts';
import { findText } from './given.ts';
import { stageNameOf, stages } from './stages.ts';

/** 確認者・確認日 are words of the check list; who decides and when is meant here. */
export const decisionHeaderNames = { checker: '記入者', checkedOn: '記入日' } as const;

/**
 * A decision with its answers as screen, paper and PDF show it. Depends on nothing else, so that a verifier can compute
 * it afresh from the definition and the answers of a file and compare.
 * @param documentNumber of the answers as sent; see documentNumberOf()
 */
export function summarizeDecision(
  definition: DecisionDefinition,
  answers: DecisionAnswers,
  { documentNumber }: { documentNumber: string },
): SummaryDocument {
  const sent = toSentDecision(definition, answers);
  const verdict = decide(definition, sent.answers);
  return {
    format: 'kitei-summary/1',
    title: definition.title,
    number: documentNumber,
    definition: { kind: 'decision', id: definition.id, version: definition.version },
    blocks: [
      { kind: 'paragraph', text: definition.notice, tone: 'notice' },
      ...summarizeConclusion(verdict),
      {
        kind: 'fields',
        caption: '記入者',
        rows: headerRows(
          sent.header,
          ['company', 'checker', 'checkedOn', 'recipient', 'business'],
          decisionHeaderNames,
        ),
      },
      ...summarizeDuties(definition, sent, verdict),
      ...summarizeReport(definition, sent, verdict),
      ...summarizeAnswers(verdict),
      ...summarizeRemarks(definition),
      ...(verdict.kind === 'decided' ? summarizeBasis(verdict.result) : []),
      { kind: 'seal', labels: ['会社名', '氏名', '年月日', '押印'] },
    ],
  };
}

function summarizeConclusion(verdict: Verdict): SummaryBlock[] {
  if (verdict.kind !== 'decided') {
    return [{ kind: 'paragraph', text: 'まだ結論は出ていません。答えていない質問があります。' }];
  }
  const { outcomes } = verdict.result;
  const several =
    '「わからない」と答えた質問があります。あり得る結論を、厳しい順に並べました。確かめるまでは、いちばん上に従ってください。';
  return [
    { kind: 'heading', text: '結論' },
    ...(outcomes.length > 1 ? [{ kind: 'paragraph' as const, text: several }] : []),
    ...outcomes.flatMap(({ title, text }): SummaryBlock[] => [
      { kind: 'paragraph', text: title, tone: 'conclusion' },
      { kind: 'paragraph', text },
    ]),
  ];
}

function summarizeDuties(definition: DecisionDefinition, sent: DecisionAnswers, verdict: Verdict): SummaryBlock[] {
  if (verdict.kind !== 'decided') return [];
  const { duties, contradictions } = verdict.result;
  const timed = definition.report?.timed === true ? sent : undefined;
  const tables = stages.flatMap((stage) => {
    const some = duties.filter(({ duty }) => duty.stage === stage);
    return some.length > 0 ? [toTable(stageNameOf(definition, stage), some, timed)] : [];
  });
  return [
    ...(contradictions.length > 0
      ? [
          { kind: 'heading' as const, text: '決まりの食い違い' },
          { kind: 'list' as const, items: contradictions.map(({ text }) => text) },
        ]
      : []),
    ...(tables.length > 0 ? [{ kind: 'heading' as const, text: 'すること' }] : []),
    ...tables,
  ];
}

function summarizeRemarks({ remarks }: DecisionDefinition): SummaryBlock[] {
  if (remarks.length === 0) return [];
  return [
    { kind: 'heading', text: 'この判断についての注意' },
    { kind: 'list', items: remarks },
  ];
}

const plainColumns: SummaryColumn[] = [
  { label: 'No', share: 0.06 },
  { label: 'すること', share: 0.54, header: true },
  { label: '根拠', share: 0.4 },
];
const timedColumns: SummaryColumn[] = [
  { label: 'No', share: 0.06 },
  { label: 'すること', share: 0.48, header: true },
  { label: '根拠', share: 0.3 },
  { label: '行った時刻', share: 0.16 },
];

function toTable(caption: string, duties: readonly ActiveDuty[], timed: DecisionAnswers | undefined): SummaryBlock {
  return {
    kind: 'table',
    caption,
    columns: timed ? timedColumns : plainColumns,
    rows: duties.map(({ duty, isCertain }, index) => ({
      cells: [
        String(index + 1),
        dutyLines({ duty, isCertain }).join('\n'),
        duty.basis.map(({ label }) => label).join('\n'),
        ...(timed ? [findText(timed.times, duty.id)] : []),
      ],
      weight: 'plain',
    })),
  };
}

/** What is to be done, by whom, and what is written down, a line each. */
function dutyLines({ duty, isCertain }: ActiveDuty): string[] {
  return [
    isCertain ? duty.text : `（答えによっては）${duty.text}`,
    ...(duty.who ? [`だれが: ${duty.who}`] : []),
    ...(duty.record ? [`記録: ${duty.record}`] : []),
  ];
}

function summarizeReport(definition: DecisionDefinition, sent: DecisionAnswers, verdict: Verdict): SummaryBlock[] {
  const fields = shownFields(definition, verdict);
  if (!definition.report || fields.length === 0) return [];
  const rows = fields.map(({ id, label, kind }) => {
    const text = findText(sent.fields, id);
    return { label, value: (kind === 'date' ? formatDate(text) : text) || '記入なし' };
  });
  return [{ kind: 'fields', caption: definition.report.title, rows }];
}

function summarizeAnswers({ steps, skipped }: Verdict): SummaryBlock[] {
  const answers: SummaryBlock = {
    kind: 'table',
    caption: '答え',
    columns: [
      { label: '質問', share: 0.6, header: true },
      { label: '答え', share: 0.4 },
    ],
    rows: steps.map(({ question, answer }) => ({
      cells: [question.text, answerText(question, answer)],
      weight: 'plain',
    })),
  };
  const asked: SummaryBlock[] = [{ kind: 'heading', text: '答えた質問と、聞かなかった質問' }, answers];
  if (skipped.length === 0) return asked;
  return [...asked, { kind: 'list', items: skipped.map(describeSkipped) }];
}

/** What the conclusion and its duties rest on. */
function summarizeBasis(result: Result): SummaryBlock[] {
  const items = listBasis(basisOf(result));
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: '根拠とした規定' },
    { kind: 'list', items },
  ];
}

/** Everything that a result rests on: outcomes and rules first, then duties. */
function basisOf({ outcomes, rules, duties }: Result): Basis[] {
  return [...outcomes, ...rules, ...duties.map(({ duty }) => duty)].flatMap(({ basis }) => basis);
}
