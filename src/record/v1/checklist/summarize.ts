import { formatDate } from '../../../core/text/date.ts';
import { listBasis } from '../basis.ts';
import { requestBlocks } from '../header/request.ts';
import { headerRows } from '../header/sent-header.ts';
import { noticeBlock } from '../summary/notice-block.ts';
import type { SummaryBlock, SummaryColumn, SummaryDocument, SummaryRow } from '../summary/summary-document.ts';
import {
  currentGiven,
  currentStatus,
  describeAnswer,
  expiredItems,
  isAnswered,
  itemsOf,
  toSentAnswers,
} from './answer-set.ts';
import type { ChecklistAnswers, ItemAnswer, Status } from './answers.ts';
import { asksState } from './asked.ts';
import { countAnswers } from './count.ts';
import type { CheckItem, ChecklistDefinition, ChecklistSection } from './definition.ts';
import { isExpired } from './expiry.ts';
import { addedFields, statusMarks, statusNames } from './statuses.ts';
import { titleOf } from './title-of.ts';

/** Where a list asks for more than states, their column is wider: it holds what was typed. */
function toColumns(definition: ChecklistDefinition): SummaryColumn[] {
  const [text, answer, remarks] = itemsOf(definition).every(asksState) ? [0.36, 0.22, 0.35] : [0.34, 0.29, 0.3];
  return [
    { label: 'No', share: 0.07 },
    { label: '確認項目', share: text, header: true },
    { label: text === 0.36 ? '実施状況' : '回答', share: answer },
    { label: `${definition.evidenceName ?? '記録'}・備考`, share: remarks },
  ];
}

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
  const columns = toColumns(definition);
  const asked = { sent, evidenceName: definition.evidenceName };
  return {
    format: 'kitei-summary/1',
    title: definition.title,
    ...(sent.header.company !== '' && { company: sent.header.company }),
    number: documentNumber,
    definition: { kind: 'checklist', id: definition.id, version: definition.version },
    blocks: [
      ...noticeBlock(definition.notice),
      ...requestBlocks(sent.request),
      { kind: 'fields', caption: '記入者', rows: headerRows(sent.header, ['company', 'checker', 'checkedOn']) },
      ...summarizeAdded(definition, sent),
      ...summarizeCounts(definition, sent),
      { kind: 'heading', text: '確認項目' },
      ...definition.sections.map((section, index) => summarizeSection(section, index + 1, asked, columns)),
      ...summarizeBasis(definition),
      { kind: 'seal', labels: ['会社名', '氏名', '年月日', '押印'] },
    ],
  };
}

/** For whom and for what: only what is written. */
function summarizeAdded(
  { addedFields: own = addedFields }: ChecklistDefinition,
  { header }: ChecklistAnswers,
): SummaryBlock[] {
  const rows = headerRows(
    header,
    (['recipient', 'business'] as const).filter((key) => header[key] !== ''),
  );
  return rows.length === 0 ? [] : [{ kind: 'fields', caption: own.legend, rows }];
}

function summarizeCounts(definition: ChecklistDefinition, sent: ChecklistAnswers): SummaryBlock[] {
  const counts = countAnswers(definition, sent);
  const row = (label: string, value: string) => ({ label, value });
  const open = itemsOf(definition).filter((item) => !isAnswered(sent, item));
  const numbers = open.map((item) => item.number).join('、');
  const expired = expiredItems(definition, sent);
  const others = counts.asked - counts.total;
  const rows = [
    row('○ 実施', `${counts.circles} / ${counts.total}`),
    row('× 一部実施・予定', `${counts.partial}`),
    row('× 未実施', `${counts.notDone}`),
    row('対象外', `${counts.notApplicable}`),
  ];
  return [
    {
      kind: 'fields',
      caption: '集計',
      rows: [
        ...(counts.total > 0 ? rows : []),
        ...(others > 0 ? [row('選択・記入の問い', `回答 ${counts.othersAnswered} / ${others}`)] : []),
        row('未回答', `${counts.unanswered}`),
      ],
    },
    ...(open.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `回答していない項目が ${open.length} 件あります（No ${numbers}）。${counts.total > 0 ? '未回答は × に数えていません。' : ''}`,
          },
        ]
      : []),
    ...(expired.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `有効期限が確認日より前の記録が ${expired.length} 件あります（No ${expired.map(({ number }) => number).join('、')}）。`,
          },
        ]
      : []),
  ];
}

/** What a row is made of besides its item. */
interface Asked {
  sent: ChecklistAnswers;
  /** What the list asks for in place of 記録の名前. */
  evidenceName: string | undefined;
}

function summarizeSection(
  section: ChecklistSection,
  place: number,
  asked: Asked,
  columns: SummaryColumn[],
): SummaryBlock {
  const rows = section.items.map((item) => summarizeItem(item, asked));
  return { kind: 'table', caption: titleOf(section, place), columns, rows };
}

function summarizeItem(item: CheckItem, asked: Asked): SummaryRow {
  return item.answer ? summarizeGiven(item, asked) : summarizeStatus(item, asked);
}

function summarizeStatus(item: CheckItem, asked: Asked): SummaryRow {
  const { sent } = asked;
  const answer = currentStatus(sent, item);
  const status = answer?.status ?? 'unanswered';
  const state = [`${statusMarks[status]} ${statusNames[status]}`.trim()];
  if (answer?.dueOn) state.push(`予定日 ${formatDate(answer.dueOn)}`);
  const remarks = listEvidence(answer, asked);
  if (answer?.note) remarks.push(`${status === 'notApplicable' ? '理由' : '備考'}: ${answer.note}`);
  return {
    cells: [String(item.number), item.text, state.join('\n'), remarks.join('\n')],
    weight: weights[status],
  };
}

function summarizeGiven(item: CheckItem, asked: Asked): SummaryRow {
  const { sent } = asked;
  const answer = currentGiven(sent, item);
  const remarks = listEvidence(answer, asked);
  if (answer?.note) remarks.push(`備考: ${answer.note}`);
  return {
    cells: [String(item.number), item.text, describeAnswer(sent, item), remarks.join('\n')],
    weight: isAnswered(sent, item) ? 'plain' : 'open',
  };
}

/** The record and its days, a line each; of one that no longer held on the day of the check it says so. */
function listEvidence(answer: ItemAnswer | undefined, { sent, evidenceName }: Asked): string[] {
  if (!answer) return [];
  const { evidence, evidenceOn, evidenceUntil } = answer;
  const late = isExpired(answer, sent.header.checkedOn) ? '（確認日より前）' : '';
  return [
    ...(evidence ? [`${evidenceName ?? '記録'}: ${evidence}`] : []),
    ...(evidenceOn ? [`日付: ${formatDate(evidenceOn)}`] : []),
    ...(evidenceUntil ? [`有効期限: ${formatDate(evidenceUntil)}${late}`] : []),
  ];
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
