import { describe, expect, test } from 'vitest';
import { takenOverMessage, takeOver } from '../../../src/core/checklist/take-over.ts';
import { answer, definition, filled } from '../../record/v1/checklist/fixture.ts';

const old = {
  ...filled,
  version: 1,
  items: {
    ...filled.items,
    rules: answer(2, { status: 'notDone', note: '来年度に作る', meaning: 'ffffffffffffffff' }),
    retired: answer(9, { evidence: '台帳' }),
    'retired-open': answer(10, { status: 'unanswered' }),
  },
};

describe('takeOver', () => {
  const taken = takeOver(definition, old, '2027-11-20');

  test('keeps the header but not the day', () => {
    expect(taken.answers.header).toEqual({ ...filled.header, checkedOn: '' });
    expect(taken.answers.version).toBe(definition.version);
  });

  test('takes over what means the same, and lets reworded items ask again with their old answer', () => {
    expect(taken.answers.items).toEqual({
      manager: filled.items['manager'],
      rules: old.items.rules,
      training: filled.items['training'],
    });
    expect(taken.kept.map(({ id }) => id)).toEqual(['manager', 'training']);
    expect(taken.changed.map(({ id }) => id)).toEqual(['rules']);
    expect(taken.open.map(({ id }) => id)).toEqual(['pledge']);
    expect(taken.retired).toBe(1);
  });

  test('changes nothing of what it was given', () => {
    expect(old.header.checkedOn).toBe('2026-11-20');
  });
});

describe('takenOverMessage', () => {
  test('says what was taken over and what is left to do', () => {
    expect(takenOverMessage(takeOver(definition, old, '2027-11-20'))).toMatchInlineSnapshot(
      `"2項目を引き継ぎました。1項目（No.2）は文が変わったため、もう一度答えてください。1項目（No.7）は前回の答えがありません。今のリストにない1項目の答えは、引き継いでいません。確認日を入力し、答えが今も正しいかを確かめてください。"`,
    );
  });

  test('says nothing of what there is none of', () => {
    const items = { ...filled.items, pledge: answer(7, {}) };
    expect(takenOverMessage(takeOver(definition, { ...filled, items }, '2027-11-20'))).toMatchInlineSnapshot(
      `"4項目を引き継ぎました。確認日を入力し、答えが今も正しいかを確かめてください。"`,
    );
  });
});
