import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { loadLibrary, siteBase } from '../compiler/library.ts';
import { listFirstChecklists } from '../core/checklist/arrange-lists.ts';
import { namesPeople } from '../core/form/groups.ts';
import { listDefinitions } from '../core/regulation/definitions.ts';
import { isPageTitle } from '../core/regulation/is-page-title.ts';
import type { HandbookPageEntry } from '../core/regulation/library.ts';
import { listViews } from '../core/regulation/views.ts';
import { nameRoute } from './brand-head.ts';
import { pageFoot } from './page-foot.ts';

/**
 * Sidebar, table of contents and previous / next from the library. The sidebar holds the pages of the open handbook
 * only: with every page in it, each page would grow with their number.
 */
export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute;
  const library = await loadLibrary();
  const { handbooks, checklists, decisions, documents, forms, fillIns, glossary, brand } = library;
  const openCount = fillIns.filter(({ isOpen }) => isOpen).length;
  const base = siteBase();
  const open = handbooks.find(({ id }) => route.id === id || route.id.startsWith(`${id}/`));
  const page = open?.pages.find(({ id }) => id === route.id);
  const link = linkTo(route, base);

  route.head.push({
    tag: 'style',
    attrs: {},
    content: pageFoot(route.id, brand.short, handbooks, route.entry.data.title),
  });
  // A card in a chat is made from title and description too; nobody needs to know which generator made the site.
  route.head = route.head.filter(
    ({ attrs }) => !/^(?:og|twitter):|^generator$/.test(`${attrs?.property ?? attrs?.name}`),
  );

  nameRoute(route, brand, base);

  route.sidebar = [
    group('規程', [
      ...handbooks
        .filter(({ pages }) => pages.length > 0)
        .map((handbook) =>
          handbook === open && handbook.pages.length > 1
            ? group(
                handbook.source.title,
                handbook.pages.map((entry) => link(entry.title, entry.url)),
              )
            : link(handbook.source.title, handbook.pages[0]?.url ?? ''),
        ),
      ...(glossary.length > 0 || listDefinitions(library).length > 0 ? [link('用語', 'glossary/')] : []),
    ]),
    group(
      '一覧',
      listViews(library).map(({ title, url }) => link(title, url)),
    ),
    group(
      '判断',
      decisions.map(({ definition }) => link(definition.title, `decisions/${definition.id}/`)),
    ),
    group(
      '確認リスト',
      // With all of many, each page would grow with their number.
      [
        ...listFirstChecklists(library).map((list) => link(list.title, `checklists/${list.id}/`)),
        ...(checklists.length > 3 ? [link('確認リストの一覧', 'checklists/')] : []),
      ],
    ),
    group('様式', [
      ...(forms.length > 0 ? [link('様式の一覧', 'forms/')] : []),
      ...documents.map(({ id, title }) => link(`${title}（案）`, `documents/${id}/`)),
    ]),
    group('道具', [
      link('返ってきたPDFを確かめる', 'verify/'),
      link('提出の受付', 'desk/'),
      link('署名鍵の管理', 'keys/'),
      ...(namesPeople(forms) ? [link('人の一覧', 'people/')] : []),
      link('規程を取り込む', 'import/'),
      link(`自社に合わせる${openCount > 0 ? `（未設定${openCount}件）` : ''}`, 'tailoring/'),
    ]),
  ].filter((entry) => entry.type !== 'group' || entry.entries.length > 0);
  if (!page || !open) return;
  route.toc = { minHeadingLevel: 2, maxHeadingLevel: 3, items: tocOf(page) };
  const at = open.pages.indexOf(page);
  const beside = (entry: HandbookPageEntry | undefined) => entry && link(entry.title, entry.url);
  route.pagination = { prev: beside(open.pages[at - 1]), next: beside(open.pages[at + 1]) };
});

type SidebarEntry = StarlightRouteData['sidebar'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

function linkTo(route: StarlightRouteData, base: string) {
  return (label: string, url: string): SidebarLink => ({
    type: 'link',
    label,
    href: base + url,
    isCurrent: url === `${route.id}/`,
    badge: undefined,
    attrs: {},
  });
}

function group(label: string, entries: SidebarEntry[]): SidebarEntry {
  return { type: 'group', label, entries, collapsed: false, badge: undefined };
}

function tocOf(page: HandbookPageEntry) {
  type Items = NonNullable<StarlightRouteData['toc']>['items'];
  const items: Items = [{ depth: 2, slug: '_top', text: 'この頁の先頭', children: [] }];
  for (const { anchor, number, caption, level = 2 } of page.sections.filter((section) => !isPageTitle(page, section))) {
    const item = { depth: level, slug: anchor, text: `${number} ${caption}`.trim(), children: [] };
    if (level === 2) items.push(item);
    else if (level === 3) items.at(-1)?.children.push(item);
  }
  return items;
}
