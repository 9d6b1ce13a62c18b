import { describe, expect, test } from 'vitest';
import {
  againReasonOf,
  composeLetter,
  type LetterFacts,
  letterOf,
  letterText,
} from '../../../src/core/desk/compose-letter.ts';
import { findSlotFaults, letterSlots } from '../../../src/core/desk/letter-slots.ts';
import type { Letters } from '../../../src/core/desk/letters-schema.ts';
import { listRemedies } from '../../../src/core/desk/remedies.ts';
import { allDone, campaign, checked, company, deskOf, listFile, sound, tableOf, today } from './fixture.ts';

const letter = (...lines: string[]) => ({ subject: '{campaign}', lines });
const letters: Letters = {
  letters: {
    invitation: letter('{company}　御中', '{person}　様', '', '', '{scope}', '{link}', ''),
    receipt: letter('{company}', '○ {circles}、× {crosses}、未回答 {unanswered}', '{number} {submittedOn}'),
    remedy: letter('次の項目です。', '', '{items}', '', '{answerBy}まで', '以上'),
    again: letter('{file}', '{reason}'),
    reminder: letter('{today}の時点', '{dueOn}'),
  },
  item: [
    'No.{no} {question}',
    '状態 {state}',
    '予定 {plannedOn}',
    '備考 {note}',
    '根拠 {basis}',
    '指摘 {remark}',
    '期限 {dueOn}',
  ],
  reasons: {
    changed: '変わっています。',
    unreadable: '壊れています。',
    unlike: '形が違います。',
    unsigned: '署名がありません。',
    contradicted: '一致しません。',
    altered: '問いが違います。',
    'other-list': '別の様式です。',
    'not-ours': 'サイトのものではありません。',
    'no-answers': '回答がありません。',
    'older-version': '以前の版です。',
    'signed-before': '依頼の前のものです。',
  },
};

const mihon = company('c1', '株式会社見本', { person: '見本花子' });
const statuses = {
  ...allDone,
  rules: { status: 'partial' as const, note: '改訂中\nです', dueOn: '2027-03-31' },
  pledge: { status: 'notDone' as const },
};
const desk = deskOf({ companies: [mihon], files: [checked('一', sound(listFile({ statuses })))] });
const [row] = tableOf(desk);
if (!row) throw new Error('There is a row.');
const remark = {
  id: 'r',
  isStruck: false,
  at: '',
  conflicts: [],
  company: 'c1',
  item: 'pledge',
  text: '誓約書を集めてください。',
  dueOn: '2027-01-31',
  doneOn: '',
};
const facts: LetterFacts = {
  campaign: campaign(),
  row,
  remedies: listRemedies([row], { remarks: [remark] }, today),
  sender: '',
  link: 'https://mihon.example/checklists/x/#ask=abc',
  answerBy: '2026-12-25',
  today,
};

describe('composeLetter', () => {
  test('puts values into the lines, and leaves a line without one out', () => {
    expect(composeLetter('invitation', facts, letters)).toEqual({
      subject: '令和8年度 委託先点検',
      lines: ['株式会社見本　御中', '見本花子　様', '', '本社と支店', facts.link],
    });
    const bare = {
      ...facts,
      link: '',
      campaign: campaign({ scope: '' }),
      row: { ...row, company: company('c1', '株式会社見本') },
    };
    expect(composeLetter('invitation', bare, letters).lines).toEqual(['株式会社見本　御中']);
  });

  test('lists what has to be mended, with provisions and days, and not what is done', () => {
    expect(letterText(composeLetter('remedy', facts, letters))).toMatchInlineSnapshot(`
      "次の項目です。

      No.7 守秘の約束を得ている
      状態 未実施
      根拠 社内規程 9-2 No.7
      指摘 誓約書を集めてください。
      期限 2027年1月31日

      No.2 規程を整えている
      状態 一部実施・予定
      予定 2027年3月31日
      備考 改訂中 です
      根拠 社内規程 9-2 No.2

      2026年12月25日まで
      以上
      "
    `);
    const done = listRemedies([row], { remarks: [{ ...remark, doneOn: '2026-12-01' }] }, today);
    expect(letterText(composeLetter('remedy', { ...facts, remedies: done }, letters))).not.toContain('No.7');
  });

  test('says what was received, and that 0 is a number', () => {
    expect(composeLetter('receipt', facts, letters).lines).toEqual([
      '株式会社見本',
      '○ 2、× 2、未回答 0',
      '3F2A-9C01-77B4 2026年11月20日',
    ]);
  });

  test('takes nothing of a stranger’s text for a slot, nor for a line', () => {
    const shown = { ...(row.shown as NonNullable<typeof row.shown>), name: '{reason}\n$& 一.pdf' };
    const again = { ...facts, row: { ...row, shown, kind: 'refused' as const, reasons: ['changed' as const] } };
    expect(composeLetter('again', again, letters).lines).toEqual(['{reason} $& 一.pdf', '変わっています。']);
  });
});

test('each kind of row has its letter; what a person has to look at has none, but where the company can mend it', () => {
  const of = (kind: typeof row.kind, ...reasons: typeof row.reasons) => letterOf({ ...row, kind, reasons });
  expect([
    of('refused', 'unsigned'),
    of('missing'),
    of('remedy'),
    of('done'),
    of('look', 'other-key'),
    of('look', 'older-version'),
  ]).toEqual(['again', 'reminder', 'remedy', 'receipt', undefined, 'again']);
  const stray = { ...row, kind: 'refused' as const, reasons: ['changed' as const], company: undefined };
  expect(letterOf(stray)).toBeUndefined();
  expect(againReasonOf({ reasons: ['late', 'other-list'] })).toBe('other-list');
});

describe('findSlotFaults', () => {
  test('finds none in letters that are well', () => {
    expect(findSlotFaults(letters)).toEqual([]);
  });

  test('finds slots that a letter has not, braces that are none, and items beside words', () => {
    const wrong: Letters = {
      ...letters,
      letters: {
        ...letters.letters,
        receipt: letter('{link}'),
        remedy: { subject: '{items}', lines: ['次: {items}', '{{role:user}}', '{会社}'] },
      },
      item: ['{company}'],
      reasons: { ...letters.reasons, changed: '{file}が変わっています。' },
    };
    expect(findSlotFaults(wrong).map(({ path, slot, kind }) => `${path} ${slot} ${kind}`)).toEqual([
      'letters.receipt.lines[0] link unknown',
      'letters.remedy.subject items unknown',
      'letters.remedy.lines[0] items alone',
      'letters.remedy.lines[1] { brace',
      'letters.remedy.lines[2] { brace',
      'item[0] company unknown',
      'reasons.changed file unknown',
    ]);
    expect(findSlotFaults(wrong)[0]?.known).toEqual(letterSlots.receipt);
  });
});
