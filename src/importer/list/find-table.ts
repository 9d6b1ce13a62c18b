import { type ColumnRole, rolesOf } from './column-roles.ts';
import { type Area, isIn, type Sheet } from './sheet.ts';

/** Where the list stands on a sheet: its head, and what its columns hold. */
export interface ListTable {
  /** First row of the head. */
  top: number;
  /** First row below the head. */
  first: number;
  last: number;
  columns: { column: number; role: ColumnRole; head: string }[];
}

/** A head stands near the top; above it are a title and whom the list is for. */
const furthest = 60;

/** The rows that say what each column holds; undefined where no row names a column of questions. */
export function findTable(sheet: Sheet): ListTable | undefined {
  const numbers = [...sheet.rows.keys()].sort((a, b) => a - b);
  const last = numbers.at(-1) ?? 0;
  let best: { table: ListTable; score: number } | undefined;
  for (const top of numbers.slice(0, furthest)) {
    if (sheet.hiddenRows.has(top)) continue;
    const head = readHead(sheet, top, last);
    if (head && (!best || head.score > best.score)) best = head;
  }
  return best?.table;
}

function readHead(sheet: Sheet, top: number, last: number): { table: ListTable; score: number } | undefined {
  const cells = [...(sheet.rows.get(top) ?? [])].sort(([a], [b]) => a - b);
  const areas = cells.map(([column]) => areaAt(sheet, top, column));
  // A cell across everything is a title. Where one spans several columns, the row below names these.
  const isSplit = areas.some(
    ({ left, right, top: from, bottom }) => right > left && bottom === from && hasHeads(sheet, top + 1, left, right),
  );
  const bottom = Math.max(
    top,
    ...areas.filter((area) => area.bottom - area.top < 5).map((area) => area.bottom),
    isSplit ? top + 1 : 0,
  );
  const heads = areas.flatMap((area) => splitHead(sheet, area, bottom));
  const columns = assign(heads);
  const found = new Set(columns.map(({ role }) => role));
  if (!found.has('question') || heads.length < 2) return undefined;
  const score = columns.reduce((sum, { role, sure }) => (role === 'other' ? sum : sum + sure), 0);
  // A table has more columns than questions; one head and one unknown column are chance.
  if (found.size < 2) return undefined;
  const table = { top, first: bottom + 1, last, columns: columns.map(({ sure: _, ...column }) => column) };
  return { table, score };
}

interface Head {
  column: number;
  /** Its own words, then those of the head above that it belongs to. */
  texts: string[];
}

/** The columns under a head: itself, or those that the rows below it name. */
function splitHead(sheet: Sheet, area: Area, bottom: number): Head[] {
  const own = sheet.rows.get(area.top)?.get(area.left)?.text ?? '';
  const heads: Head[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const below: string[] = [];
    for (let row = area.bottom + 1; row <= bottom; row++) {
      const text = sheet.rows.get(row)?.get(column)?.text;
      if (text) below.unshift(text);
    }
    if (below.length > 0 || column === area.left) heads.push({ column, texts: [...below, own] });
    // Two columns under one head, both with numbers: `1 | 2` for 1-2.
    else if (rolesOf(own).has('number')) heads.push({ column, texts: [own] });
  }
  return heads;
}

function hasHeads(sheet: Sheet, row: number, left: number, right: number): boolean {
  const cells = [...(sheet.rows.get(row) ?? [])];
  return cells.some(([column, { text }]) => column >= left && column <= right && rolesOf(text).size > 0);
}

/** One column of questions: the surest. The others take what they are besides. */
function assign(heads: Head[]): { column: number; role: ColumnRole; head: string; sure: number }[] {
  const candidates = heads.map((head) => ({ head, roles: mergeRoles(head.texts) }));
  const surest = candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, one) => ((one.roles.get('question') ?? 0) > (best?.roles.get('question') ?? 0) ? one : best),
    undefined,
  );
  return candidates.map((candidate) => {
    const { head, roles } = candidate;
    const others = [...roles].filter(([role]) => role !== 'question').sort(([, a], [, b]) => b - a);
    const [role, sure] =
      candidate === surest
        ? (['question', roles.get('question') ?? 0] as const)
        : (others[0] ?? (['other', 0] as const));
    return { column: head.column, role, head: head.texts.join(' '), sure };
  });
}

/** The words of the column itself count before those of the head above it. */
function mergeRoles([own = '', ...above]: string[]): Map<ColumnRole, number> {
  const roles = rolesOf(own);
  return roles.size > 0 || above.length === 0 ? roles : mergeRoles(above);
}

/** The merged area that begins in a cell, or the cell alone. */
export function areaAt({ merges }: Sheet, row: number, column: number): Area {
  const merged = merges.find((area) => area.top === row && area.left === column);
  return merged ?? { top: row, left: column, bottom: row, right: column };
}

/** Rows that one cell of this column is merged over are one thing: the row in which it begins. */
export function firstRowOf({ merges }: Sheet, row: number, column: number): number {
  return merges.find((area) => isIn(area, row, column))?.top ?? row;
}
