import { join } from 'node:path';
import type { Provision } from '../core/regulation/provision.ts';
import type { RecordEntry } from '../core/regulation/registers.ts';
import type { Faults } from './faults.ts';
import { namedRoles } from './known.ts';
import type { Registers } from './link-page.ts';

/**
 * Holds that each record is named by a provision, and that each fact about it names roles and a provision of its own
 * handbook.
 * @param provisions all of them, those that the company's choices hide included
 */
export function checkRecords(registers: Registers, provisions: readonly Provision[], faults: Faults): void {
  const file = join(faults.root, 'records.yaml');
  for (const [handbook, entries] of Object.entries(registers.records)) {
    const own = provisions.filter((provision) => provision.handbook === handbook);
    const folder = `handbooks/${handbook}/`;
    const ids = new Set(own.map(({ id }) => id));
    const named = new Set(own.flatMap(({ deliverables }) => deliverables));
    for (const [id, record] of Object.entries(entries)) {
      const path = `${handbook}.${id}`;
      if (!named.has(id) && !faults.isLost(folder) && !faults.isMeant('record', id)) {
        const hint = `それを求める条に deliverable="${id}" と書くか、この記録を消してください。`;
        faults.add(`記録「${id}」を求める条がありません。`, { file, path }, hint);
      }
      for (const { citation, at } of citationsOf(record)) {
        faults.checkKnown('provision', citation, ids, { file, path: `${path}.${at}` }, folder);
      }
      for (const at of ['by', 'to', 'approvedBy'] as const) {
        for (const [index, role] of (record[at]?.roles ?? []).entries()) {
          const place = { file, path: `${path}.${at}.roles[${index}]` };
          faults.checkKnown('role', role, namedRoles(registers, handbook), place, 'roles.yaml');
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
  const lists = (['basis', 'except'] as const).flatMap((at) =>
    (record[at] ?? []).map((citation, index) => ({ citation, at: `${at}[${index}]` })),
  );
  const elsewhere = record.elsewhere === undefined ? [] : [{ citation: record.elsewhere, at: 'elsewhere' }];
  return [...lists, ...elsewhere, ...facts];
}
