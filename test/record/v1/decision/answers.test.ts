import { describe, expect, test } from 'vitest';
import { decodeAnswers, encodeAnswers } from '../../../../src/core/decision/address.ts';
import { toSentDecision } from '../../../../src/record/v1/decision/answer-set.ts';
import type { DecisionAnswers } from '../../../../src/record/v1/decision/answers.ts';
import { emptyDecisionAnswers } from '../../../../src/record/v1/decision/given.ts';
import { readDecisionAnswers } from '../../../../src/record/v1/decision/read-answers.ts';
import { summarizeDecision } from '../../../../src/record/v1/decision/summarize.ts';
import { validateDecision } from '../../../../src/record/v1/decision/validate.ts';
import type { AnswersProblem } from '../../../../src/record/v1/read-values.ts';
import { definition } from './fixture.ts';

const given: DecisionAnswers = {
  ...emptyDecisionAnswers(definition, 'case-1'),
  header: { company: ' 株式会社𠮷野 ', checker: '髙橋', checkedOn: '2026/11/29', recipient: '', business: '' },
  answers: { encrypted: ['yes'], medium: ['usb'], clients: ['rodokyoku', 'nerima'] },
  fields: { place: ' 区役所 ', 'returned-on': '2026-12-01', gone: '昔の欄' },
  times: { permission: '11/29 10:05', bag: '11/29 10:06' },
};

describe('encodeAnswers', () => {
  test('stands in a fragment as it is, and is read back', () => {
    const text = encodeAnswers({ clients: ['nerima', 'rodokyoku'], medium: ['unknown'], signs: [] });
    expect(text).toBe('clients:nerima+rodokyoku;medium:unknown;signs:none');
    expect(encodeURI(text)).toBe(text);
    expect(decodeAnswers(text)).toEqual({ clients: ['nerima', 'rodokyoku'], medium: ['unknown'], signs: [] });
  });

  test.each(['', ';;;', 'clients', 'clients:', 'clients:a:b', '__proto__:x', 'A:b', 'a:<img>', `a:${'b'.repeat(200)}`])(
    'what is no answer is left out: %s',
    (text) => expect(decodeAnswers(text)).toEqual({}),
  );
});

describe('toSentDecision', () => {
  test('sends what belongs to the answers, in the order of the questions', () => {
    const sent = toSentDecision(definition, given);
    expect(sent.header).toMatchObject({ company: '株式会社𠮷野', checkedOn: '2026-11-29' });
    expect(Object.entries(sent.answers)).toEqual([
      ['clients', ['nerima', 'rodokyoku']],
      ['medium', ['usb']],
      ['encrypted', ['yes']],
    ]);
    expect(sent.fields).toEqual({ place: '区役所', 'returned-on': '2026-12-01' });
    expect(sent.times).toEqual({ permission: '11/29 10:05' });
  });

  test('sends the same again', () => {
    const sent = toSentDecision(definition, given);
    expect(toSentDecision(definition, sent)).toEqual(sent);
  });

  test('a field of a client belongs to its client only', () => {
    const own = toSentDecision(definition, { ...given, answers: { ...given.answers, clients: [] } });
    expect(own.fields).toEqual({ place: '区役所' });
    const unsure = toSentDecision(definition, { ...given, answers: { ...given.answers, clients: ['unknown'] } });
    expect(unsure.fields).toEqual({ place: '区役所', 'returned-on': '2026-12-01' });
  });
});

describe('summarizeDecision', () => {
  test('says conclusion, differences, duties with their basis, report, answers and basis', () => {
    const { blocks } = summarizeDecision(definition, given, { documentNumber: '0000-0000-0000' });
    expect(
      blocks.map((block) => ('text' in block ? block.text : 'caption' in block ? block.caption : block.kind)),
    ).toEqual([
      '要旨です。',
      '結論',
      '持ち出してよい',
      '許可を得ます。',
      '記入者',
      '決まりの食い違い',
      'list',
      'すること',
      'してはならないこと',
      '先にすること',
      '残す記録・出すもの',
      '管理簿',
      '答えた質問と、聞かなかった質問',
      '答え',
      'この判断についての注意',
      'list',
      '根拠とした規定',
      'list',
      'seal',
    ]);
    expect(blocks).toContainEqual(
      expect.objectContaining({
        caption: '先にすること',
        rows: [{ cells: ['1', '許可を得る。\nだれが: 従業員', '規程 a4', '11/29 10:05'], weight: 'plain' }],
      }),
    );
  });

  test('of open questions it says only that nothing is concluded', () => {
    const { blocks } = summarizeDecision(definition, emptyDecisionAnswers(definition, 'case-1'), {
      documentNumber: '',
    });
    expect(blocks).toContainEqual({ kind: 'paragraph', text: 'まだ結論は出ていません。答えていない質問があります。' });
  });
});

