import { compareWords } from '../crosswalk/compare-words.ts';
import { topicPath } from '../crosswalk/topic-path.ts';
import type { Library } from './library.ts';
import type { CitingPlace } from './provision.ts';

/**
 * 「この条を引用している箇所」: for each provision or section id, the provisions, check items and conflicts that refer to it,
 * in order of the site.
 */
export function indexCitations(
  library: Pick<Library, 'handbooks' | 'checklists' | 'conflicts'>,
): Map<string, CitingPlace[]> {
  const places = new Map<string, CitingPlace[]>();
  const compare = compareWords(library);
  const add = (cited: string, place: CitingPlace) => {
    const list = places.get(cited) ?? [];
    // A provision that refers twice to the same place is one citing place.
    if (!list.some(({ url }) => url === place.url)) list.push(place);
    places.set(cited, list);
  };
  for (const { source, pages } of library.handbooks) {
    for (const provision of pages.flatMap((page) => page.provisions)) {
      const place = { label: `${source.short} ${provision.label}`, url: provision.url };
      for (const cited of provision.refersTo) if (cited !== provision.id) add(cited, place);
    }
  }
  for (const list of library.checklists) {
    for (const item of list.sections.flatMap(({ items }) => items)) {
      const place = {
        label: `${list.title} No. ${item.number}`,
        url: `checklists/${list.id}/#${checkItemAnchor(item.id)}`,
      };
      for (const { citation } of item.basis) add(citation, place);
    }
  }
  for (const { id, title, topics, positions } of library.conflicts) {
    const place = { label: `${compare.title}: ${title}`, url: `${topicPath(topics[0] ?? '')}#${id}` };
    for (const { citations } of positions) for (const citation of citations) add(citation.id, place);
  }
  return places;
}

/** Anchor of a check item on its page. */
export function checkItemAnchor(itemId: string): string {
  return `item-${itemId}`;
}
