import { describe, expect, test } from 'vitest';
import { toCompanyKey } from '../../../src/core/text/company-key.ts';

describe('toCompanyKey', () => {
  test.each([
    ['株式会社𠮷野', '㈱𠮷野'],
    ['株式会社ＡＢＣ', '(株) abc'],
    ['有限会社 甲', '㈲甲'],
    ['辻\u{E0100}商店', '辻商店'],
    ['ﾃﾞｰﾀ合同会社', 'データ（同）'],
  ])('%s and %s are one', (a, b) => {
    expect(toCompanyKey(a)).toBe(toCompanyKey(b));
  });

  test.each([
    ['株式会社甲', '有限会社甲'],
    ['株式会社甲', '甲株式会社'],
    ['髙橋商店', '高橋商店'],
  ])('%s and %s are two', (a, b) => {
    expect(toCompanyKey(a)).not.toBe(toCompanyKey(b));
  });

  test('blanks have no key', () => {
    expect(toCompanyKey(' 　\u{E0100}')).toBe('');
  });
});