describe('validateDecision', () => {
  test('asks for who and when, and lets fields of the report be empty', () => {
    const empty = { ...given, header: emptyDecisionAnswers(definition, 'case-1').header, fields: {} };
    expect(validateDecision(definition, empty, '2026-11-29').map(({ fieldId }) => fieldId)).toEqual([
      'company',
      'checker',
      'checkedOn',
    ]);
  });

  test('finds a date that does not exist, a text that is too long, and a hidden character', () => {
    const wrong = {
      ...given,
      fields: { place: 'あ'.repeat(201), 'returned-on': '2026-02-30' },
      times: { permission: '10:05\u202e' },
    };
    expect(validateDecision(definition, wrong, '2026-11-29').map(({ fieldId }) => fieldId)).toEqual([
      'time-permission',
      'report-place',
      'report-returned-on',
    ]);
  });
});

describe('readDecisionAnswers', () => {
  test('reads what was written', () => {
    expect(readDecisionAnswers(JSON.parse(JSON.stringify(given)), definition)).toEqual({ ok: true, answers: given });
  });

  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`field-${index}`, '']));

  test.each<[string, unknown, AnswersProblem]>([
    ['another decision', { ...given, decision: 'disposal' }, { kind: 'other-list' }],
    ['a later version', { ...given, version: 3 }, { kind: 'newer-version' }],
    ['a later format', { ...given, format: 'kitei-answers/2' }, { kind: 'newer-version' }],
    ['version 0', { ...given, version: 0 }, { kind: 'damaged', where: 'version' }],
    ['no case', { ...given, case: undefined }, { kind: 'damaged', where: 'case' }],
    ['an unknown key', { ...given, evil: 1 }, { kind: 'damaged', where: 'evil' }],
    [
      'a header with a key more',
      { ...given, header: { ...given.header, phoneNumber: '' } },
      { kind: 'damaged', where: 'header.phoneNumber' },
    ],
    ['a header without a company', { ...given, header: { checker: '' } }, { kind: 'damaged', where: 'header.company' }],
    [
      'answers that are no lists',
      { ...given, answers: { medium: 'usb' } },
      { kind: 'damaged', where: 'answers.medium' },
    ],
    [
      'an answer of too many options',
      { ...given, answers: { medium: Array(101).fill('usb') } },
      { kind: 'damaged', where: 'answers.medium' },
    ],
    [
      'an option that is no id',
      { ...given, answers: { medium: ['USB'] } },
      { kind: 'damaged', where: 'answers.medium' },
    ],
    ['a text that is none', { ...given, fields: { place: 3 } }, { kind: 'damaged', where: 'fields.place' }],
    ['more than 1,000 fields', { ...given, fields: many }, { kind: 'damaged', where: 'fields' }],
    ['more than 1,000 times', { ...given, times: many }, { kind: 'damaged', where: 'times' }],
    ['fields as a list', { ...given, fields: [] }, { kind: 'damaged', where: 'fields' }],
    ['a list', [], { kind: 'not-ours' }],
    ['nothing', null, { kind: 'not-ours' }],
  ])('refuses %s', (_, value, problem) => {
    expect(readDecisionAnswers(value, definition)).toEqual({ ok: false, problem });
  });

  test('refuses a key that would reach the prototype', () => {
    const text = JSON.stringify(given).replace('"place"', '"__proto__"');
    const problem = { kind: 'damaged', where: 'fields.__proto__' };
    expect(readDecisionAnswers(JSON.parse(text), definition)).toEqual({ ok: false, problem });
  });
});
