import { loadLibrary } from '../../compiler/library.ts';
import { ownHandbook } from '../../compiler/read-tailoring.ts';
import { buildCrosswalk, listDocuments } from '../../core/crosswalk/crosswalk.ts';
import { toExportData } from '../../core/crosswalk/export.ts';

/** What the comparison's pages load once somebody asks for a CSV file. */
export async function GET(): Promise<Response> {
  const library = await loadLibrary();
  const documents = listDocuments(library.handbooks, ownHandbook);
  return Response.json(toExportData(buildCrosswalk(library, ownHandbook), documents));
}
