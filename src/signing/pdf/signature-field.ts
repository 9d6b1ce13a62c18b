import type { PdfFile } from './pdf-file.ts';
import { findEntry, type PdfDictionary, type PdfReference, PdfSyntaxError } from './pdf-value.ts';

/** A field of the form, e.g. the one that holds the signature (ISO 32000-1, 12.7.4.5). */
export interface FormField {
  reference: PdfReference;
  dictionary: PdfDictionary;
}

/**
 * The document's catalog.
 * @throws PdfSyntaxError when there is none
 */
export function readCatalog(file: PdfFile): PdfDictionary {
  const root = findEntry(file.trailer, 'Root', 'reference');
  const catalog = root && file.object(root).value;
  if (catalog?.kind !== 'dictionary') throw new PdfSyntaxError('There is no catalog.', file.trailer.start);
  return catalog;
}

/**
 * The fields that the catalog's form lists; empty when there is no form.
 * @throws PdfSyntaxError when the form is not written as ours is
 */
export function listFormFields(file: PdfFile): FormField[] {
  const catalog = readCatalog(file);
  const entry = catalog.entries.get('AcroForm');
  if (!entry) return [];
  const form = file.resolve(entry);
  const fields = form.kind === 'dictionary' ? findEntry(form, 'Fields', 'array') : undefined;
  if (!fields) throw new PdfSyntaxError('The form has no /Fields.', entry.start);
  return fields.items.map((reference) => {
    const dictionary = file.resolve(reference);
    if (reference.kind !== 'reference' || dictionary.kind !== 'dictionary')
      throw new PdfSyntaxError('A field of the form is no object of its own.', reference.start);
    return { reference, dictionary };
  });
}
