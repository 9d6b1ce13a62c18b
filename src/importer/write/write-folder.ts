import { type Zippable, zipSync } from 'fflate';
import { parseDocument } from 'yaml';
import type { UnderstoodDocument } from '../import-document.ts';
import type { Corrections } from '../model/correction.ts';
import { writeHandbook } from './write-handbook.ts';

/** A document that is to become a content folder of its own. */
export interface FolderRequest {
  document: UnderstoodDocument;
  corrections: Corrections;
  /** Files of an empty content folder, by path. */
  empty: ReadonlyMap<string, string>;
  names: {
    id: string;
    title: string;
    version: string;
    /** Name of the organisation; may be empty. */
    organization: string;
  };
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * A content folder with one handbook, as a zip; everything in it stands in a folder named like the handbook.
 * @throws ImportError
 */
export function writeFolder({ document, corrections, empty, names, today }: FolderRequest): Uint8Array<ArrayBuffer> {
  const { id, title, version, organization } = names;
  const existing = new Map(empty);
  existing.set('organization.yaml', nameCompany(existing.get('organization.yaml') ?? '', organization));
  const { files } = writeHandbook({ ...document, id, title, version, today, corrections, existing });
  const entries: Zippable = {};
  for (const [path, text] of new Map([...existing, ...files])) {
    entries[`${id}/${path}`] = new TextEncoder().encode(text);
  }
  // The earliest day that a zip can name, in whatever zone: same input, same bytes.
  return new Uint8Array(zipSync(entries, { mtime: new Date(1980, 0, 1) }));
}

function nameCompany(text: string, name: string): string {
  if (name === '') return text;
  const document = parseDocument(text);
  document.set('name', name);
  return document.toString({ lineWidth: 0 });
}
