import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Organization, Source } from '../../core/regulation/registers.ts';
import { Faults } from '../faults.ts';
import { listFiles } from '../list-files.ts';
import { readYaml } from '../parse-yaml.ts';
import { shapes } from '../shapes.ts';
import { InForce } from './in-force.ts';

/**
 * Finds out which documents are in force, and reads their sources.
 * @param named ids that roles.yaml names
 */
export async function readInForce(
  { handbooks }: Pick<Organization, 'handbooks'>,
  named: readonly string[],
  faults: Faults,
): Promise<{ inForce: InForce; sources: Map<string, Source> }> {
  const files = await listFiles('sources', '.yaml', faults);
  const known = handbooks
    ? [...files, ...named, ...(await listFolders(faults)), ...(await listRecords(faults))]
    : files;
  for (const [index, id] of (handbooks ?? []).entries()) {
    const place = { file: join(faults.root, 'organization.yaml'), path: `handbooks[${index}]` };
    faults.checkKnown('handbook', id, files, place, 'sources/');
  }
  const off = new Set(handbooks ? known.filter((id) => !handbooks.includes(id)) : []);
  const sources = new Map<string, Source>();
  const all = new Map<string, Pick<Source, 'unitPrefix'>>();
  for (const id of files) {
    // What is off is not looked at; its faults are nobody's.
    const source = await readYaml(`sources/${id}.yaml`, shapes.source, off.has(id) ? new Faults(faults.root) : faults);
    if (!source) continue;
    all.set(id, source);
    if (!off.has(id)) sources.set(id, source);
  }
  // One whose source is broken may be ours: that its blanks stand in a client's document would not be true.
  const isOurs = (id: string) => sources.get(id)?.ours === true || (!sources.has(id) && !off.has(id));
  const ours = (handbooks ?? files).filter((id) => files.includes(id) && isOurs(id));
  return { inForce: new InForce(off, all, ours), sources };
}

async function listFolders({ root }: Faults): Promise<string[]> {
  const path = join(root, 'handbooks');
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function listRecords({ root }: Faults): Promise<string[]> {
  // Whoever needs the records tells their faults.
  return Object.keys((await readYaml('records.yaml', shapes.records, new Faults(root))) ?? {});
}
