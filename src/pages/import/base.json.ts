import { emptyFolder } from '../../compiler/empty-folder.ts';
import { loadLibrary } from '../../compiler/library.ts';
import { roleName } from '../../core/regulation/library.ts';
import type { ImportBase } from '../../ui/import/importer.ts';

/** What /import/ reads a document against, and the files that a new content folder begins with. */
export async function GET(): Promise<Response> {
  const library = await loadLibrary();
  const base: ImportBase = {
    roles: {},
    records: {},
    topics: library.topics,
    files: Object.fromEntries(await emptyFolder()),
  };
  for (const [handbook, roles] of Object.entries(library.roles)) {
    for (const id of Object.keys(roles)) base.roles[id] ??= roleName(library, handbook, id) ?? '';
  }
  for (const records of Object.values(library.records)) {
    for (const [id, { name }] of Object.entries(records)) base.records[id] ??= name;
  }
  return Response.json(base);
}
