import { type Duty, toDuty } from './duty.ts';
import { type Handbook, roleName } from './library.ts';
import { oncePerLibrary } from './once-per-library.ts';

/** A role of one document and everything that document lays on it. */
export interface RoleSheet {
  /** With its handbook, because the same word means other people elsewhere: `nerima:worker`. */
  id: string;
  /** Id inside the document. */
  role: string;
  name: string;
  /** Abbreviation printed in the source, e.g. `乙`. */
  printed: string | undefined;
  /** Whom the word means; empty where nobody has said it. */
  meaning: string;
  /** Where it stands, as a path from the site's base: on the page of its document, or on one of its own. */
  url: string;
  isApart: boolean;
  /** In the document's order; empty where the document lays nothing on the role. */
  duties: Duty[];
  /** What others may do with its leave, in the document's order. */
  approvals: Duty[];
  /** Of how many provisions that makes; some lay a duty on the role and ask for its leave as well. */
  count: number;
}

export interface HandbookRoles {
  handbook: Handbook;
  sheets: RoleSheet[];
}

/** The roles of every document, in the order of content/roles.yaml, each with its provisions. */
export const listRoleSheets = oncePerLibrary((library): HandbookRoles[] => {
  const duties = [...library.provisions.values()].map((provision) => toDuty(library, provision));
  return library.handbooks.map((handbook) => {
    const page = `roles/${handbook.id}/`;
    const sheets = Object.entries(library.roles[handbook.id] ?? {}).map(([role, { printed, meaning = '' }]) => {
      const id = `${handbook.id}:${role}`;
      const own = duties.filter(({ who }) => who.some((one) => one.id === id));
      const approvals = duties.filter(({ approvers }) => approvers.some((one) => one.id === id));
      return {
        id,
        role,
        name: roleName(library, handbook.id, role) ?? role,
        printed,
        meaning,
        duties: own,
        approvals,
        count: new Set([...own, ...approvals]).size,
      };
    });
    const { apart } = fitOnPage(sheets, ({ duties, approvals }) => lengthOf([...duties, ...approvals]), pageLimit);
    return {
      handbook,
      sheets: sheets.map((sheet) => {
        const isApart = apart.includes(sheet);
        return { ...sheet, isApart, url: isApart ? `${page}${sheet.role}/` : `${page}#role-${sheet.role}` };
      }),
    };
  });
});

/** How many letters of duties a page of the views holds beside its frame. */
export const pageLimit = 12_000;

/** Letters of the duties, as a measure of the room they take. */
export function lengthOf(duties: readonly Duty[]): number {
  return duties.reduce((sum, { text, when, record }) => sum + text.length + (when?.text ?? record ?? '').length, 0);
}

/**
 * Parts what stands together on one page from what gets a page of its own: the longest go first, until the rest fits.
 * Both keep their order.
 */
export function fitOnPage<Item>(
  items: readonly Item[],
  measure: (item: Item) => number,
  limit: number,
): { together: Item[]; apart: Item[] } {
  const apart = new Set<Item>();
  let total = items.reduce((sum, item) => sum + measure(item), 0);
  for (const item of [...items].sort((a, b) => measure(b) - measure(a))) {
    if (total <= limit) break;
    apart.add(item);
    total -= measure(item);
  }
  return { together: items.filter((item) => !apart.has(item)), apart: items.filter((item) => apart.has(item)) };
}
