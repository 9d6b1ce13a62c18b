import { inferFields } from './infer/infer-fields.ts';
import { type Diagnostic, ImportError, type SourceDocument } from './model/block.ts';
import type { InferredFields } from './model/fields.ts';
import type { RegulationTree } from './model/tree.ts';
import { buildTree } from './tree/build-tree.ts';

/** Ids and names that a document's words are matched against. */
export interface KnownNames {
  roles: Record<string, string>;
  records: Record<string, string>;
  topics: Record<string, string>;
}

/** A document, understood: its structure, what was inferred of each place, and what the readers were not sure of. */
export interface ImportedDocument {
  tree: RegulationTree;
  fields: Map<string, InferredFields>;
  notes: Diagnostic[];
}

/** Largest file that is read, in bytes. */
export const mostImportBytes = 50 * 1024 * 1024;

/**
 * Reads a regulation, finds its structure, and infers what its places ask of whom.
 * @param name of the file: its ending tells Markdown from plain text; everything else is told by the bytes
 * @throws ImportError where the file is none that can be read; Japanese, with what to do
 */
export async function readRegulation(name: string, bytes: Uint8Array, known: KnownNames): Promise<ImportedDocument> {
  if (bytes.length === 0) throw new ImportError('空のファイルです。中身のあるファイルを選んでください。');
  if (bytes.length > mostImportBytes) {
    throw new ImportError('ファイルが大きすぎます（50MBまで）。画像を除いて保存し直すか、章ごとに分けてください。');
  }
  const source = await readSource(name, bytes);
  if (source.blocks.length === 0) {
    throw new ImportError(
      '文字が見つかりませんでした。紙を読み取った画像だけのPDFなら、文字を認識させてから選んでください。',
    );
  }
  const tree = buildTree(source);
  return { tree, fields: inferFields(tree, known), notes: source.diagnostics };
}

async function readSource(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  if (startsWith(bytes, '%PDF-')) return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
  // Old Word files and encrypted ones begin so; the reader of zips says what they are.
  if (startsWith(bytes, 'PK') || startsWith(bytes, '\u00D0\u00CF\u0011\u00E0') || /\.do[ct][xm]?$/i.test(name)) {
    return (await import('./docx/read-docx.ts')).readDocx(bytes);
  }
  const { readText } = await import('./text/read-text.ts');
  return readText(bytes, /\.(md|markdown)$/i.test(name) ? 'markdown' : 'text');
}

function startsWith(bytes: Uint8Array, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
