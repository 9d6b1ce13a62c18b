import type { Library } from './library.ts';
import type { Provision } from './provision.ts';

/** What a document says of its words, where it says it. */
export interface Definitions {
  /** Of the document. */
  title: string;
  places: Pick<Provision, 'id' | 'label' | 'url' | 'marked'>[];
}

/**
 * The definitions of the documents that stand in their own words and have no entry in the glossary: an import writes none,
 * and what such a document means by a word stands in its provisions. A sentence that only leads to the items below it
 * defines nothing.
 */
export function listDefinitions({
  handbooks,
  provisions,
  glossary,
}: Pick<Library, 'handbooks' | 'provisions' | 'glossary'>): Definitions[] {
  return handbooks.flatMap(({ id, source }) => {
    if (source.wording !== 'original' || glossary.some(({ handbook }) => handbook === id)) return [];
    const places = [...provisions.values()].filter(
      ({ handbook, modality, text }) => handbook === id && modality === 'definition' && text.includes('をいう'),
    );
    return places.length > 0 ? [{ title: source.title, places }] : [];
  });
}
