import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { inferFields } from './infer/infer-fields.ts';
import type { RegulationTree } from './model/tree.ts';
import { readDocument } from './read-document.ts';
import { buildTree } from './tree/build-tree.ts';
import { knownIn } from './write/read-folder.ts';
import { type HandbookRequest, type HandbookResult, writeHandbook } from './write/write-handbook.ts';

export type ImportRequest = Omit<HandbookRequest, 'file' | 'tree' | 'fields' | 'diagnostics'> & {
  /** Name of the file, without its folder. */
  name: string;
  bytes: Uint8Array;
};

/**
 * A document as its owner has it → a handbook of a content folder.
 * @throws ImportError in words for whoever imports, where there is no way
 */
export async function importDocument({
  name,
  bytes,
  ...request
}: ImportRequest): Promise<HandbookResult & { tree: RegulationTree }> {
  const document = await readDocument(bytes, name);
  const tree = buildTree(document);
  const { fields, diagnostics } = inferFields(tree, knownIn(request.existing, request.id));
  const result = writeHandbook({
    ...request,
    file: { name, sha256: bytesToHex(sha256(bytes)) },
    tree,
    fields,
    diagnostics: [...document.diagnostics, ...diagnostics],
  });
  return { ...result, tree };
}
