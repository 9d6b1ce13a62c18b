import { describe, expect, test } from 'vitest';
import { findCharacter } from '../../../../src/record/v1/checklist/find-character.ts';
import { answer, definition, filled } from './fixture.ts';

describe('findCharacter', () => {
  const answers = {
    ...filled,
    header: { ...filled.header, company: '株式会社龘', business: '邉\u{e0102}商会の業務' },
    items: { rules: answer(2, { status: 'partial', note: '龘に確認中', dueOn: '2027-03-31' }) },
  };

  test('names each field in order of display', () => {
    expect(findCharacter(definition, answers, '龘')).toEqual([
      { fieldId: 'company', label: '会社名' },
      { fieldId: 'item-rules-note', label: 'No.2 の備考・理由' },
    ]);
  });

  test('names the invitation, which the person cannot change here', () => {
    const request = { id: 'q7f3a1', name: '点検', dueOn: '', scope: '龘支社', contact: '' };
    expect(findCharacter(definition, { ...answers, items: {}, request }, '龘')).toEqual([
      { fieldId: 'request', label: '対象範囲' },
      { fieldId: 'company', label: '会社名' },
    ]);
  });

  test('finds a form of a character as a whole', () => {
    expect(findCharacter(definition, answers, '邉\u{e0102}')).toEqual([{ fieldId: 'business', label: '業務名' }]);
    expect(findCharacter(definition, answers, '邉\u{e0103}')).toEqual([]);
  });
});
