import type { EntrySort, LoadedIndex } from './loaded-index.ts';

/** What to leave out; each empty or absent for no choice. */
export interface Filters {
  handbook?: string;
  /** `<handbook>:<role id>` */
  role?: string;
  kind?: string;
}

/** How many records choosing it would leave. */
export interface FacetCount {
  id: string;
  count: number;
}

/** What can be chosen of each filter, with the others as they are; what would leave nothing is absent. */
export type Facets = Record<keyof Filters, FacetCount[]>;

/** Whether one entry is both of the kind and of the role asked for. */
export function fits({ kind, roles }: EntrySort, filters: Filters): boolean {
  return (!filters.kind || kind === filters.kind) && (!filters.role || roles.includes(filters.role));
}

/** Whether anything is chosen. */
export function isFiltered({ handbook, role, kind }: Filters): boolean {
  return Boolean(handbook || role || kind);
}

/** Whether the filters leave a record. */
export function isLeft(record: number, filters: Filters, { pages, sorts }: LoadedIndex): boolean {
  return (
    (!filters.handbook || pages[record]?.handbook === filters.handbook) &&
    (!(filters.kind || filters.role) || sorts[record]?.some((sort) => fits(sort, filters)) === true)
  );
}

/** What choosing each value of each filter would leave of the records, in the order of the site. */
export function countFacets(records: readonly number[], filters: Filters, index: LoadedIndex): Facets {
  const { file, pages, sorts } = index;
  const tally = (name: keyof Filters, ids: readonly string[], valuesOf: (record: number) => readonly string[]) => {
    const others = { ...filters, [name]: '' };
    const counts = new Map<string, number>();
    for (const record of records) {
      if (!isLeft(record, others, index)) continue;
      for (const id of new Set(valuesOf(record))) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return ids.flatMap((id) => ({ id, count: counts.get(id) ?? 0 })).filter(({ count }) => count > 0);
  };
  const sortsLeft = (record: number, left: Filters) => (sorts[record] ?? []).filter((sort) => fits(sort, left));
  return {
    handbook: tally('handbook', Object.keys(file.handbooks), (record) => [pages[record]?.handbook ?? '']),
    role: tally('role', file.filters.roles, (record) =>
      sortsLeft(record, { kind: filters.kind ?? '' }).flatMap(({ roles }) => roles),
    ),
    kind: tally('kind', file.filters.kinds, (record) =>
      sortsLeft(record, { role: filters.role ?? '' }).map(({ kind }) => kind),
    ),
  };
}
