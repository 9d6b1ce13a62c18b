import { describe, expect, test } from 'vitest';
import { toBrand } from '../../../src/core/brand/brand.ts';
import { toFavicon } from '../../../src/core/brand/favicon.ts';

describe('toBrand', () => {
  test('is kitei’s own while nothing is set', () => {
    expect(toBrand({ name: '' })).toMatchObject({
      title: '情報セキュリティ規程集',
      short: '情報セキュリティ規程集',
      searchName: '規程集',
      mark: '規',
      isNamed: false,
      hasOwnMark: false,
      addressee: '',
      footer: '',
    });
  });

  test.each([
    ['株式会社見本商事', '株式会社見本商事 規程集', '見本商事 規程集', '見'],
    ['見本商事株式会社', '見本商事株式会社 規程集', '見本商事 規程集', '見'],
    ['一般社団法人 見本協会', '一般社団法人 見本協会 規程集', '見本協会 規程集', '見'],
    ['（株）ACME', '（株）ACME 規程集', 'ACME 規程集', 'A'],
    ['株式会社', '株式会社 規程集', '株式会社 規程集', '株'],
  ])('with the name of the company alone, %s, the site is called after it', (name, title, short, mark) => {
    expect(toBrand({ name })).toMatchObject({ title, short, mark, isNamed: true, hasOwnMark: true });
  });

  test('says what the company has set', () => {
    const site = { title: '情報管理の入口', short: '情報管理', mark: '情', accent: '#1d5c3a', addressee: ' 総務部 ' };
    const brand = toBrand({ name: '株式会社見本', site });
    expect(brand).toMatchObject({ ...site, addressee: '総務部', searchName: '情報管理' });
  });
});

describe('toFavicon', () => {
  test('draws the mark on the accent, two letters smaller', () => {
    expect(toFavicon('見', '#1d5c3a')).toContain('fill="#1d5c3a"');
    expect(toFavicon('見', '#1d5c3a')).toContain('font-size="21"');
    expect(toFavicon('見本')).toMatch(/font-size="14".*>見本<\/text>/);
  });

  test('escapes a mark, and is kitei’s sign without one', () => {
    expect(toFavicon('<&')).toContain('>&lt;&amp;</text>');
    expect(toFavicon(undefined)).not.toContain('<text');
    expect(toFavicon(undefined)).toContain('fill="#00428c"');
  });
});
