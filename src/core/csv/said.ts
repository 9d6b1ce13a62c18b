import { type ChecklistContents, findChecklist, findDecision, findForm } from '../../record/contents.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import { describeAnswer, findAnswer, itemsOf, toSentAnswers } from '../../record/v1/checklist/answer-set.ts';
import type { CheckItem } from '../../record/v1/checklist/definition.ts';
import { evidenceDays, evidenceNameOf, fieldNames } from '../../record/v1/checklist/statuses.ts';
import { decide } from '../../record/v1/decision/decide.ts';
import { answerText } from '../../record/v1/decision/describe.ts';
import type { FormField, FormTable } from '../../record/v1/form/definition.ts';
import { findCell, findField, rowsOf } from '../../record/v1/form/given.ts';
import { chosenOf } from '../../record/v1/form/sent-text.ts';

/** One thing that was asked in a file, and what was answered. */
export interface Said {
  /** The same in two files that ask the same in the same words. */
  key: string;
  /** e.g. `第2版 No.1 責任者を決めている` */
  title: string;
  text: string;
}

/** All that was answered in a file, in order of display; what its list alone asks, the head of every file beside it. */
export function listSaid(file: KiteiFile): Said[] {
  const { definition, answers } = file;
  const say = (id: readonly string[], title: string, text: string): Said => ({
    key: JSON.stringify([answers.kind, definition.id, definition.version, ...id, title]),
    title: `第${definition.version}版 ${title}`,
    text,
  });
  return [...sayChecklist(file, say), ...sayDecision(file, say), ...sayForm(file, say)];
}

type Say = (id: readonly string[], title: string, text: string) => Said;

function sayChecklist(file: KiteiFile, say: Say): Said[] {
  const list = findChecklist(file);
  if (!list) return [];
  const sent = { ...list, answers: toSentAnswers(list.definition, list.answers) };
  return itemsOf(list.definition).flatMap((item) => [
    say([item.id], `No.${item.number} ${item.text}`, describeAnswer(list.answers, item)),
    ...sayEvidence(item, sent, say),
  ]);
}

/** The record and its days, a column each, as a spreadsheet can sort and compare them; of what nobody typed there is none. */
function sayEvidence({ id, number }: CheckItem, { definition, answers }: ChecklistContents, say: Say): Said[] {
  const answer = findAnswer(answers, id);
  const names = { ...fieldNames, evidence: evidenceNameOf(definition) };
  return (['evidence', ...evidenceDays] as const).flatMap((field) => {
    const text = answer?.[field] ?? '';
    return text === '' ? [] : [say([id, field], `No.${number} の${names[field]}`, text)];
  });
}

function sayDecision(file: KiteiFile, say: Say): Said[] {
  const made = findDecision(file);
  if (!made) return [];
  const { definition, answers } = made;
  const verdict = decide(definition, answers.answers);
  const outcomes = verdict.kind === 'decided' ? verdict.result.outcomes.map(({ title }) => title) : [];
  return [
    ...verdict.steps.map(({ question, answer }) =>
      say(['question', question.id], question.text, answerText(question, answer)),
    ),
    say(['outcome'], '結論', outcomes.join('\n')),
  ];
}

function sayForm(file: KiteiFile, say: Say): Said[] {
  const form = findForm(file);
  if (!form) return [];
  const { definition, answers } = form;
  return definition.parts.flatMap((part): Said[] => {
    if (part.kind === 'text') return [];
    if (part.kind === 'fields') {
      return part.fields.map((field) =>
        say(['field', field.id], labelOf(field, part.title), toText(field, findField(answers, field.id))),
      );
    }
    return part.columns.map((column) =>
      say(['cell', part.id, column.id], labelOf(column, nameOf(part)), listCells(part, column)),
    );
  });

  /** A line for each row that has something in the column: `2) 電磁的記録媒体`. */
  function listCells({ id }: FormTable, column: FormField): string {
    return rowsOf(answers, id)
      .flatMap((row, index) => {
        const text = toText(column, findCell(row, column.id)).replaceAll('\n', '／');
        return text === '' ? [] : [`${index + 1}) ${text}`];
      })
      .join('\n');
  }
}

function nameOf({ title, row }: FormTable): string {
  return title || row;
}

/** What is asked: `2 予定日 / 人数（人）`. */
export function labelOf({ label, unit }: FormField, title: string): string {
  const whole = unit === undefined ? label : `${label}（${unit}）`;
  return title === '' ? whole : `${title} / ${whole}`;
}

/** An answer on one line, but for texts of several. */
export function toText({ kind }: Pick<FormField, 'kind'>, text: string): string {
  return kind === 'several' ? chosenOf(text).join('、') : text;
}
