import type { UnderstoodDocument } from '../../importer/import-document.ts';
import type { Corrections } from '../../importer/model/correction.ts';
import type { Preview } from '../../importer/preview/to-preview.ts';
import type { FolderRequest } from '../../importer/write/write-folder.ts';

/** What the site knows that a document is read against, and what a new content folder begins with. */
export interface ImportBase {
  /** Role id → name. */
  roles: Record<string, string>;
  records: Record<string, string>;
  topics: Record<string, string>;
  /** Files of an empty content folder, by path. */
  files: Record<string, string>;
}

/** How the person calls the document. */
export type DocumentNames = FolderRequest['names'];

export type ImportRequest =
  | { kind: 'read'; file: File; base: ImportBase }
  | { kind: 'write'; names: DocumentNames; corrections: Corrections; today: string };

export type ImportReply =
  | { kind: 'preview'; preview: Preview; sha256: string }
  | { kind: 'folder'; zip: Uint8Array<ArrayBuffer> }
  /** The file cannot be read; Japanese, what it is and what to do. */
  | { kind: 'refused'; message: string }
  | { kind: 'not-loaded' };

/** Answers requests one after the other, and remembers the document that was read last. */
export function openImporter(): (request: ImportRequest) => Promise<ImportReply> {
  let known: { document: UnderstoodDocument; base: ImportBase } | undefined;
  return async (request) => {
    let code: Code;
    try {
      code = await loadCode();
    } catch {
      // The page tells the person, and begins the next attempt anew.
      return { kind: 'not-loaded' };
    }
    try {
      if (request.kind === 'write') return { kind: 'folder', zip: write(request, code) };
      const { file, base } = request;
      if (file.size > code.mostImportBytes) throw new code.ImportError(code.tooLarge);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const document = await code.understandDocument({ name: file.name, bytes }, base);
      known = { document, base };
      return { kind: 'preview', preview: code.toPreview(document), sha256: document.file.sha256 };
    } catch (error) {
      if (error instanceof code.ImportError) return { kind: 'refused', message: error.message };
      throw error;
    }
  };

  function write({ names, corrections, today }: Extract<ImportRequest, { kind: 'write' }>, code: Code) {
    if (!known) throw new Error('Nothing has been read yet.');
    const { document, base } = known;
    const empty = new Map(Object.entries(base.files));
    return code.writeFolder({ document, corrections, empty, names, today });
  }
}

type Code = Awaited<ReturnType<typeof loadCode>>;

/** None of it is part of the page before a file is chosen. */
async function loadCode() {
  const [document, preview, folder, block, limits] = await Promise.all([
    import('../../importer/import-document.ts'),
    import('../../importer/preview/to-preview.ts'),
    import('../../importer/write/write-folder.ts'),
    import('../../importer/model/block.ts'),
    import('../../importer/limits.ts'),
  ]);
  return { ...document, ...preview, ...folder, ...block, ...limits };
}
