import { describe, expect, test } from 'vitest';
import { type Logo, toBrand } from '../../src/core/brand/brand.ts';
import { nameRoute } from '../../src/site/brand-head.ts';

const icon = { tag: 'link', attrs: { rel: 'shortcut icon', href: '/favicon.svg', type: 'image/svg+xml' } } as const;

/** What Starlight has made of a page, after the company's name and logo. */
function name(title: string, brand = toBrand({ name: '株式会社見本' })) {
  const route: Parameters<typeof nameRoute>[0] = {
    siteTitle: '情報セキュリティ規程集',
    head: [
      { tag: 'title', attrs: {}, content: title },
      { ...icon, content: '' },
    ],
  };
  nameRoute(route, brand, '/kitei/');
  return { siteTitle: route.siteTitle, title: route.head[0]?.content, icon: route.head[1]?.attrs };
}

const logoOf = (width: number): Logo => ({
  name: 'logo.png',
  type: 'image/png',
  bytes: new Uint8Array(),
  width,
  height: 100,
});

describe('nameRoute', () => {
  test.each([
    ['用語 | 情報セキュリティ規程集', '用語 | 株式会社見本 規程集'],
    // A page that says its own title leaves the site's to this.
    ['特記事項をまるごと印刷する', '特記事項をまるごと印刷する | 株式会社見本 規程集'],
    ['株式会社見本 規程集 | 情報セキュリティ規程集', '株式会社見本 規程集'],
  ])('%s', (before, after) => {
    expect(name(before)).toMatchObject({ siteTitle: '株式会社見本 規程集', title: after });
  });

  test('without a name all stays, and home says its name once', () => {
    const brand = toBrand({ name: '' });
    expect(name('用語 | 情報セキュリティ規程集', brand).title).toBe('用語 | 情報セキュリティ規程集');
    expect(name('情報セキュリティ規程集 | 情報セキュリティ規程集', brand).title).toBe('情報セキュリティ規程集');
  });

  test('a square logo stands in the tab, a wide one leaves it the mark', () => {
    const square = toBrand({ name: '見本' }, logoOf(104));
    expect(name('', square).icon).toEqual({ rel: 'shortcut icon', href: '/kitei/brand/logo.png', type: 'image/png' });
    expect(name('', toBrand({ name: '見本' }, logoOf(300))).icon).toEqual(icon.attrs);
  });
});
