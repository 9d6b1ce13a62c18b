import { type Basis, listBasis } from '../basis.ts';
import { headerRows } from '../header/sent-header.ts';
import { noticeBlock } from '../summary/notice-block.ts';
import type { SummaryBlock, SummaryColumn, SummaryDocument } from '../summary/summary-document.ts';
import { toSentDecision } from './answer-set.ts';
import type { DecisionAnswers } from './answers.ts';
import { type ActiveDuty, decide, type Result, type Verdict } from './decide.ts';
import type { Contradiction, DecisionDefinition, Duty, Outcome } from './definition.ts';
import { answerText, describeSkipped } from './describe.ts';
import { type Stage, stageNameOf, stages } from './stages.ts';

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
    ...(sent.header.company !== '' && { company: sent.header.company }),
    number: documentNumber,
    definition: { kind: 'decision', id: definition.id, version: definition.version },
    blocks: [
      ...noticeBlock(definition.notice),
      ...summarizeConclusion(definition, verdict),
      {
        kind: 'fields',
        caption: '記入者',
        rows: headerRows(
          sent.header,
          ['company', 'checker', 'checkedOn', 'recipient', 'business'],
          decisionHeaderNames,
        ),
      },
      ...summarizeDuties(definition, verdict),
      ...summarizeAnswers(verdict),
      ...summarizeRemarks(definition),
      ...(verdict.kind === 'decided' ? summarizeBasis(verdict.result) : []),
      { kind: 'seal', labels: ['会社名', '氏名', '年月日', '押印'] },
    ],
  };
}

function summarizeConclusion(definition: DecisionDefinition, verdict: Verdict): SummaryBlock[] {
  if (verdict.kind !== 'decided') {
    return [{ kind: 'paragraph', text: 'まだ結論は出ていません。答えていない質問があります。' }];
  }
  const [first, ...others] = verdict.result.outcomes;
  if (!first) return [];
  const unknown = '「わからない」と答えた質問があります。確かめるまでは、この結論に従ってください。';
  return [
    { kind: 'heading', text: '結論' },
    { kind: 'paragraph', text: first.title, tone: 'conclusion' },
    ...(others.length > 0 ? [{ kind: 'paragraph' as const, text: unknown }] : []),
    { kind: 'paragraph', text: first.text },
    ...tellLines(first).map((text) => ({ kind: 'paragraph' as const, text })),
    ...(first.isOpen ? [{ kind: 'paragraph' as const, text: definition.undecided ?? '' }] : []),
    ...(others.length > 0
      ? [
          { kind: 'heading' as const, text: '答えによっては、ほかにあり得る結論' },
          { kind: 'list' as const, items: others.map(({ title, text }) => `${title} ${text}`) },
        ]
      : []),
  ];
}

function tellLines({ tell = [] }: Outcome): string[] {
  return tell.map(({ who, phone, mail }) => `伝える相手: ${[who, phone, mail].filter(Boolean).join(' ')}`);
}

function summarizeDuties(definition: DecisionDefinition, verdict: Verdict): SummaryBlock[] {
  if (verdict.kind !== 'decided') return [];
  const { duties, contradictions } = verdict.result;
  return [
    ...(contradictions.length > 0
      ? [
          { kind: 'heading' as const, text: '決まりの食い違い' },
          { kind: 'list' as const, items: contradictions.map(contradictionText) },
        ]
      : []),
    ...toTables(
      'すること',
      definition,
      duties.filter(({ isCertain }) => isCertain),
    ),
    ...toTables(
      '答えによっては、すること',
      definition,
      duties.filter(({ isCertain }) => !isCertain),
    ),
  ];
}

/** 練馬区特記事項: …。規程: …。それぞれに従います。 */
function contradictionText({ positions, text }: Contradiction): string {
  return [...positions.map((position) => `${position.source}: ${position.text}`), text].join(' ');
}

function toTables(heading: string, definition: DecisionDefinition, duties: readonly ActiveDuty[]): SummaryBlock[] {
  const tables = stages.flatMap((stage) => {
    const some = duties.filter(({ duty }) => duty.stage === stage);
    return some.length > 0 ? [toTable(definition, stage, some)] : [];
  });
  return tables.length > 0 ? [{ kind: 'heading', text: heading }, ...tables] : [];
}

function summarizeRemarks({ remarks }: DecisionDefinition): SummaryBlock[] {
  if (remarks.length === 0) return [];
  return [
    { kind: 'heading', text: 'この判断についての注意' },
    { kind: 'list', items: remarks },
  ];
}

const dutyColumns: SummaryColumn[] = [
  { label: 'No', share: 0.06 },
  { label: 'すること', share: 0.54, header: true },
  { label: '根拠', share: 0.4 },
];

function toTable(definition: DecisionDefinition, stage: Stage, duties: readonly ActiveDuty[]): SummaryBlock {
  return {
    kind: 'table',
    caption: stageNameOf(definition, stage),
    columns: dutyColumns,
    rows: duties.map(({ duty }, index) => ({
      cells: [
        String(index + 1),
        dutyLines(duty, definition).join('\n'),
        duty.basis.map(({ label }) => label).join('\n'),
      ],
      weight: 'plain',
    })),
  };
}

/** What is to be done, by whom, and what is written down, a line each. */
function dutyLines({ text, who, record, isOpen }: Duty, { undecided = '' }: DecisionDefinition): string[] {
  return [
    text,
    ...(isOpen ? [undecided] : []),
    ...(who ? [`だれが: ${who}`] : []),
    ...(record ? [`記録: ${record}`] : []),
  ];
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
