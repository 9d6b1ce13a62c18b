import type { APIRoute, GetStaticPaths } from 'astro';
import { loadLibrary, siteBase } from '../../../compiler/library.ts';
import { toDutyData } from '../../../core/regulation/duty-data.ts';
import { listRoleSheets } from '../../../core/regulation/role-sheets.ts';

export const getStaticPaths = (async () => {
  const documents = listRoleSheets(await loadLibrary());
  return documents.map((document) => ({ params: { handbook: document.handbook.id }, props: { ...document } }));
}) satisfies GetStaticPaths;

/** The duties of one document, for the sheet that a person puts together; fetched when a role of it is ticked. */
export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({ props }) =>
  Response.json(toDutyData(props, siteBase()));
