import { join } from 'node:path';
import type { Plugin } from 'vite';
import { contentRoot, loadLibrary } from '../compiler/library.ts';
import type { Brand } from '../core/brand/brand.ts';
import { derivePalette, type Palette } from '../core/brand/palette.ts';
import { toCssString } from '../core/text/css-string.ts';

/**
 * Writes the company's colour, mark and name behind the sheets that have kitei's own: they come with every page, so the
 * company's come in the same file.
 */
export default function brandStyles(): Plugin {
  return {
    name: 'kitei:brand-styles',
    enforce: 'pre',
    async transform(css, id) {
      const [, sheet] = /\/src\/styles\/(theme|base|print)\.css(?:\?.*)?$/.exec(id.replaceAll('\\', '/')) ?? [];
      if (sheet === undefined) return undefined;
      this.addWatchFile(join(contentRoot(), 'organization.yaml'));
      const { brand } = await loadLibrary();
      return { code: css + toBrandStyles(brand, sheet), map: null };
    },
  };
}

/** What a company's settings add to a sheet of src/styles; nothing where it has set nothing. */
export function toBrandStyles(brand: Brand, sheet: string): string {
  if (sheet === 'theme') return brand.accent ? toThemeRules(brand.accent) : '';
  if (sheet === 'print')
    return brand.isNamed ? `@page{@bottom-left{content:'${toCssString(footOf(brand.short))}'}}` : '';
  if (brand.logo) return '@layer kitei.base{.site-title::before{content:none}}';
  if (!brand.hasOwnMark) return '';
  const size = [...brand.mark].length > 1 ? ';font-size:0.875rem' : '';
  return `@layer kitei.base{.site-title::before{content:'${toCssString(brand.mark)}'/''${size}}}`;
}

/** The foot of a sheet of paper names what it is of. */
export function footOf(name: string): string {
  return `${name}（要旨。正文ではありません）`;
}

function toThemeRules(accent: string): string {
  const { light, dark } = derivePalette(accent);
  const rule = (selector: string, palette: Palette) =>
    `${selector},${selector} ::backdrop{${Object.entries(palette)
      .map(([name, value]) => `${name}:${value}`)
      .join(';')}}`;
  return `${rule('html:root', light)}@media screen and (scripting: enabled){${rule("html:root[data-theme='dark']", dark)}}`;
}
