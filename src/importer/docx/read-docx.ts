import type { SourceDocument } from '../model/block.ts';
import { elementsOf, findElement, type XmlElement } from '../zip/read-xml.ts';
import { readBlocks } from './blocks.ts';
import { readTheme } from './colours.ts';
import { Fields } from './fields.ts';
import { Notices } from './notices.ts';
import { Numberer } from './numberer.ts';
import { readNumbering } from './numbering.ts';
import { openPackage, type WordPackage } from './package.ts';
import type { Reading } from './reading.ts';
import { readStyles } from './styles.ts';
import { valOf } from './values.ts';

/**
 * Reads a Word file (.docx, .docm, .dotx) as it is printed: automatic numbers as text, tracked changes accepted; pictures,
 * comments, headers and whatever else is left out or moved is told in the diagnostics. Throws an ImportError in Japanese
 * where it cannot be read at all.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const parts = openPackage(bytes);
  const body = findElement(parts.document, 'w:body') ?? { name: 'w:body', attributes: {}, children: [] };
  const theme = readTheme(parts.find('theme'));
  const styles = readStyles(parts.find('styles'), theme);
  const reading: Reading = {
    styles,
    theme,
    numberer: new Numberer(readNumbering(parts.find('numbering'), styles.listOf)),
    notices: new Notices(),
    notes: { footnote: readNotes(parts.find('footnotes')), endnote: readNotes(parts.find('endnotes')) },
    noteCounts: { footnote: 0, endnote: 0 },
    sections: sectionsOf(body),
    section: 0,
    paragraph: 0,
    counts: true,
    fields: new Fields(body),
  };
  const edges = edgesOf(parts);
  noteParts(parts, edges, reading.notices);
  const blocks = readBlocks(body, reading);
  return { blocks, edges, diagnostics: reading.notices.toDiagnostics() };
}

/** Notes by their ids; lines that separate them from the text are none. */
function readNotes(root: XmlElement | undefined): Map<string, XmlElement> {
  const notes = (root ? elementsOf(root) : []).filter(
    ({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal',
  );
  return new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note]));
}

/** Whether each section begins on a new page: the last one's properties end the body, the others' their last paragraph. */
function sectionsOf(body: XmlElement): boolean[] {
  const types: boolean[] = [];
  const walk = (element: XmlElement) => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:sectPr')
        types.push(!/^(continuous|nextColumn)$/.test(valOf(findElement(child, 'w:type')) ?? ''));
      else if (child.name !== 'w:r' && child.name !== 'w:tbl') walk(child);
    }
  };
  walk(body);
  return types;
}

/** What stands in parts that are not read, as long as a person would miss it. */
function noteParts(parts: WordPackage, edges: readonly string[], notices: Notices): void {
  if (parts.has('vbaProject')) notices.add('macro', 0);
  const comments = parts.all('comments').flatMap(elementsOf).length;
  if (comments > 0) notices.add('comment', 0, '', comments);
  if (edges.length > 0) notices.add('header', 0, edges.join('、'));
}

/** What stands in headers and footers, each once. */
function edgesOf(parts: WordPackage): string[] {
  const letters = ['header', 'footer'].flatMap((type) => parts.all(type).map(lettersOf));
  return [...new Set(letters)].filter((text) => text !== '');
}

/** The letters of a header, without what fields make there, such as page numbers. */
function lettersOf(element: XmlElement): string {
  let text = '';
  let depth = 0;
  const walk = (child: XmlElement | string, inText: boolean) => {
    if (typeof child === 'string') {
      if (inText && depth === 0) text += child;
      return;
    }
    if (child.name === 'w:fldSimple') return;
    if (child.name === 'w:fldChar') depth += { begin: 1, end: -1 }[child.attributes['w:fldCharType'] ?? ''] ?? 0;
    for (const below of child.children) walk(below, child.name === 'w:t');
  };
  walk(element, false);
  return text.replace(/\s+/g, ' ').trim();
}
