import { describe, expect, test } from 'vitest';
import {
  emptyAnswers,
  findAnswer,
  isAnythingTyped,
  staleItems,
  statusOf,
  toSentAnswers,
} from '../../../../src/record/v1/checklist/answer-set.ts';
import { countAnswers } from '../../../../src/record/v1/checklist/count.ts';
import { answer, definition, filled } from './fixture.ts';

const [organization, people] = definition.sections;

describe('emptyAnswers', () => {
  test('belongs to the definition and says nothing', () => {
    const answers = emptyAnswers(definition);
    expect([answers.checklist, answers.version]).toEqual(['contractor-security', 2]);
    expect(isAnythingTyped(answers)).toBe(false);
  });
});

describe('findAnswer', () => {
  test.each(['constructor', '__proto__', 'toString'])('finds nothing under %s, which every object inherits', (id) => {
    expect(findAnswer(filled, id)).toBeUndefined();
  });
});

describe('isAnythingTyped', () => {
  const empty = emptyAnswers(definition);
  test.each([
    ['a company name', { ...empty, header: { ...empty.header, company: '株式会社見本' } }],
    ['a state', { ...empty, items: { manager: answer(1, {}) } }],
    ['a note under 未回答', { ...empty, items: { manager: answer(1, { status: 'unanswered', note: '確認中' }) } }],
  ])('is true for %s', (_, answers) => {
    expect(isAnythingTyped(answers)).toBe(true);
  });

  test('is false for an item set back to 未回答', () => {
    expect(isAnythingTyped({ ...empty, items: { manager: answer(1, { status: 'unanswered' }) } })).toBe(false);
  });
});

describe('staleItems', () => {
  test('names the items whose meaning has changed since, and only those', () => {
    const items = { ...filled.items, rules: answer(2, { meaning: 'ffffffffffffffff' }) };
    expect(staleItems(definition, { ...filled, items }).map(({ id }) => id)).toEqual(['rules']);
    expect(staleItems(definition, filled)).toEqual([]);
  });

  test('a stale answer counts as 未回答 until it is given again', () => {
    const answers = { ...filled, items: { manager: answer(1, { meaning: 'ffffffffffffffff' }) } };
    const [item] = organization?.items ?? [];
    expect(item && statusOf(answers, item)).toBe('unanswered');
    expect(countAnswers(definition, answers)).toMatchObject({ done: 0, unanswered: 4 });
  });
});

describe('countAnswers', () => {
  test('keeps 対象外 and 未回答 apart from ○ and ×', () => {
    expect(countAnswers(definition, filled)).toEqual({
      asked: 4,
      total: 4,
      othersAnswered: 0,
      done: 1,
      partial: 1,
      notDone: 0,
      notApplicable: 1,
      unanswered: 1,
      circles: 1,
      crosses: 1,
    });
  });

  test('counts 未実施 as × beside 一部実施・予定', () => {
    const answers = { ...filled, items: { ...filled.items, pledge: answer(7, { status: 'notDone' }) } };
    expect(countAnswers(definition, answers)).toMatchObject({ circles: 1, crosses: 2, unanswered: 0 });
  });

  test('counts one section alone', () => {
    expect(people && countAnswers(people, filled)).toMatchObject({ total: 2, notApplicable: 1, unanswered: 1 });
  });
});

describe('toSentAnswers', () => {
  test('leaves out what belongs to another state than the chosen one', () => {
    const typed = answer(1, { status: 'notDone', evidence: '体制図', note: '来期', dueOn: '2027-03-31' });
    const sent = toSentAnswers(definition, { ...filled, items: { manager: typed } });
    expect(sent.items).toEqual({ manager: answer(1, { status: 'notDone', note: '来期' }) });
  });

  test('leaves out items that the list does not have, items not answered, and stale ones', () => {
    const items = {
      retired: answer(9, {}),
      rules: answer(2, { status: 'unanswered', note: '確認中' }),
      training: answer(6, { meaning: 'ffffffffffffffff' }),
    };
    expect(toSentAnswers(definition, { ...filled, items }).items).toEqual({});
  });

  test('takes off spaces around a text, evens line ends and dates, and keeps every other character', () => {
    const header = {
      company: ' 𠮷野　㈱ ',
      checker: '辻\u{e0100}',
      checkedOn: '２０２６年１１月２０日',
      recipient: '　',
      business: '',
    };
    const items = { manager: answer(1, { note: ' 一行目\r\n二行目 \n' }) };
    const sent = toSentAnswers(definition, { ...filled, header, items });
    expect(sent.header).toEqual({
      company: '𠮷野　㈱',
      checker: '辻\u{e0100}',
      checkedOn: '2026-11-20',
      recipient: '',
      business: '',
    });
    expect(sent.items['manager']?.note).toBe('一行目\n二行目');
  });

  test('answers carry the version of the definition they are sent with', () => {
    expect(toSentAnswers(definition, { ...filled, version: 1 }).version).toBe(2);
  });

  test('is the same when sent twice', () => {
    const once = toSentAnswers(definition, filled);
    expect(toSentAnswers(definition, once)).toEqual(once);
  });
});
