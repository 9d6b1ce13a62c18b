import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Organization } from '../core/regulation/registers.ts';
import type { Faults } from './faults.ts';
import { isHandbookId } from './handbook-id.ts';

/**
 * Which handbooks are in force by an organization.yaml of which too little is left to read: else a colour without quotes
 * would put documents in force that the folder does not have, and its one fault would drown in theirs.
 */
export async function salvageHandbooks(faults: Faults): Promise<Pick<Organization, 'handbooks'>> {
  if (!faults.isLost('organization.yaml')) return {};
  const text = await readFile(join(faults.root, 'organization.yaml'), 'utf8');
  // Read past its errors, which are told already.
  const handbooks: unknown = parseDocument(text, { prettyErrors: false, logLevel: 'silent' }).getIn(['handbooks']);
  const ids: unknown =
    handbooks !== null && typeof handbooks === 'object' && 'toJSON' in handbooks ? toPlain(handbooks) : [];
  const known = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string' && isHandbookId(id)) : [];
  return known.length > 0 ? { handbooks: known } : {};
}

function toPlain(node: object): unknown {
  return JSON.parse(JSON.stringify(node));
}
