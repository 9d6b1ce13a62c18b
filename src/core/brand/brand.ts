import type { Organization } from '../regulation/registers.ts';

/** An image that takes the mark's place, checked. */
export interface Logo {
  /** Its name on the site, e.g. `logo.svg`. */
  name: string;
  type: 'image/svg+xml' | 'image/png';
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** How the site calls itself and looks, with what stands in place of all that nobody has set. */
export interface Brand {
  /** Name of the site: header, tab, home. */
  title: string;
  /** For the foot of prints and a narrow screen. */
  short: string;
  /** What browsers call the site's search: at most 16 characters (OpenSearch 1.1, ShortName). */
  searchName: string;
  /** One or two letters for the square. */
  mark: string;
  /** The site has a name of its own: what speaks of it says that name. */
  isNamed: boolean;
  /** Drawn where nothing has a colour or a mark of its own. */
  hasOwnMark: boolean;
  accent: string | undefined;
  addressee: string;
  footer: string;
  logo: Logo | undefined;
}

/** What the site is called while nobody has named it or its company. */
export const defaultTitle = '情報セキュリティ規程集';
/** Its sign in the header; src/styles/base.css has it. */
export const defaultMark = '規';

/** What stands before or behind the name of a company and tells nothing of it. */
const legalForm =
  /^(?:株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)(?:社団|財団)法人|医療法人|学校法人|社会福祉法人|[（(][株有同][）)])\s*|\s*(?:株式会社|有限会社|合同会社|[（(][株有同][）)])$/g;

/** The name of the site, or '' while neither it nor the company has one. */
export function nameOfSite({ name, site }: Pick<Organization, 'name' | 'site'>): string {
  const title = site?.title?.trim();
  if (title) return title;
  return name.trim() ? `${name.trim()} 規程集` : '';
}

/** All that a company's settings say of the looks of its site. */
export function toBrand(organization: Pick<Organization, 'name' | 'site'>, logo?: Logo): Brand {
  const { name, site = {} } = organization;
  const own = nameOfSite(organization);
  const bare = name.trim().replace(legalForm, '') || name.trim();
  const short = site.short?.trim() || site.title?.trim() || (bare ? `${bare} 規程集` : defaultTitle);
  // The company's initial says more than that of 規程集.
  const initial = [...(bare || own)].find((letter) => /[\p{L}\p{N}]/u.test(letter));
  return {
    title: own || defaultTitle,
    short,
    searchName: own ? [...short].slice(0, 16).join('') : '規程集',
    mark: site.mark || initial || defaultMark,
    isNamed: own !== '',
    hasOwnMark: Boolean(site.mark || initial),
    accent: site.accent || undefined,
    addressee: site.addressee?.trim() ?? '',
    footer: site.footer?.trim() ?? '',
    logo,
  };
}

/** Whether a logo fits the square of a tab. */
export function isSquare({ width, height }: Pick<Logo, 'width' | 'height'>): boolean {
  return Math.max(width, height) / Math.min(width, height) < 1.1;
}
