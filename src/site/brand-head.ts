import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { type Brand, isSquare } from '../core/brand/brand.ts';

type NamedRoute = Pick<StarlightRouteData, 'head' | 'siteTitle'>;

/** Path of a logo from the site's base. */
export function logoPath({ name }: NonNullable<Brand['logo']>): string {
  return `brand/${name}`;
}

/** Puts the company's name and sign into the head of a page: Starlight's own says what astro.config.mjs says. */
export function nameRoute(route: NamedRoute, brand: Brand, base: string): void {
  const { title, logo } = brand;
  const before = route.siteTitle;
  route.siteTitle = title;
  route.head = route.head.map((entry) => {
    if (entry.tag === 'title') return { ...entry, content: titleOf(entry.content ?? '', before, title) };
    if (entry.attrs?.['rel'] !== 'shortcut icon' || !logo || !isSquare(logo)) return entry;
    return { ...entry, attrs: { ...entry.attrs, href: base + logoPath(logo), type: logo.type } };
  });
}

/** `Page | Site`; the site's name alone where the page has that name. */
function titleOf(content: string, before: string, title: string): string {
  const ending = ` | ${before}`;
  const page = content.endsWith(ending) ? content.slice(0, -ending.length) : content;
  return page === title ? title : `${page} | ${title}`;
}
