import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { findEditions, type StatedEdition } from './edition/find-editions.ts';
import { inferFields } from './infer/infer-fields.ts';
import { mostImportBytes, tooLarge } from './limits.ts';
import { type Diagnostic, ImportError } from './model/block.ts';
import type { InferredFields } from './model/fields.ts';
import type { RegulationTree } from './model/tree.ts';
import { readDocument } from './read-document.ts';
import { buildTree } from './tree/build-tree.ts';
import { type Known, knownIn } from './write/read-folder.ts';
import { type HandbookRequest, type HandbookResult, writeHandbook } from './write/write-handbook.ts';

/** A document, understood: its structure, what was inferred of its places, and what its readers were not sure of. */
export interface UnderstoodDocument {
  tree: RegulationTree;
  fields: Map<string, InferredFields>;
  diagnostics: Diagnostic[];
  file: { name: string; sha256: string };
  /** Which edition it calls itself. */
  editions: StatedEdition[];
}

/** A document as its owner has it. */
export interface GivenDocument {
  /** Name of the file, without its folder. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Reads a document, finds its structure, and infers what its places ask of whom.
 * @param known what its words are held against
 * @throws ImportError in words for whoever imports, where it cannot be read
 */
export async function understandDocument({ name, bytes }: GivenDocument, known: Known): Promise<UnderstoodDocument> {
  if (bytes.length > mostImportBytes) throw new ImportError(tooLarge);
  const document = await readDocument(bytes, name);
  if (document.blocks.length === 0) {
    throw new ImportError(`${name} に文字がありません。紙を読み取った画像だけの PDF なら、文字を認識させてください。`);
  }
  const tree = buildTree(document);
  const { fields, diagnostics } = inferFields(tree, known);
  const file = { name, sha256: bytesToHex(sha256(bytes)) };
  return {
    tree,
    fields,
    diagnostics: [...document.diagnostics, ...diagnostics],
    file,
    editions: findEditions(document),
  };
}

export type ImportRequest = Omit<HandbookRequest, 'file' | 'tree' | 'fields' | 'diagnostics' | 'editions'> &
  GivenDocument;

/**
 * A document as its owner has it → a handbook of a content folder.
 * @throws ImportError in words for whoever imports, where there is no way
 */
export async function importDocument({
  name,
  bytes,
  ...request
}: ImportRequest): Promise<HandbookResult & { tree: RegulationTree }> {
  const understood = await understandDocument({ name, bytes }, knownIn(request.existing, request.id));
  return { ...writeHandbook({ ...request, ...understood }), tree: understood.tree };
}
