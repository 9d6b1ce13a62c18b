import type { ImportedDocument } from '../../importer/import-document.ts';
import type { Corrections } from '../../importer/model/correction.ts';
import type { Preview } from '../../importer/preview/to-preview.ts';

/** What the site knows that a document is read against, and what a new content folder begins with. */
export interface ImportBase {
  /** Role id → name, of the company's own handbooks. */
  roles: Record<string, string>;
  records: Record<string, string>;
  topics: Record<string, string>;
  /** Files of an empty content folder, by path. */
  files: Record<string, string>;
}

/** How the person calls the document. */
export interface DocumentNames {
  id: string;
  title: string;
  version: string;
  /** Name of the organisation; may be empty. */
  organization: string;
}

export type ImportRequest =
  | { kind: 'read'; file: File; base: ImportBase }
  | { kind: 'write'; names: DocumentNames; corrections: Corrections };

export type ImportReply =
  | { kind: 'preview'; preview: Preview; sha256: string }
  | { kind: 'folder'; zip: Uint8Array<ArrayBuffer> }
  /** The file cannot be read; Japanese, what it is and what to do. */
  | { kind: 'refused'; message: string }
  | { kind: 'not-loaded' };

/** Answers requests one after the other, and remembers the document that was read last. */
export function openImporter(): (request: ImportRequest) => Promise<ImportReply> {
  let known: { document: ImportedDocument; base: ImportBase; sha256: string; file: string } | undefined;
  return async (request) => {
    let code: Code;
    try {
      code = await loadCode();
    } catch {
      // The page tells the person, and begins the next attempt anew.
      return { kind: 'not-loaded' };
    }
    try {
      if (request.kind === 'read') {
        const bytes = new Uint8Array(await request.file.arrayBuffer());
        const document = await code.readRegulation(request.file.name, bytes, request.base);
        const sha256 = code.sha256(bytes);
        known = { document, base: request.base, sha256, file: request.file.name };
        return { kind: 'preview', preview: code.toPreview(document.tree, document.fields, document.notes), sha256 };
      }
      if (!known) throw new Error('Nothing has been read yet.');
      return { kind: 'folder', zip: code.writeFolder({ ...known, ...request }) };
    } catch (error) {
      if (error instanceof code.ImportError) return { kind: 'refused', message: error.message };
      throw error;
    }
  };
}

type Code = Awaited<ReturnType<typeof loadCode>>;

/** None of it is part of the page before a file is chosen. */
async function loadCode() {
  const [{ readRegulation }, { toPreview }, { writeFolder }, { ImportError }, { sha256 }, { bytesToHex }] =
    await Promise.all([
      import('../../importer/import-document.ts'),
      import('../../importer/preview/to-preview.ts'),
      import('../../importer/write/write-folder.ts'),
      import('../../importer/model/block.ts'),
      import('@noble/hashes/sha2.js'),
      import('@noble/hashes/utils.js'),
    ]);
  return {
    readRegulation,
    toPreview,
    writeFolder,
    ImportError,
    sha256: (bytes: Uint8Array) => bytesToHex(sha256(bytes)),
  };
}
