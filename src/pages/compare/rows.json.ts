import { loadLibrary } from '../../compiler/library.ts';
import { buildCrosswalk, listDocuments } from '../../core/crosswalk/crosswalk.ts';
import { toExportData } from '../../core/crosswalk/export.ts';

/** What the comparison's pages load once somebody asks for a CSV file. */
export async function GET(): Promise<Response> {
  const library = await loadLibrary();
  const documents = listDocuments(library.handbooks, library.ours);
  return Response.json(toExportData(buildCrosswalk(library), documents));
}
