import { describe, expect, test } from 'vitest';
import { emptyAnswers } from '../../../../src/record/v1/checklist/answer-set.ts';
import type { ItemAnswer } from '../../../../src/record/v1/checklist/answers.ts';
import type { Choice } from '../../../../src/record/v1/checklist/asked.ts';
import { validateAnswers } from '../../../../src/record/v1/checklist/validate.ts';
import type { Header } from '../../../../src/record/v1/header/header.ts';
import { answer, definition, filled } from './fixture.ts';

const today = '2026-11-21';

function problemsWithHeader(change: Partial<Header>) {
  return validateAnswers(definition, { ...filled, header: { ...filled.header, ...change } }, today).problems;
}

function problemsWithItem(change: Partial<ItemAnswer>) {
  return validateAnswers(definition, { ...filled, items: { manager: answer(1, change) } }, today).problems;
}

describe('validateAnswers', () => {
  test('finds nothing wrong with a sound list, and lists what is not answered apart', () => {
    const { problems, unanswered } = validateAnswers(definition, filled, today);
    expect(problems).toEqual([]);
    expect(unanswered.map(({ number }) => number)).toEqual([7]);
  });

  test('asks for what the source asks for, in order of display, and for nothing else', () => {
    expect(validateAnswers(definition, emptyAnswers(definition), today).problems).toMatchInlineSnapshot(`
      [
        {
          "fieldId": "company",
          "message": "会社名を入力してください。",
        },
        {
          "fieldId": "checker",
          "message": "確認者を入力してください。",
        },
        {
          "fieldId": "checkedOn",
          "message": "確認日を入力してください（例: 2026-11-21）。",
        },
      ]
    `);
  });

  test.each([
    [{ company: '   ' }, 'company', '会社名を入力してください。'],
    [{ company: 'あ'.repeat(10_000) }, 'company', '会社名を 100 文字以内に縮めてください（今は 10,000 文字です）。'],
    [{ business: '𠮷'.repeat(101) }, 'business', '業務名を 100 文字以内に縮めてください（今は 101 文字です）。'],
    [
      { checker: '見本\u0007' + '太郎' },
      'checker',
      '確認者に、目に見えない文字（U+0007）が入っています。取り除くか、入力し直してください。',
    ],
    [
      { checker: '見本\t太郎' },
      'checker',
      '確認者に、目に見えない文字（U+0009）が入っています。取り除くか、入力し直してください。',
    ],
    [
      { recipient: '市\u202e役所' },
      'recipient',
      '提出先に、目に見えない文字（U+202E）が入っています。取り除くか、入力し直してください。',
    ],
    [
      { company: '見本\ud842会社' },
      'company',
      '会社名に、読み取れなかった文字の印（U+D842）が入っています。元の文字を入力し直してください。',
    ],
    [
      { checkedOn: '2026-02-30' },
      'checkedOn',
      '確認日に、暦にない日が入っています。2026年2月は 28 日までです。正しい日を入力してください。',
    ],
    [{ checkedOn: '11/2' }, 'checkedOn', '確認日を、年から入力してください（例: 2026-11-21）。'],
    [
      { checkedOn: '来週' },
      'checkedOn',
      '確認日には、実際にある日付を 1900 年から 2100 年までの年月日で入力してください（例: 2026-11-21）。',
    ],
    [
      { checkedOn: '2026-11-22' },
      'checkedOn',
      '確認日に今日より後の日付が入っています。確認した日を入力してください。',
    ],
  ])('header %j', (change, fieldId, message) => {
    expect(problemsWithHeader(change)).toEqual([{ fieldId, message }]);
  });

  test.each([
    { company: 'あ'.repeat(100) },
    { company: '𠮷'.repeat(100) },
    { company: '<script>alert("__proto__")</script>' },
    { checker: '髙橋﨑𩸽 辻\u{e0100}' },
    { checkedOn: today },
    { checkedOn: '令和8年11月1日' },
  ])('accepts header %j', (change) => {
    expect(problemsWithHeader(change)).toEqual([]);
  });

  test.each([
    [{ status: 'partial' }, 'item-manager-dueOn', 'No.1 の予定日を入力してください（例: 2027-03-31）。'],
    [
      { status: 'partial', dueOn: '2027-04-31' },
      'item-manager-dueOn',
      'No.1 の予定日に、暦にない日が入っています。2027年4月は 30 日までです。正しい日を入力してください。',
    ],
    [
      { status: 'partial', dueOn: '令和9年3月末' },
      'item-manager-dueOn',
      'No.1 の予定日を、日まで入力してください（月の末日なら 2027-03-31）。',
    ],
    [{ status: 'notApplicable' }, 'item-manager-note', 'No.1 を「対象外」とする理由を、備考・理由に書いてください。'],
    [
      { status: 'notApplicable', note: ' \n ' },
      'item-manager-note',
      'No.1 を「対象外」とする理由を、備考・理由に書いてください。',
    ],
    [
      { evidence: '記'.repeat(201) },
      'item-manager-evidence',
      'No.1 の記録の名前を 200 文字以内に縮めてください（今は 201 文字です）。',
    ],
    [
      { evidence: '一行\n二行' },
      'item-manager-evidence',
      'No.1 の記録の名前に、目に見えない文字（U+000A）が入っています。取り除くか、入力し直してください。',
    ],
    [
      { note: '備'.repeat(5001) },
      'item-manager-note',
      'No.1 の備考・理由を 5,000 文字以内に縮めてください（今は 5,001 文字です）。',
    ],
    [
      { note: '備考\u0000' },
      'item-manager-note',
      'No.1 の備考・理由に、目に見えない文字（U+0000）が入っています。取り除くか、入力し直してください。',
    ],
  ] satisfies [Partial<ItemAnswer>, string, string][])('item %j', (change, fieldId, message) => {
    expect(problemsWithItem(change)).toEqual([{ fieldId, message }]);
  });

  test.each([
    { status: 'partial', dueOn: '2030-01-01' },
    { status: 'notDone' },
    { note: '一行目\n\t二行目' },
    // Typed under another state; it is kept in the draft and not sent.
    { status: 'notDone', evidence: '記'.repeat(201), dueOn: '2026-02-30' },
    { status: 'unanswered', note: '備'.repeat(5001) },
  ] satisfies Partial<ItemAnswer>[])('accepts item %j', (change) => {
    expect(problemsWithItem(change)).toEqual([]);
  });
});

