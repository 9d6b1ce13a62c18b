import { headingKinds } from '../model/tree.ts';
import type { Place } from './places.ts';

/** Where a regulation's places are found by their numbers. */
export interface Atlas {
  article(value: readonly number[]): Place | undefined;
  /** The article a place stands in, or the place itself. */
  articleOf(place: Place): Place | undefined;
  /** 第2項第3号 of an article or paragraph; the first paragraph is often not numbered. */
  inside(within: Place, paragraph: number | undefined, item: number | undefined): Place | undefined;
  /** 第3号 as it stands: of the list the place is in, or that it introduces. */
  item(place: Place, value: number): Place | undefined;
  /** The place's article, paragraph or item. */
  ranked(place: Place, rank: string): Place | undefined;
  /** 前条, 次項, 前2項: so many before or after; `all` is the first of them. */
  beside(place: Place, rank: string, way: -1 | 1, step: number | 'all'): Place | undefined;
  annex(kind: string, value: number | undefined): Place | undefined;
  /** 3.1 in the same chapter, or anywhere if only one has the number. */
  heading(place: Place, number: string): Place | undefined;
  /** (3), ① or ア beside the place or beside what it stands in. */
  marked(place: Place, mark: string): Place | undefined;
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  条: ['article'],
  項: ['paragraph'],
  号: ['item'],
  章: ['chapter'],
  節: ['section'],
};

/** What one cites: an article with one rule is that rule, any other heading stands for all that is under it. */
export function citedPlace(place: Place): Place {
  const rules = place.children.filter(({ isHeading }) => !isHeading);
  return place.node.kind === 'article' && rules.length === 1 && rules[0] ? rules[0] : place;
}

/** Indexes a regulation by its numbers. */
export function toAtlas(places: readonly Place[]): Atlas {
  const articles = places.filter(({ node }) => node.kind === 'article');
  const articleAt = new Map(articles.map((place, at) => [place, at] as const));
  // Of two with one number, a 附則 has its own, the first is meant.
  const articleOf = new Map(articles.map((place) => [place.node.value?.join('.'), place] as const).reverse());
  const tops = places.filter(({ parent }) => !parent);
  const annexes = places.filter(({ node }) => node.kind === 'annex');
  const numberOf = ({ node }: Place) => plain(node.number).replace(/^第|[条章節項号.]$/gu, '');
  const headings = Map.groupBy(
    places.filter(({ isHeading, node }) => isHeading && node.number !== ''),
    numberOf,
  );
  const up = (place: Place | undefined, rank: string): Place | undefined => {
    let at = place;
    while (at && !(kinds[rank] ?? []).includes(at.node.kind)) at = at.parent;
    return at;
  };
  const paragraphsOf = (article: Place) =>
    article.children.filter(({ node }) => node.kind === 'paragraph' || node.kind === 'text');
  const itemsOf = (place: Place): Place[] =>
    place.children.filter(({ node }) => node.kind === 'item' || node.kind === 'bullet');
  const numbered = (some: readonly Place[], value: number) =>
    some.find(({ node }) => node.value?.length === 1 && node.value[0] === value && node.kind !== 'text') ??
    some.filter(({ node }) => node.value === undefined)[value - 1];

  const atlas: Atlas = {
    article: (value) => articleOf.get(value.join('.')),
    articleOf: (place) => up(place, '条') ?? headingAround(place),
    inside(within, paragraph, item) {
      let at: Place | undefined = within;
      if (paragraph !== undefined) {
        const some: Place[] = paragraphsOf(within);
        const first = some[0];
        // The first paragraph has no number, and the second is numbered 2.
        at =
          some.find(({ node }) => node.value?.at(-1) === paragraph && node.kind === 'paragraph') ??
          (paragraph === 1 ? first : undefined);
      }
      if (!at || item === undefined) return at;
      const places: Place[] = at.isHeading ? [...itemsOf(at), ...paragraphsOf(at).flatMap(itemsOf)] : itemsOf(at);
      return numbered(places, item);
    },
    item(place, value) {
      const list = up(place, '号');
      const around = list?.parent ?? place;
      return numbered(itemsOf(around), value) ?? numbered(itemsOf(place), value);
    },
    ranked: (place, rank) => up(place, rank) ?? (rank === '条' ? headingAround(place) : undefined),
    beside(place, rank, way, step) {
      const own =
        up(place, rank) ??
        (rank === '項' || rank === '号' ? listed(place) : rank === '条' ? headingAround(place) : undefined);
      if (!own) return undefined;
      const some =
        rank === '条' && own.node.kind === 'article'
          ? articles
          : (own.parent?.children ?? tops).filter(
              ({ node }) =>
                node.kind === own.node.kind || (rank === '項' && node.kind === 'text' && node.number === ''),
            );
      const at = some === articles ? (articleAt.get(own) ?? -1) : some.indexOf(own);
      if (step === 'all') return at > 0 ? some[0] : undefined;
      return some[at + way * step];
    },
    annex(kind, value) {
      const some = annexes.filter(({ node }) => plain(node.number || (node.body[0]?.text ?? '')).startsWith(kind));
      if (value === undefined) return some.length === 1 ? some[0] : undefined;
      return some.find(
        ({ node }) => node.value?.[0] === value || Number(/[0-9]+/.exec(plain(node.number))?.[0]) === value,
      );
    },
    heading(place, number) {
      const some = headings.get(number) ?? [];
      const near = some.filter((one) => rootOf(one) === rootOf(place));
      return near.length === 1 ? near[0] : some.length === 1 ? some[0] : undefined;
    },
    marked(place, mark) {
      for (let at: Place | undefined = place; at; at = at.parent) {
        const around: readonly Place[] = at.parent ? at.parent.children : tops;
        const found = around.find(({ node }) => node.number !== '' && plain(node.number) === plain(mark));
        if (found) return found;
        if (at.isHeading) return undefined;
      }
      return undefined;
    },
  };
  return atlas;
}

/** In a document without articles, a list's entry may be called 項 or 号. */
function listed(place: Place): Place | undefined {
  let at: Place | undefined = place;
  while (at && !['paragraph', 'item', 'bullet', 'text'].includes(at.node.kind)) at = at.parent;
  return at;
}

function headingAround(place: Place): Place | undefined {
  let at: Place | undefined = place;
  while (at && !headingKinds.has(at.node.kind)) at = at.parent;
  return at;
}

function rootOf(place: Place): Place {
  let at = place;
  while (at.parent) at = at.parent;
  return at;
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s()]/gu, '');
}
