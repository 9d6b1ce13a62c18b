import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toBrand } from '../../src/core/brand/brand.ts';
import { brandSheet } from '../../src/site/brand-styles.ts';

const read = (sheet: string) => readFileSync(`src/styles/${sheet}.css`, 'utf8');
const logo = { name: 'logo.svg', type: 'image/svg+xml', bytes: new Uint8Array(), width: 4, height: 1 } as const;

describe('brandSheet', () => {
  test.each(['theme', 'base'])('leaves %s as it is where nothing is set', (sheet) => {
    expect(brandSheet(read(sheet), toBrand({ name: '' }), sheet)).toBe(read(sheet));
  });

  test('puts mark and colour of the company in the place of kitei’s', () => {
    const brand = toBrand({ name: '株式会社見本', site: { title: "見本の'規程'", mark: '見本', accent: '#1D5C3A' } });
    const base = brandSheet(read('base'), brand, 'base');
    expect(base).toContain("content: '見本' / ''; --mark-size: 0.875rem;");
    expect(base).not.toContain("'規'");
    const added = brandSheet(read('theme'), brand, 'theme').slice(read('theme').length);
    expect(added).toMatch(/^html:root,html:root ::backdrop\{--k-key:#1d5c3a;/);
    expect(added).toMatch(/@media screen and \(scripting: enabled\)\{html:root\[data-theme='dark'\]/);
  });

  test('a logo takes the mark’s place', () => {
    expect(brandSheet(read('base'), toBrand({ name: '見本' }, logo), 'base')).toContain('content: none;');
  });

  test('notices when a sheet no longer says what is to be replaced', () => {
    expect(() => brandSheet('', toBrand({ name: '見本', site: { mark: '見' } }), 'base')).toThrow(/has no '規'/);
  });
});
