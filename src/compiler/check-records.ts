import { ContentError } from '../core/content-error.ts';
import type { Provision } from '../core/regulation/provision.ts';
import type { RecordEntry } from '../core/regulation/registers.ts';
import type { Registers } from './link-page.ts';
import { unknownId } from './parse-content.ts';

/**
 * Holds that each record is named by a provision, and that each fact about it names roles and a provision of its own
 * handbook.
 * @param provisions all of them, those that the company's choices hide included
 * @throws ContentError
 */
export function checkRecords({ records, roles }: Registers, provisions: readonly Provision[], file: string): void {
  for (const [handbook, entries] of Object.entries(records)) {
    const own = provisions.filter((provision) => provision.handbook === handbook);
    const ids = new Set(own.map(({ id }) => id));
    const named = new Set(own.map(({ deliverable }) => deliverable));
    for (const [id, record] of Object.entries(entries)) {
      const path = `${handbook}.${id}`;
      if (!named.has(id)) {
        throw new ContentError(`no provision names record "${id}".`, {
          file,
          path,
          hint: `Write deliverable="${id}" at the provision that requires it, or remove the record.`,
        });
      }
      for (const { citation, at } of citationsOf(record)) {
        if (!ids.has(citation)) throw unknownId('provision', citation, ids, file, `${path}.${at}`);
      }
      for (const at of ['by', 'to', 'approvedBy'] as const) {
        const known = roles[handbook] ?? {};
        for (const role of record[at]?.roles ?? []) {
          if (!known[role]) throw unknownId('role', role, Object.keys(known), file, `${path}.${at}.roles`);
        }
      }
    }
  }
}

function citationsOf(record: RecordEntry): { citation: string; at: string }[] {
  const facts = (['by', 'to', 'approvedBy', 'kept', 'form'] as const).flatMap((at) => {
    const citation = record[at]?.provision;
    return citation === undefined ? [] : [{ citation, at: `${at}.provision` }];
  });
  return [...(record.basis ?? []).map((citation, index) => ({ citation, at: `basis[${index}]` })), ...facts];
}
