import { pageSize } from '../../pdf/document/page-size.ts';
import { toLatin1 } from '../../signing/bytes.ts';
import { decodeStream } from '../../signing/pdf/decode-stream.ts';
import type { PdfFile } from '../../signing/pdf/pdf-file.ts';
import { findEntry, hasName, type PdfDictionary, type PdfValue } from '../../signing/pdf/pdf-value.ts';
import { readCatalog } from '../../signing/pdf/signature-field.ts';
import { MismatchError } from '../mismatches.ts';
import { type MarkedContent, parseContent } from './content-stream.ts';
import { type PageFont, readPageFont } from './page-font.ts';
import { expectKeys, toDictionary } from './strict-dictionary.ts';

/** What the pages of a file draw, page by page in order, and the font they all use. */
export interface FilePages {
  font: PageFont;
  pages: MarkedContent[][];
}

/** A list of 2,000 items with long notes has some 1,000 pages. */
const mostPages = 2000;

/**
 * Reads the pages of a file strictly: what src/pdf would not have written there is not understood, but refused.
 * @throws MismatchError page-structure; PdfSyntaxError when a stream cannot be read
 */
export async function readPages(file: PdfFile): Promise<FilePages> {
  const catalog = readCatalog(file);
  checkCatalog(catalog);
  refuseOtherWords(file);
  const tree = toDictionary(file.resolve(entry(catalog, 'Pages')));
  // Nothing that pages would inherit: a rotation, another box.
  expectKeys(tree, ['Type', 'Kids', 'Count']);
  const kids = findEntry(tree, 'Kids', 'array')?.items ?? [];
  if (kids.length === 0 || kids.length > mostPages || findEntry(tree, 'Count', 'number')?.value !== kids.length)
    throw fault(`${kids.length} pages, or another count.`);
  const pages = kids.map((kid) => toDictionary(file.resolve(kid)));
  const resources = new Set(pages.map((page) => checkPage(page)));
  const [resource, ...others] = resources;
  if (resource === undefined || others.length > 0) throw fault('The pages do not share their resources.');
  const { name, font } = await readResources(file, pages[0]);
  const contents: MarkedContent[][] = [];
  for (const page of pages) {
    const reference = findEntry(page, 'Contents', 'reference');
    if (!reference) throw fault('A page without one content stream.');
    const content = parseContent(toLatin1(await decodeStream(file.object(reference))));
    if (content.some(({ operation }) => operation.kind === 'text' && operation.font !== name))
      throw fault('A font that is not in the resources.');
    contents.push(content);
  }
  return { font, pages: contents };
}

function checkCatalog(catalog: PdfDictionary): void {
  expectKeys(
    catalog,
    ['Type', 'Pages', 'Metadata', 'StructTreeRoot', 'Names', 'AcroForm'],
    ['OpenAction', 'PageLayout', 'Lang', 'MarkInfo', 'ViewerPreferences', 'OutputIntents', 'AF'],
  );
  // A place to open at, not something to do.
  const opening = catalog.entries.get('OpenAction');
  if (opening !== undefined && opening.kind !== 'array') throw fault('/OpenAction is no destination.');
}

/** Holds that nothing is read out or copied in the place of the text (ISO 32000-1, 14.9.3 to 14.9.5). */
function refuseOtherWords(file: PdfFile): void {
  for (const { value } of file.readAll()) {
    if (value.kind !== 'dictionary') continue;
    if (value.entries.has('ActualText') || value.entries.has('E')) throw fault('A replacement text.');
    // The signature field has no text of its own.
    if (value.entries.has('Alt') && !hasName(value, 'S', 'Form')) throw fault('An alternate text.');
  }
}

/** @returns number of the object that holds the page's resources */
function checkPage(page: PdfDictionary): number {
  expectKeys(page, ['Type', 'Parent', 'Resources', 'MediaBox', 'Contents', 'StructParents', 'Tabs'], ['Annots']);
  const box = findEntry(page, 'MediaBox', 'array')?.items.map((side) => (side.kind === 'number' ? side.value : NaN));
  const wanted = [0, 0, pageSize.width, pageSize.height];
  if (box?.length !== 4 || !wanted.every((side, index) => Math.abs(side - (box[index] ?? NaN)) < 0.01))
    throw fault('A page that is not A4.');
  const resources = findEntry(page, 'Resources', 'reference');
  if (!resources) throw fault('A page without resources.');
  return resources.number;
}

async function readResources(
  file: PdfFile,
  page: PdfDictionary | undefined,
): Promise<{ name: string; font: PageFont }> {
  const resources = toDictionary(file.resolve(entry(page, 'Resources')));
  expectKeys(resources, ['Font'], ['ProcSet', 'XObject']);
  const images = resources.entries.get('XObject');
  // jsPDF leaves an empty dictionary.
  if (images !== undefined) expectKeys(toDictionary(images), []);
  const [only, ...others] = toDictionary(entry(resources, 'Font')).entries;
  if (only === undefined || others.length > 0) throw fault('One font expected.');
  const [name, reference] = only;
  return { name, font: await readPageFont(file, reference) };
}

function entry(dictionary: PdfDictionary | undefined, key: string): PdfValue {
  const value = dictionary?.entries.get(key);
  if (!value) throw fault(`/${key} is missing.`);
  return value;
}

function fault(detail: string): MismatchError {
  return new MismatchError('page-structure', detail);
}
