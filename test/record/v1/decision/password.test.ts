import { describe, expect, test } from 'vitest';
import { checkPassword, findProfile, type PasswordProfile } from '../../../../src/record/v1/decision/password.ts';

const privileged: PasswordProfile = {
  id: 'privileged',
  label: '特権アカウント',
  when: [{ account: { any: ['privileged'] } }],
  minLength: 12,
  classes: ['upper', 'lower', 'digit', 'symbol'],
  byEye: [],
  basis: [],
};
const general: PasswordProfile = {
  ...privileged,
  id: 'general',
  when: [{ account: { any: ['general'] } }],
  minLength: 10,
};

describe('checkPassword', () => {
  test.each([
    ['Abcdef-1234x', 12, true, []],
    ['Abcdef-1234', 11, false, []],
    ['abcdefghijkl', 12, true, ['upper', 'digit', 'symbol']],
    ['ABCDEF 12345', 12, true, ['lower', 'symbol']],
    ['Ａｂｃｄｅｆ－１２３４ｘ', 12, true, ['upper', 'lower', 'digit', 'symbol']],
    ['', 0, false, ['upper', 'lower', 'digit', 'symbol']],
  ])('%s', (text, length, isLongEnough, missing) => {
    expect(checkPassword(text, privileged)).toMatchObject({ length, isLongEnough, missing });
  });

  test('is met when nothing is missing and it is long enough', () => {
    expect(checkPassword('Abcdef-123', general).isMet).toBe(true);
    expect(checkPassword('Abcdef-123', privileged).isMet).toBe(false);
    expect(checkPassword('Abcdef1234', general).isMet).toBe(false);
  });

  test('counts a character beyond the BMP once, and says that it belongs to no class', () => {
    expect(checkPassword('𠮷Aa1-', general)).toMatchObject({ length: 5, hasOthers: true });
    expect(checkPassword('Aa1-', general).hasOthers).toBe(false);
  });

  test.each([...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'])('%s is a symbol', (symbol) => {
    expect(checkPassword(symbol, general).missing).toEqual(['upper', 'lower', 'digit']);
  });
});

describe('findProfile', () => {
  const check = { kind: 'password' as const, title: '', lead: '', profiles: [privileged, general] };

  test.each([
    [['general'], 'general'],
    [['privileged'], 'privileged'],
    [['unknown'], 'privileged'],
  ])('%s: %s', (account, id) => {
    expect(findProfile(check, { account })?.id).toBe(id);
  });

  test('finds none while the question is not answered', () => {
    expect(findProfile(check, {})).toBeUndefined();
  });
});
