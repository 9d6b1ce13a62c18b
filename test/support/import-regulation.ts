import type { InferredFields } from '../../src/importer/model/fields.ts';
import type { RegulationTree } from '../../src/importer/model/tree.ts';
import { type HandbookRequest, type HandbookResult, writeHandbook } from '../../src/importer/write/write-handbook.ts';

/** The registers of a content folder without anything in it. */
export const emptyFolder: ReadonlyMap<string, string> = new Map([
  [
    'organization.yaml',
    "name: 見本商事\nroles: {}\ncontacts: { handbook: '', incident: '' }\nmonths: {}\nrevisions: {}\nchoices: {}\nblanks: {}\n",
  ],
  ['choices.yaml', 'choices: {}\nblanks: {}\n'],
  ['roles.yaml', '{}\n'],
  ['records.yaml', '{}\n'],
  ['topics.yaml', 'removal: 持ち出し\n'],
  ['glossary.yaml', '{}\n'],
  ['conflicts.yaml', '{}\n'],
  ['term-variants.yaml', 'variants: []\ncommonWords: []\n'],
  ['products.yaml', "checkedOn: '2026-11-21'\nproducts: []\n"],
]);

/** Imports a tree as the handbook `rules`. */
export function importTree(
  tree: RegulationTree,
  existing: ReadonlyMap<string, string> = emptyFolder,
  more: Partial<HandbookRequest> & { inferred?: Record<string, InferredFields> } = {},
): HandbookResult {
  const { inferred = {}, ...request } = more;
  return writeHandbook({
    id: 'rules',
    title: '情報取扱規程',
    file: { name: 'rules.docx', sha256: '0'.repeat(64) },
    today: '2026-11-30',
    tree,
    fields: new Map(Object.entries(inferred)),
    existing,
    ...request,
  });
}

/** The folder after an import. */
export function afterImport(
  existing: ReadonlyMap<string, string>,
  { files, removed }: HandbookResult,
): Map<string, string> {
  const after = new Map([...existing, ...files]);
  for (const path of removed) after.delete(path);
  return after;
}
