import { kiteiFileName } from '../../record/kitei-file.ts';
import { toLatin1 } from '../bytes.ts';
import type { PdfFile, PdfObject } from '../pdf/pdf-file.ts';
import { findEntry, hasName, type PdfDictionary, type PdfReference, type PdfValue } from '../pdf/pdf-value.ts';
import { type FormField, readCatalog } from '../pdf/signature-field.ts';
import { RefusalError } from '../refusal-reasons.ts';

/** What no PDF made here has: scripts, forms of another kind, layers that can be switched off, things that start by themselves. */
const foreignKeys = ['AA', 'JS', 'XFA', 'OCProperties', 'RichMedia', '3DD', 'Movie'];
const foreignActions = ['JavaScript', 'Launch', 'Rendition', 'ImportData', 'SubmitForm', 'GoToE'];

/**
 * Holds that nothing but the signature field lies over the pages, and that there is one signature and one attachment.
 * @returns the object of the attached file
 * @throws RefusalError several-signatures, page-covered, attachment-missing, several-attachments;
 * PdfSyntaxError when any object is not written as ours are
 */
export function checkContents(file: PdfFile, field: FormField): PdfObject {
  const dictionaries = everyDictionary(file);
  const signatures = dictionaries.filter((one) => hasName(one, 'Type', 'Sig') || one.entries.has('ByteRange'));
  if (signatures.length !== 1) throw new RefusalError('several-signatures', `${signatures.length} dictionaries.`);
  checkPages(file, field, dictionaries);
  return findAttachment(file, dictionaries);
}

/**
 * The object of the attached file, whatever else the file holds.
 * @throws RefusalError attachment-missing, several-attachments; PdfSyntaxError when any object is not written as ours are
 */
export function findAttachedFile(file: PdfFile): PdfObject {
  return findAttachment(file, everyDictionary(file));
}

function everyDictionary(file: PdfFile): PdfDictionary[] {
  return file.readAll().flatMap(({ value }) => [...dictionariesIn(value)]);
}

function checkPages(file: PdfFile, field: FormField, dictionaries: readonly PdfDictionary[]): void {
  const covered = (what: string) => new RefusalError('page-covered', what);
  const { dictionary } = field;
  const rect = findEntry(dictionary, 'Rect', 'array')?.items;
  if (!rect?.every((side) => side.kind === 'number' && side.value === 0) || dictionary.entries.has('AP'))
    throw covered('The signature field takes up room on its page.');
  for (const one of dictionaries) {
    const annotations = one.entries.get('Annots');
    if (annotations && !isOnly(file.resolve(annotations), field.reference))
      throw covered('An annotation beside the signature field.');
    if (hasName(one, 'Subtype', 'Widget') && one !== dictionary) throw covered('A second form field.');
    const key = foreignKeys.find((name) => one.entries.has(name));
    if (key !== undefined) throw covered(`An entry /${key}.`);
    const action = findEntry(one, 'S', 'name')?.value;
    if (action !== undefined && foreignActions.includes(action)) throw covered(`An action /${action}.`);
  }
}

function isOnly(annotations: PdfValue, field: PdfReference): boolean {
  return (
    annotations.kind === 'array' &&
    annotations.items.every((item) => item.kind === 'reference' && item.number === field.number)
  );
}

function findAttachment(file: PdfFile, dictionaries: readonly PdfDictionary[]): PdfObject {
  const specifications = dictionaries.filter((one) => one.entries.has('EF'));
  const embedded = dictionaries.filter((one) => hasName(one, 'Type', 'EmbeddedFile'));
  if (specifications.length > 1 || embedded.length > 1)
    throw new RefusalError('several-attachments', `${specifications.length} file specifications.`);
  const [specification] = specifications;
  const files = specification && findEntry(specification, 'EF', 'dictionary');
  const reference = files && findEntry(files, 'F', 'reference');
  const listed = listedNames(file);
  if (!specification || !reference || nameOf(specification) !== kiteiFileName || listed !== kiteiFileName)
    throw new RefusalError('attachment-missing', `No ${kiteiFileName} where attachments are listed.`);
  return file.object(reference);
}

function nameOf(specification: PdfDictionary): string | undefined {
  const [plain, unicode] = ['F', 'UF'].map((key) => findEntry(specification, key, 'string'));
  const name = plain && toLatin1(plain.bytes);
  return unicode && toLatin1(unicode.bytes) === name ? name : undefined;
}

/** The names in the catalog's tree of embedded files (ISO 32000-1, 7.7.4), which is one array in ours. */
function listedNames(file: PdfFile): string | undefined {
  const names = readCatalog(file).entries.get('Names');
  const trees = names && file.resolve(names);
  const tree = trees?.kind === 'dictionary' ? findEntry(trees, 'EmbeddedFiles', 'dictionary') : undefined;
  const list = tree && findEntry(tree, 'Names', 'array');
  return list?.items.map((item) => (item.kind === 'string' ? toLatin1(item.bytes) : '')).join('');
}

/** A value's dictionaries, the nested ones too; references are not followed, for every object is looked at. */
function* dictionariesIn(value: PdfValue): Generator<PdfDictionary> {
  if (value.kind === 'array') for (const item of value.items) yield* dictionariesIn(item);
  if (value.kind !== 'dictionary') return;
  yield value;
  for (const entry of value.entries.values()) yield* dictionariesIn(entry);
}
