import { namesPeople } from '../form/groups.ts';
import { amendmentsPath } from './amendments.ts';
import { listDefinitions } from './definitions.ts';
import type { Library } from './library.ts';
import { oncePerLibrary } from './once-per-library.ts';
import { indexPath, listViews } from './views.ts';

/** A page as a menu names it. */
export interface PageLink {
  /** Path from the site's base, `verify/`. */
  url: string;
  title: string;
}

/** One of the few things that people come for: where it begins, and the pages that belong together there. */
export interface Section extends PageLink {
  /** Named beside each other on each of them. */
  pages: readonly PageLink[];
  /** Beginnings of the paths of what is reached from here. */
  paths: readonly string[];
}

/** The page that names every view. */
export const viewsPath = 'views/';
/** The page that names what can be printed as a whole. */
export const printPath = 'print/';

/** The site's menu, in its order; what the site has nothing for is left out. */
export const listSections = oncePerLibrary((library): Section[] => {
  const { handbooks, checklists, decisions, documents, forms, glossary } = library;
  const views = listViews(library);
  const hasPapers = views.some(({ url }) => url === 'papers/');
  /** Views that have their place elsewhere in the menu. */
  const elsewhere = ['papers/', indexPath, amendmentsPath];
  const hasText = handbooks.length > 0;
  const sections: [boolean, Section][] = [
    [
      true,
      {
        ...page('search/', '調べる'),
        pages: present([
          [true, page('search/', '検索')],
          [hasText, page(indexPath, '五十音索引')],
          [glossary.length > 0 || listDefinitions(library).length > 0, page('glossary/', '用語')],
          [handbooks.some(({ amendments }) => amendments.length > 0), page(amendmentsPath, '新旧対照表')],
          [hasText, page(printPath, 'まるごと印刷')],
        ]),
        paths: ['originals/', 'imports/', ...handbooks.map(({ id }) => `${id}/`)],
      },
    ],
    [checklists.length > 0, { ...page('checklists/', '答える'), pages: [], paths: [] }],
    [decisions.length > 0, { ...page('decisions/', '判断する'), pages: [], paths: [] }],
    [
      forms.length > 0 || documents.length > 0,
      {
        ...page('forms/', '書類'),
        pages: present([
          [true, page('forms/', '様式')],
          [forms.some(({ register }) => register), page('registers/', '管理簿')],
          [hasPapers, page('papers/', '出すもの')],
          [namesPeople(forms), page('people/', '人の一覧')],
        ]),
        paths: ['documents/'],
      },
    ],
    [
      true,
      {
        ...page('verify/', '確かめる'),
        pages: [
          page('verify/', '返ってきたPDF'),
          page('desk/', '提出の受付'),
          ...decisions
            .filter(({ readings }) => readings.length > 0)
            .map(({ definition }) => page(`decisions/${definition.id}/`, definition.title)),
          page('verify/signers/', '登録した指紋'),
          page('keys/', '署名鍵'),
        ],
        paths: [],
      },
    ],
    [
      views.length > 0,
      {
        ...page(viewsPath, '一覧'),
        pages: [page(viewsPath, 'すべての一覧'), ...views.filter(({ url }) => !elsewhere.includes(url))],
        paths: [],
      },
    ],
  ];
  return present(sections);
});

/**
 * The section that a page stands in: the one that leads furthest into its path.
 * @param path of the page from the site's base, `forms/approval/`.
 */
export function findSection(sections: readonly Section[], path: string): Section | undefined {
  const reach = (section: Section) => {
    const { url, pages, paths } = section;
    // What another section begins with is its own: it is only named here.
    const own = pages.filter((page) => !sections.some((other) => other !== section && page.url.startsWith(other.url)));
    const starts = [url, ...own.map((page) => page.url), ...paths].filter((start) => path.startsWith(start));
    return Math.max(0, ...starts.map(({ length }) => length));
  };
  const [first] = sections
    .map((section) => ({ section, far: reach(section) }))
    .filter(({ far }) => far > 0)
    .toSorted((a, b) => b.far - a.far);
  return first?.section;
}

/** The pages over one, from its section down; the home page, where all begins, and the page itself are not among them. */
export function listTrail(library: Library, path: string): PageLink[] {
  const sections = listSections(library);
  const section = findSection(sections, path);
  if (!section) return [];
  const known = new Map([
    ...library.handbooks
      .filter(({ pages }) => pages.length > 0)
      .flatMap(({ id, source }) => [[`${id}/`, source.short] as const, [`roles/${id}/`, source.short] as const]),
    ...section.pages.map(({ url, title }) => [url, title] as const),
  ]);
  const steps = path.split('/').filter((part) => part !== '');
  const above = steps.slice(0, -1).flatMap((_, index) => {
    const url = `${steps.slice(0, index + 1).join('/')}/`;
    const title = known.get(url);
    return title !== undefined && url !== section.url ? [page(url, title)] : [];
  });
  return section.url === path ? [] : [{ url: section.url, title: section.title }, ...above];
}

function page(url: string, title: string): PageLink {
  return { url, title };
}

function present<Value>(entries: readonly [boolean, Value][]): Value[] {
  return entries.flatMap(([has, value]) => (has ? [value] : []));
}
