import { expect } from 'vitest';
import { toSentForm } from '../../src/record/v1/form/answer-set.ts';
import type { FormAnswers, FormRow } from '../../src/record/v1/form/answers.ts';
import { FormAnswersSchema } from '../../src/record/v1/form/answers-schema.ts';
import type { FormDefinition, FormField } from '../../src/record/v1/form/definition.ts';
import { emptyFormAnswers, fieldsOf, tablesOf } from '../../src/record/v1/form/given.ts';
import { readFormAnswers } from '../../src/record/v1/form/read-answers.ts';
import { summarizeForm } from '../../src/record/v1/form/summarize.ts';
import { validateForm } from '../../src/record/v1/form/validate.ts';
import { SummaryDocumentSchema } from '../../src/record/v1/summary/summary-schema.ts';

type Random = (limit: number) => number;

const pieces = [
  ...[
    '',
    ' ',
    '\n',
    '\r\n',
    '　',
    '\t',
    '、',
    '。',
    '-',
    '/',
    ':',
    ',',
    '約',
    '甲',
    '𠮷',
    '辻\u{E0100}',
    '\u202e',
    '\ud800',
  ],
  ...[
    '2026',
    '令和8年',
    '元年',
    '11月',
    '30日',
    '14時',
    '5分',
    '午後',
    '１２',
    '0',
    '人',
    '<b>',
    '{business}',
    '$&',
    '__proto__',
  ],
];

/** Answers that nobody would type, and some that somebody would: to what is asked, and to what is not. */
export function randomAnswers(definition: FormDefinition, random: Random): FormAnswers {
  const pick = <One>(some: readonly One[], other: One): One => some[random(some.length)] ?? other;
  const text = (): string => Array.from({ length: random(7) }, () => pick(pieces, '')).join('');
  const answer = ({ kind, options = [] }: FormField): string => {
    if (random(4) === 0) return text();
    if (kind === 'date') return pick(['2026-11-30', '令和8年2月30日', '20261130', '1900/1/1'], '');
    if (kind === 'moment') return pick(['2026/11/30 14:5', '令和8年11月30日14時', '2026-11-30 24:00'], '');
    if (kind === 'number') return pick(['1,200人', '-0', '007', '1e5', '１２．５'], '');
    if (options.length > 0) return Array.from({ length: random(4) }, () => pick([...options, text()], '')).join('\n');
    return text();
  };
  const some = (fields: readonly FormField[]) =>
    Object.fromEntries([
      ...fields.filter(() => random(3) > 0).map((one) => [one.id, answer(one)]),
      ['never-asked', 'x'],
    ]);
  const rows = (fields: readonly FormField[]): FormRow[] =>
    Array.from({ length: random(6) }, (_, index) => ({ id: `r${index}`, cells: random(5) === 0 ? {} : some(fields) }));
  const tables = tablesOf(definition).filter(() => random(5) > 0);
  return {
    ...emptyFormAnswers(definition, 'case-1'),
    header:
      random(2) === 0
        ? { company: '甲', checker: '乙', checkedOn: '2026-11-30', recipient: '丙', business: '丁' }
        : { company: text(), checker: text(), checkedOn: text(), recipient: text(), business: text() },
    fields: some(fieldsOf(definition)),
    tables: Object.fromEntries([...tables.map(({ id, columns }) => [id, rows(columns)]), ['never-asked', rows([])]]),
  };
}

/** Holds what is to be true of whatever anybody types. @returns whether it could be handed over */
export function expectSound(definition: FormDefinition, answers: FormAnswers): boolean {
  const sent = toSentForm(definition, answers);
  expect(toSentForm(definition, sent)).toEqual(sent);
  const json = JSON.parse(JSON.stringify(sent));
  expect(readFormAnswers(json, definition)).toEqual({ ok: true, answers: sent });
  const problems = validateForm(definition, answers, '2026-11-30');
  for (const { message } of problems) expect(message).toMatch(/。$/);
  const summary = summarizeForm(definition, answers, { documentNumber: '3F2A-9C01-77B4' });
  expect(summary).toEqual(summarizeForm(definition, sent, { documentNumber: '3F2A-9C01-77B4' }));
  const isFine = problems.length === 0;
  // What may be handed over can be read again by everybody.
  if (isFine) {
    expect(SummaryDocumentSchema.safeParse(summary).success).toBe(true);
    expect(FormAnswersSchema.safeParse(sent).success).toBe(true);
  }
  return isFine;
}
