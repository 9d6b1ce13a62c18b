import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { orThrow } from '../../compiler/faults.ts';
import { readInspection } from '../../compiler/inspection.ts';
import { contentRoot, loadLibrary } from '../../compiler/library.ts';
import type { TailoringData } from '../../core/tailoring/data.ts';

/** What the page for trying values loads once somebody tries one: every passage, and the file to write the values into. */
export async function GET(): Promise<Response> {
  const library = await loadLibrary();
  const { wording } = library;
  const { passages, ...inspection } = await orThrow(contentRoot(), (faults) => readInspection(library, faults));
  const data: TailoringData = {
    format: 'kitei-passages/3',
    organization: await readOrganization(),
    passages,
    inspection,
    roles: wording.roles,
    blanks: wording.blanks,
    choices: wording.choices,
    lists: Object.fromEntries(library.lists.map(({ id, list }) => [id, list])),
    values: [...wording.values],
  };
  return Response.json(data);
}

/** The file that the values are written into; a folder without one begins with an empty one. */
async function readOrganization(): Promise<string> {
  const file = join(contentRoot(), 'organization.yaml');
  return existsSync(file) ? readFile(file, 'utf8') : "name: ''\n";
}