describe('options', () => {
  const asked: Choice = {
    kind: 'several',
    options: ['紙', 'ほか（備考に書く）', 'どれもない'],
    noted: ['ほか（備考に書く）'],
  };
  const problems = (answer: Choice, chosen: string[], note = '') => {
    const [first] = definition.sections;
    const item = { id: 'media', number: 'D', text: '媒体', basis: [], meaning: '0'.repeat(16), answer };
    const list = { ...definition, sections: first ? [{ ...first, items: [item] }] : [] };
    const items = { media: { given: chosen, evidence: '', note, meaning: item.meaning } };
    return validateAnswers(list, { ...filled, items }, today).problems;
  };
  test('that say nothing without a word in the note ask for it', () => {
    expect(problems(asked, ['紙'])).toEqual([]);
    expect(problems(asked, ['紙', 'ほか（備考に書く）'], '映像')).toEqual([]);
    expect(problems(asked, ['紙', 'ほか（備考に書く）'], ' ')).toEqual([
      {
        fieldId: 'item-media-note',
        message: 'No.D の回答で「ほか（備考に書く）」を選んだときは、備考にその内容を書いてください。',
      },
    ]);
    expect(problems({ ...asked, kind: 'one' }, ['ほか（備考に書く）'])).toHaveLength(1);
  });
  test('one that stands for none of the others is chosen alone', () => {
    const alone = { ...asked, alone: 'どれもない' };
    expect(problems(alone, ['どれもない'])).toEqual([]);
    expect(problems(asked, ['紙', 'どれもない'])).toEqual([]);
    expect(problems(alone, ['紙', 'どれもない'])).toEqual([
      {
        fieldId: 'item-media-given',
        message: 'No.D の回答では、「どれもない」とほかの選択肢を一緒に選べません。どちらかの印を外してください。',
      },
    ]);
  });
});
