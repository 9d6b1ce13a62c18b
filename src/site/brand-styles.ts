import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { readBrand } from '../compiler/brand/read-brand.ts';
import { orThrow } from '../compiler/faults.ts';
import { contentRoot } from '../compiler/library.ts';
import { readRegister } from '../compiler/parse-yaml.ts';
import { emptyOrganization } from '../compiler/read-tailoring.ts';
import { shapes } from '../compiler/shapes.ts';
import { type Brand, defaultMark } from '../core/brand/brand.ts';
import { derivePalette, type Palette } from '../core/brand/palette.ts';
import { toCssString } from '../core/text/css-string.ts';

/**
 * Writes the company's colour and mark into the sheets that have kitei's own: they come with every page, so the
 * company's come in the same file.
 */
export default function brandStyles(): Plugin {
  return {
    name: 'kitei:brand-styles',
    enforce: 'pre',
    async transform(css, id) {
      const [, sheet] = /\/src\/styles\/(theme|base)\.css(?:\?.*)?$/.exec(id.replaceAll('\\', '/')) ?? [];
      if (sheet === undefined) return undefined;
      this.addWatchFile(resolve(contentRoot(), 'organization.yaml'));
      // Not by loadLibrary(): a dev server would keep what it found at its start.
      const brand = await orThrow(contentRoot(), async (faults) => {
        return readBrand(
          await readRegister('organization.yaml', shapes.organization, faults, emptyOrganization),
          faults,
        );
      });
      return { code: brandSheet(css, brand, sheet), map: null };
    },
  };
}

/**
 * A sheet of src/styles with the company's settings in it; as it is where the company has set nothing.
 * @throws Error when kitei's own mark does not stand where it is to be taken out
 */
export function brandSheet(css: string, brand: Brand, sheet: string): string {
  const { accent, hasOwnMark, logo, mark } = brand;
  if (sheet === 'theme') return accent ? css + toThemeRules(accent) : css;
  const own = `'${defaultMark}' / ''`;
  if (logo) return swap(css, own, 'none');
  if (!hasOwnMark) return css;
  const small = [...mark].length > 1 ? '; --mark-size: 0.875rem' : '';
  return swap(css, own, `${toCssString(mark)} / ''${small}`);
}

function swap(css: string, own: string, other: string): string {
  if (!css.includes(own))
    throw new Error(`A sheet of src/styles has no ${own}, which the company's mark takes the place of.`);
  return css.replace(own, () => other);
}

function toThemeRules(accent: string): string {
  const { light, dark } = derivePalette(accent);
  const rule = (selector: string, palette: Palette) =>
    `${selector},${selector} ::backdrop{${Object.entries(palette)
      .map(([name, value]) => `${name}:${value}`)
      .join(';')}}`;
  return `${rule('html:root', light)}@media screen and (scripting: enabled){${rule("html:root[data-theme='dark']", dark)}}`;
}
