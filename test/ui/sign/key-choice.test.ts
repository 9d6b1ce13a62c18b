import { describe, expect, test } from 'vitest';
import { nameOf } from '../../../src/ui/sign/key-choice.ts';

describe('nameOf', () => {
  test.each([
    ['株式会社𠮷野', '髙橋﨑子', '株式会社𠮷野 髙橋﨑子'],
    ['', '髙橋﨑子', '髙橋﨑子'],
    // The certificate has no person: `commonName` is made of O and OU.
    ['株式会社𠮷野', '株式会社𠮷野 総務部', '株式会社𠮷野 総務部'],
    ['株式会社𠮷野', '株式会社𠮷野', '株式会社𠮷野'],
    ['山', '山田', '山 山田'],
  ])('says %j and %j in one line', (organization, commonName, expected) => {
    expect(nameOf({ commonName, organization })).toBe(expected);
  });
});
