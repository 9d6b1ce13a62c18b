import { describe, expect, test } from 'vitest';
import { expiredItems, isAnythingTyped, toSentAnswers } from '../../../../src/record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers, StatusAnswer } from '../../../../src/record/v1/checklist/answers.ts';
import { ChecklistAnswersSchema } from '../../../../src/record/v1/checklist/answers-schema.ts';
import type { ChecklistDefinition } from '../../../../src/record/v1/checklist/definition.ts';
import { asksDays, toSentDays } from '../../../../src/record/v1/checklist/evidence.ts';
import { isExpired } from '../../../../src/record/v1/checklist/expiry.ts';
import { findCharacter } from '../../../../src/record/v1/checklist/find-character.ts';
import { readAnswersValue } from '../../../../src/record/v1/checklist/read-answers.ts';
import { summarize } from '../../../../src/record/v1/checklist/summarize.ts';
import { validateAnswers } from '../../../../src/record/v1/checklist/validate.ts';
import { answer, definition, filled } from './fixture.ts';
import { given, kinds, kindsAnswered } from './kinds-fixture.ts';

/** No. 1 with these texts, checked on 2026-11-20. */
function withManager(change: Partial<StatusAnswer>, list: ChecklistDefinition = definition) {
  const answers: ChecklistAnswers = { ...filled, items: { ...filled.items, manager: answer(1, change) } };
  return { answers, sent: toSentAnswers(list, answers), check: validateAnswers(list, answers, '2026-11-21') };
}

const certificate = { evidence: 'ISMS の登録証', evidenceOn: '2025-04-01', evidenceUntil: '2028-03-31' };

describe('the days of a record', () => {
  test('leave the page in one form, and not at all where nobody typed one', () => {
    const typed = { evidence: '登録証', evidenceOn: ' 令和7年4月1日 ', evidenceUntil: '２０２８/３/３１' };
    expect(withManager(typed).sent.items['manager']).toMatchObject({
      evidenceOn: '2025-04-01',
      evidenceUntil: '2028-03-31',
    });
    const bare = withManager({ evidence: '登録証', evidenceOn: ' ' }).sent.items['manager'];
    expect(Object.keys(bare ?? {})).toEqual(['status', 'evidence', 'note', 'dueOn', 'meaning']);
  });

  test.each(['notDone', 'notApplicable'] as const)('belong to no answer %s, but stay in the draft', (status) => {
    const { answers, sent } = withManager({ ...certificate, status, note: '使わない' });
    expect(sent.items['manager']).not.toHaveProperty('evidenceUntil');
    expect(answers.items['manager']).toMatchObject(certificate);
  });

  test('belong to no list that asks for something else than a record', () => {
    const list = { ...definition, evidenceName: '定めた条' };
    const { sent, check } = withManager({ ...certificate, evidence: '第5条' }, list);
    expect(sent.items['manager']).toMatchObject({ evidence: '第5条' });
    expect(sent.items['manager']).not.toHaveProperty('evidenceOn');
    expect(check.expired).toEqual([]);
    const [, , , , , , table] = summarize(list, sent, { documentNumber: 'x' }).blocks;
    expect(table).toMatchObject({ kind: 'table', columns: [{}, {}, {}, { label: '定めた条・備考' }] });
    expect(JSON.stringify(table)).toContain('定めた条: 第5条');
  });

  test('are something typed', () => {
    const items = { manager: answer(1, { status: 'unanswered', evidenceUntil: '2028' }) };
    expect(isAnythingTyped({ ...filled, header: { ...filled.header, ...emptyHeader }, items })).toBe(true);
  });

  test('are asked for where a record is: by every state, and by others that say which record fits', () => {
    const asked = kinds.sections.flatMap(({ items }) => items.filter((item) => asksDays(kinds, item)));
    expect(asked.map(({ id }) => id)).toEqual(['q-1-1', 'q-1-3']);
  });

  test('come through a file, and one without them still does', () => {
    for (const answers of [kindsAnswered, filled]) {
      expect(ChecklistAnswersSchema.safeParse(answers).success).toBe(true);
      const list = answers === filled ? definition : kinds;
      const reading = readAnswersValue(JSON.parse(JSON.stringify(answers)), list);
      expect(reading).toEqual({ ok: true, answers });
    }
  });

  test('are places where a character may stand', () => {
    const { sent } = withManager({ evidence: '証', evidenceUntil: '〇' });
    expect(findCharacter(definition, sent, '〇')).toEqual([
      { fieldId: 'item-manager-evidenceUntil', label: 'No.1 の有効期限' },
    ]);
  });
});

const emptyHeader = { company: '', checker: '', checkedOn: '', recipient: '', business: '' };

describe('what is wrong with them', () => {
  test.each([
    ['a sound pair', certificate, []],
    ['one day alone', { evidence: '証', evidenceUntil: '2028-03-31' }, []],
    ['the same day twice', { evidence: '証', evidenceOn: '2026-11-01', evidenceUntil: '2026-11-01' }, []],
    ['no name', { ...certificate, evidence: ' ' }, ['No.1 の記録の名前を入力してください。']],
    [
      'no day',
      { ...certificate, evidenceOn: '春ごろ' },
      ['No.1 の記録の日付には、実際にある日付を 1900 年から 2100 年までの年月日で入力してください（例: 2027-03-31）。'],
    ],
    [
      'the end before the beginning',
      { ...certificate, evidenceUntil: '2025-03-31' },
      ['No.1 の有効期限が、記録の日付より前です。どちらかを直してください。'],
    ],
  ])('%s', (_, change, messages) => {
    expect(withManager(change).check.problems.map(({ message }) => message)).toEqual(messages);
  });
});

describe('a record that no longer held on the day of the check', () => {
  const over = { evidence: '旧登録証', evidenceUntil: '2026-11-19' };

  test('is told, not refused', () => {
    const { check } = withManager(over);
    expect(check.problems).toEqual([]);
    expect(check.expired.map(({ id }) => id)).toEqual(['manager']);
    expect(withManager({ ...over, evidenceUntil: '2026-11-20' }).check.expired).toEqual([]);
  });

  test('is said on paper, at its row and at the head', () => {
    const text = JSON.stringify(summarize(definition, withManager(over).sent, { documentNumber: 'x' }));
    expect(text).toContain('有効期限が確認日より前の記録が 1 件あります（No 1）。');
    expect(text).toContain('記録: 旧登録証\\n有効期限: 2026年11月19日（確認日より前）');
    const sound = JSON.stringify(summarize(definition, withManager(certificate).sent, { documentNumber: 'x' }));
    expect(sound).not.toContain('確認日より前');
    expect(sound).toContain('記録: ISMS の登録証\\n日付: 2025年4月1日\\n有効期限: 2028年3月31日');
  });

  test('is one by the day that is asked, and none where that is no day', () => {
    expect(expiredItems(kinds, kindsAnswered).map(({ id }) => id)).toEqual(['q-1-1']);
    expect(expiredItems(kinds, kindsAnswered, '2027-04-01').map(({ id }) => id)).toEqual(['q-1-1', 'q-1-3']);
    expect(expiredItems(kinds, kindsAnswered, '')).toEqual([]);
    expect(isExpired({ evidenceUntil: '期限なし' }, '2026-11-20')).toBe(false);
    expect(toSentDays(given('q-1-3', ['2026-04-01']))).toEqual({});
  });
});
