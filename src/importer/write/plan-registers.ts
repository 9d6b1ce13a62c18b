import type { ImportedPlace } from '../../core/regulation/imported.ts';
import type { RecordEntry } from '../../core/regulation/registers.ts';
import type { InferredFields, Named } from '../model/fields.ts';
import { toOneLine } from './escape.ts';
import { makeId } from './make-id.ts';
import type { Ids } from './to-attributes.ts';

/** What registers of a handbook hold: id → name. */
export type Names = Readonly<Record<string, string>>;

/** A place with what was inferred of it now and, where its words are those of the last edition, then. */
export interface NamingPlace {
  fields: InferredFields | undefined;
  last: ImportedPlace['inferred'];
}

export interface RegisterPlan {
  ids: Ids;
  /** Entries that the registers do not have yet. */
  roles: Record<string, { name: string }>;
  records: Record<string, Pick<RecordEntry, 'name' | 'kind' | 'phase'>>;
}

/**
 * Finds the ids of the roles and records that a document names, and makes those that are missing. One that a person has
 * renamed since is known again by the places that named it.
 */
export function planRegisters(
  places: readonly NamingPlace[],
  known: { roles: Names; records: Names; topics: ReadonlySet<string> },
): RegisterPlan {
  const plan: RegisterPlan = {
    ids: { role: () => undefined, record: () => undefined, topics: known.topics },
    roles: {},
    records: {},
  };
  const roleNames = new Map<string, string>();
  const recordNames = new Map<string, string>();
  for (const { fields, last } of places) {
    learn(roleNames, fields?.actors?.value, last?.actors, known.roles);
    learn(roleNames, fields?.approvers?.value, last?.approvers, known.roles);
    learn(recordNames, fields?.deliverables?.value, [last?.deliverable ?? []].flat(), known.records);
  }
  const idFor = (
    names: Map<string, string>,
    register: Names,
    kind: string,
    add: (id: string, name: string) => void,
  ) => {
    const byName = new Map(Object.entries(register).map(([id, name]) => [name, id]));
    const taken = new Set(Object.keys(register));
    return ({ id, name: given }: Named) => {
      const name = toOneLine(given);
      if (name === '' || name.includes('{{')) return undefined;
      const own = id !== undefined && taken.has(id) ? id : (byName.get(name) ?? names.get(name));
      if (own !== undefined) return own;
      const made = makeId(name, kind, taken);
      taken.add(made);
      byName.set(name, made);
      add(made, name);
      return made;
    };
  };
  const role = idFor(roleNames, known.roles, 'role', (id, name) => {
    plan.roles[id] = { name };
  });
  const record = idFor(recordNames, known.records, 'record', (id, name) => {
    plan.records[id] = { name, kind: kindOf(name), phase: 'during' };
  });
  // In the order of the document, so that the same document has the same ids.
  for (const place of places) {
    for (const named of [...(place.fields?.actors?.value ?? []), ...(place.fields?.approvers?.value ?? [])])
      role(named);
    for (const named of place.fields?.deliverables?.value ?? []) record(named);
  }
  plan.ids = { role, record, topics: known.topics };
  return plan;
}

/** Names of the document → ids that the same words had at the last import, where the register still has them. */
function learn(
  names: Map<string, string>,
  now: Named[] | undefined,
  last: string[] | undefined,
  register: Names,
): void {
  if (!now || !last || now.length !== last.length) return;
  for (const [index, { name, id }] of now.entries()) {
    const before = last[index];
    if (id === undefined && before !== undefined && before in register && !names.has(name)) names.set(name, before);
  }
}

/** What kind of record a name ends in. */
export function kindOf(name: string): RecordEntry['kind'] {
  if (/名簿$/.test(name)) return 'roster';
  if (/(台帳|管理簿|記録簿|簿|一覧表?)$/.test(name)) return 'register';
  if (/(証明書|証書)$/.test(name)) return 'certificate';
  if (/(申請書?|許可|承認|届出?書?|願)$/.test(name)) return 'request';
  if (/報告書?$/.test(name)) return 'report';
  return 'document';
}
