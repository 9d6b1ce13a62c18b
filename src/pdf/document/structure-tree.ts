import type { JsPdfInternals } from './js-pdf.ts';

/** Standard structure types (ISO 32000-1, 14.8.4) in use here. */
export type StructureTag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Sect'
  | 'Form';

/** A stretch of marked content on a page. */
interface MarkedContent {
  page: number;
  id: number;
}

/** An element of the logical structure: what a screen reader walks through. */
export interface StructureElement {
  tag: StructureTag;
  /** Attribute dictionary, e.g. `<< /O /Table /Scope /Column >>`. */
  attributes?: string;
  /** Alternate text for what has none of its own. */
  alternate?: string;
  /** Object number of an annotation that stands for the content, and its page. */
  annotation?: { objectId: number; page: number };
  children: (StructureElement | MarkedContent)[];
}

/** For a TH: it heads its column, or its row. */
export const columnHeader = { attributes: '<</O/Table/Scope/Column>>' };
export const rowHeader = { attributes: '<</O/Table/Scope/Row>>' };

/** A new element under a parent. */
export function addElement(
  parent: StructureElement,
  tag: StructureTag,
  more: Pick<StructureElement, 'attributes' | 'alternate'> = {},
): StructureElement {
  const element: StructureElement = { tag, ...more, children: [] };
  parent.children.push(element);
  return element;
}

/**
 * Writes the tree and its parent tree.
 * @param pageObjects object number of each page, from index 1.
 * @param toText writes a text string object.
 * @returns the object number of the StructTreeRoot.
 */
export function putStructureTree(
  internals: JsPdfInternals,
  root: StructureElement,
  pageObjects: readonly number[],
  toText: (text: string) => string,
): number {
  const pageCount = pageObjects.length - 1;
  const contentParents = Array.from({ length: pageCount }, (): number[] => []);
  const annotationParents: number[] = [];
  const begin = (id: number): void => void internals.newObjectDeferredBegin(id, true);
  const pageRef = (page: number): string => `${pageObjects[page] ?? 0} 0 R`;

  const put = (element: StructureElement, parent: number): number => {
    const id = internals.newObjectDeferred();
    // Most elements lie on one page: naming it once keeps the file small, which has a budget.
    const firstPage = element.children.find((child): child is MarkedContent => 'page' in child)?.page;
    const kids = element.children.map((child) => {
      if ('tag' in child) return `${put(child, id)} 0 R`;
      const parents = contentParents[child.page - 1];
      if (parents !== undefined) parents[child.id] = id;
      return child.page === firstPage ? `${child.id}` : `<</Type/MCR/Pg ${pageRef(child.page)}/MCID ${child.id}>>`;
    });
    if (element.annotation !== undefined) {
      const { objectId, page } = element.annotation;
      kids.push(`<</Type/OBJR/Pg ${pageRef(page)}/Obj ${objectId} 0 R>>`);
      annotationParents.push(id);
    }
    begin(id);
    const page = firstPage === undefined ? '' : `/Pg ${pageRef(firstPage)}`;
    const attributes = element.attributes === undefined ? '' : `/A ${element.attributes}`;
    const alternate = element.alternate === undefined ? '' : `/Alt ${toText(element.alternate)}`;
    const content = kids.length === 0 ? '' : `/K ${kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`}`;
    internals.write(`<</S/${element.tag}/P ${parent} 0 R${page}${attributes}${alternate}${content}>>\nendobj`);
    return id;
  };

  const rootId = internals.newObjectDeferred();
  const documentId = put(root, rootId);
  const pages = contentParents.map((parents, page) => `${page} [${parents.map((id) => `${id} 0 R`).join(' ')}]`);
  const annotations = annotationParents.map((id, index) => `${pageCount + index} ${id} 0 R`);
  begin(rootId);
  internals.write(
    `<< /Type /StructTreeRoot /K ${documentId} 0 R /ParentTree << /Nums [${[...pages, ...annotations].join(' ')}] >> ` +
      `/ParentTreeNextKey ${pageCount + annotations.length} >>\nendobj`,
  );
  return rootId;
}
