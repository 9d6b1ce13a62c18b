import type { Library } from '../regulation/library.ts';
import type { Provision } from '../regulation/provision.ts';

/** Items that belong together; those that are of no one article have no heading. */
export interface ArticleItems<Item> {
  heading: string | undefined;
  items: Item[];
}

/**
 * Blanks and choices of imported documents under the article in which each stands first, in the order of the pages: an
 * import finds dozens, and names them by the words around. Before them the others, in the order of the files.
 */
export function groupByArticle<Item extends { places: readonly { url: string }[] }>(
  items: readonly Item[],
  { handbooks }: Pick<Library, 'handbooks'>,
): ArticleItems<Item>[] {
  const provisions = handbooks.flatMap(({ imported, source, pages }) =>
    imported ? pages.flatMap((page) => page.provisions.map((one) => ({ one, short: source.short }))) : [],
  );
  const order = new Map(
    provisions.map(({ one, short }, index) => [one.url, { index, heading: headingOf(one, short) }]),
  );
  const placed = items.map((item) => ({ item, at: order.get(item.places[0]?.url ?? '') }));
  const found = placed.flatMap(({ item, at }) => (at ? [{ item, ...at }] : []));
  const groups: ArticleItems<Item>[] = [];
  const others = placed.flatMap(({ item, at }) => (at ? [] : [item]));
  if (others.length > 0) groups.push({ heading: undefined, items: others });
  for (const { item, heading } of found.toSorted((a, b) => a.index - b.index)) {
    const last = groups.at(-1);
    if (last?.heading === heading) last.items.push(item);
    else groups.push({ heading, items: [item] });
  }
  return groups;
}

/** The article or heading it stands under: `情報管理規程 第1条（文書の作成）`. */
function headingOf({ section, label }: Provision, short: string): string {
  const article = section.at(-1);
  return article ? `${short} ${article.number}${article.caption}` : `${short} ${label}`;
}
