import { formatDate } from '../../../core/text/date.ts';
import { listBasis } from '../basis.ts';
import { headerRows } from '../header/sent-header.ts';
import { noticeBlock } from '../summary/notice-block.ts';
import type { SummaryBlock, SummaryColumn, SummaryDocument, SummaryRow } from '../summary/summary-document.ts';
import { currentAnswer, itemsOf, statusOf, toSentAnswers } from './answer-set.ts';
import type { ChecklistAnswers, Status } from './answers.ts';
import { countAnswers } from './count.ts';
import type { CheckItem, ChecklistDefinition, ChecklistSection } from './definition.ts';
import { statusMarks, statusNames } from './statuses.ts';

const columns: SummaryColumn[] = [
  { label: 'No', share: 0.07 },
  { label: '確認項目', share: 0.43, header: true },
  { label: '実施状況', share: 0.2 },
  { label: '記録・備考', share: 0.3 },
];

const weights: Readonly<Record<Status, SummaryRow['weight']>> = {
  done: 'plain',
  partial: 'attention',
  notDone: 'attention',
  notApplicable: 'plain',
  unanswered: 'open',
};

/**
 * A filled-in list as screen, paper and PDF show it. Depends on nothing else, so that a verifier can compute it afresh
 * from the definition and the answers of a file and compare.
 * @param documentNumber of the answers as sent; see documentNumberOf()
 */
export function summarize(
  definition: ChecklistDefinition,
  answers: ChecklistAnswers,
  { documentNumber }: { documentNumber: string },
): SummaryDocument {
  const sent = toSentAnswers(definition, answers);
  return {
    format: 'kitei-summary/1',
    title: definition.title,
    number: documentNumber,
    definition: { kind: 'checklist', id: definition.id, version: definition.version },
    blocks: [
      ...noticeBlock(definition.notice),
      { kind: 'fields', caption: '記入者', rows: headerRows(sent.header, ['company', 'checker', 'checkedOn']) },
      { kind: 'fields', caption: 'このサイトで加えた欄', rows: headerRows(sent.header, ['recipient', 'business']) },
      ...summarizeCounts(definition, sent),
      { kind: 'heading', text: '確認項目' },
      ...definition.sections.map((section, index) => summarizeSection(section, index + 1, sent)),
      ...summarizeBasis(definition),
      { kind: 'seal', labels: ['会社名', '氏名', '年月日', '押印'] },
    ],
  };
}

function summarizeCounts(definition: ChecklistDefinition, sent: ChecklistAnswers): SummaryBlock[] {
  const counts = countAnswers(definition, sent);
  const row = (label: string, value: string) => ({ label, value });
  const open = itemsOf(definition).filter((item) => statusOf(sent, item) === 'unanswered');
  const numbers = open.map((item) => item.number).join('、');
  return [
    {
      kind: 'fields',
      caption: '集計',
      rows: [
        row('○ 実施', `${counts.circles} / ${counts.total}`),
        row('× 一部実施・予定', `${counts.partial}`),
        row('× 未実施', `${counts.notDone}`),
        row('対象外', `${counts.notApplicable}`),
        row('未回答', `${counts.unanswered}`),
      ],
    },
    ...(open.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `回答していない項目が ${open.length} 件あります（No ${numbers}）。未回答は × に数えていません。`,
          },
        ]
      : []),
  ];
}

function summarizeSection(section: ChecklistSection, place: number, sent: ChecklistAnswers): SummaryBlock {
  const rows = section.items.map((item) => summarizeItem(item, sent));
  return { kind: 'table', caption: `${place}. ${section.title}`, columns, rows };
}

function summarizeItem(item: CheckItem, sent: ChecklistAnswers): SummaryRow {
  const answer = currentAnswer(sent, item);
  const status = answer?.status ?? 'unanswered';
  const state = [`${statusMarks[status]} ${statusNames[status]}`.trim()];
  if (answer?.dueOn) state.push(`予定日 ${formatDate(answer.dueOn)}`);
  const remarks: string[] = [];
  if (answer?.evidence) remarks.push(`記録: ${answer.evidence}`);
  if (answer?.note) remarks.push(`${status === 'notApplicable' ? '理由' : '備考'}: ${answer.note}`);
  return {
    cells: [String(item.number), item.text, state.join('\n'), remarks.join('\n')],
    weight: weights[status],
  };
}

/** What the items rest on, in their order. */
function summarizeBasis(definition: ChecklistDefinition): SummaryBlock[] {
  const items = listBasis(itemsOf(definition).flatMap(({ basis }) => basis));
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: '根拠とした規定' },
    { kind: 'list', items },
  ];
}
