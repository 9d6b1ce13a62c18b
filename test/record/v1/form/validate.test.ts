import { describe, expect, test } from 'vitest';
import type { FormAnswers } from '../../../../src/record/v1/form/answers.ts';
import { emptyFormAnswers } from '../../../../src/record/v1/form/given.ts';
import { validateForm } from '../../../../src/record/v1/form/validate.ts';
import { plan, planned, pledge, pledged, row } from './fixture.ts';

const part = plan.parts[1];
const planField = part?.kind === 'fields' ? part.fields[0] : undefined;
if (!planField) throw new Error('The fixture has no field.');

const today = '2026-11-30';
const problemsOf = (change: Partial<FormAnswers>, form = plan) =>
  validateForm(form, { ...planned, ...change }, today).map(({ fieldId, message }) => `${fieldId}: ${message}`);

describe('validateForm', () => {
  test('finds nothing in a filled paper', () => expect(problemsOf({})).toEqual([]));

  test('of an empty one names all that is needed, in order, by the words of the form', () => {
    expect(problemsOf(emptyFormAnswers(plan, 'a'))).toMatchInlineSnapshot(`
      [
        "company: 協議会名を入力してください。",
        "checker: 作成者を入力してください。",
        "checkedOn: 作成日を入力してください（例: 2026-11-30）。",
        "recipient: 提出先の労働局を入力してください。",
        "business: 業務の名を入力してください。",
        "table-media: 「1 情報の保存媒体」に媒体を1つ以上書いてください。",
        "field-planned: 完了する予定日を入力してください（例: 2026-11-30）。",
      ]
    `);
  });

  test('asks only for what the head of the form names', () => {
    expect(validateForm(pledge, emptyFormAnswers(pledge, 'a'), today).map(({ fieldId }) => fieldId)).toEqual([
      'company',
      'checker',
      'checkedOn',
      'table-people',
    ]);
  });

  test('a business is not needed where no sentence names it, nor an addressee on a sheet', () => {
    const header = { ...planned.header, business: '', recipient: '' };
    const silent = { ...plan, heading: '計画書', body: [], parts: plan.parts.slice(0, 2), layout: 'sheet' as const };
    expect(problemsOf({ header }, silent)).toEqual([]);
    // 「●●業務」 is for blank papers alone.
    expect(problemsOf({ header }, { ...silent, body: plan.body })).toEqual(['business: 業務の名を入力してください。']);
  });

  test('names the row as the page shows it, and the column', () => {
    const media = [row('r1', {}), row('r2', { kind: '紙', method: '返却' }), row('r3', { worker: '甲' })];
    expect(problemsOf({ tables: { media } })).toMatchInlineSnapshot(`
      [
        "cell-media-r2-kind: 1 情報の保存媒体 2行目の「情報の種類（注1）」の「紙」は選べる答えにありません。次から選び直してください：紙媒体、電磁的記録媒体。",
        "cell-media-r3-kind: 1 情報の保存媒体 3行目の「情報の種類（注1）」を選んでください。",
        "cell-media-r3-method: 1 情報の保存媒体 3行目の「作業の方法」を入力してください。",
      ]
    `);
  });

  test('finds what is no date, moment or figure, what is too long, and hidden characters', () => {
    const fields = {
      planned: '2026-02-30',
      'met-at': '2026-11-30 25:00',
      count: '約10',
      places: `本社\n倉\u202e庫`,
      remark: 'あ'.repeat(5001),
    };
    const media = [row('r1', { kind: '紙媒体', method: 'x'.repeat(201), worker: '\u0007' })];
    expect(problemsOf({ fields, tables: { media } })).toMatchInlineSnapshot(`
      [
        "cell-media-r1-method: 1 情報の保存媒体 1行目の「作業の方法」を 200 文字以内に縮めてください（今は 201 文字です）。",
        "cell-media-r1-worker: 1 情報の保存媒体 1行目の「作業実施者」に、目に見えない文字（U+0007）が入っています。取り除くか、入力し直してください。",
        "field-planned: 完了する予定日に、暦にない日が入っています。2026年2月は 28 日までです。正しい日を入力してください。",
        "field-met-at: 確認の日時には、実際にある日付と時刻を入力してください（例: 2026-11-30 14:05）。",
        "field-count: 点数は、数字だけで入力してください（例: 12。単位や「約」は書きません）。",
        "field-places: 場所に、目に見えない文字（U+202E）が入っています。取り除くか、入力し直してください。",
        "field-remark: 備考を 5,000 文字以内に縮めてください（今は 5,001 文字です）。",
      ]
    `);
  });

  test('dates may lie ahead, but not that of the paper', () => {
    const fields = { ...planned.fields, planned: '2030-01-01', 'met-at': '2030-01-01 10:00' };
    expect(problemsOf({ fields, header: { ...planned.header, checkedOn: '2026-12-01' } })).toEqual([
      'checkedOn: 作成日に今日より後の日付が入っています。今日までの日付を入力してください。',
    ]);
  });

  test('two fields of one label are told apart by their parts', () => {
    const again = { kind: 'fields' as const, id: 'more', title: '3 済', fields: [{ ...planField, id: 'done' }] };
    const [message] = problemsOf({}, { ...plan, parts: [...plan.parts, again] });
    expect(message).toBe('field-done: 3 済の「完了する予定日」を入力してください（例: 2026-11-30）。');
  });

  test('more rows than a paper may have are told at their table', () => {
    const media = Array.from({ length: 2001 }, (_, index) => row(`r${index}`, { kind: '紙媒体', method: '返却' }));
    expect(problemsOf({ tables: { media } })).toEqual([
      'table-media: 「1 情報の保存媒体」の行が多すぎます。全部の表を合わせて 2,000 行以内に分けてください。',
    ]);
    const people = Array.from({ length: 201 }, (_, index) => row(`p${index}`, { name: '甲' }));
    expect(validateForm(pledge, { ...pledged, tables: { people } }, today)).toEqual([
      { fieldId: 'table-people', message: '「従事者」は、一度に 200 枚までです。200 行以内に分けてください。' },
    ]);
  });
});
