import type { CompanyList } from '../../core/tailoring/company-list.ts';
import type { ListRow } from '../../core/tailoring/list-rows.ts';
import { type ListTable, readListTable, toListSheet } from '../../core/tailoring/list-table.ts';
import { writeListFile } from '../../core/tailoring/write-list.ts';
import { load } from '../parts/load.ts';
import { download } from '../parts/parts.ts';
import { decodingWords, readTextFile } from '../parts/read-text-file.ts';

/** Largest file that is opened, in bytes. */
const mostBytes = 10 * 1024 * 1024;

export type ListFile =
  | { ok: true; table: ListTable }
  /** `other`: the list that the file is of. */
  | { ok: false; problem: 'notRead' | 'large' | 'otherList'; other?: string }
  /** A text whose encoding is not certain; `words` say what to do. */
  | { ok: false; problem: 'undecoded'; words: string };

/** Rows of a list in a file: a workbook, comma-separated values, or what downloadList() has made. */
export async function readListFile(id: string, list: CompanyList, file: File): Promise<ListFile> {
  if (file.size > mostBytes) return { ok: false, problem: 'large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.ya?ml$/i.test(file.name)) return readYaml(id, list, bytes);
  const [{ readXlsx }, { readCsv }] = await load(
    Promise.all([import('../../importer/list/read-xlsx.ts'), import('../../importer/list/read-csv.ts')]),
  );
  try {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const tables = (isZip ? readXlsx(bytes) : [readCsv(bytes, '')])
      .map(({ rows }) => readListTable(list, [...rows.values()].map(toTexts)))
      .filter(({ rows }) => rows.length > 0);
    const table = tables.find(({ hasHead }) => hasHead) ?? tables[0];
    return table ? { ok: true, table } : { ok: false, problem: 'notRead' };
  } catch (error) {
    // The reader's other words are about lists of questions; what to do is the same whatever is wrong.
    return toProblem(error);
  }
}

async function readYaml(id: string, list: CompanyList, bytes: Uint8Array): Promise<ListFile> {
  const { parse } = await load(import('yaml'));
  try {
    // Nothing of the file becomes code; aliases, which could grow without end, are not followed.
    const value: unknown = parse(await readTextFile(bytes), { maxAliasCount: 0 });
    const found = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
    const rows = found.get('rows');
    if (!Array.isArray(rows)) return { ok: false, problem: 'notRead' };
    if (found.get('id') !== id) return { ok: false, problem: 'otherList', other: String(found.get('id')).slice(0, 50) };
    const lines = rows.map((row) => {
      const cells = new Map(Object.entries(typeof row === 'object' && row !== null ? row : {}));
      return list.columns.map((column) => String(cells.get(column.id) ?? ''));
    });
    return { ok: true, table: readListTable(list, [list.columns.map(({ label }) => label), ...lines]) };
  } catch (error) {
    return toProblem(error);
  }
}

function toProblem(error: unknown): ListFile {
  const words = decodingWords(error);
  return words === undefined ? { ok: false, problem: 'notRead' } : { ok: false, problem: 'undecoded', words };
}

function toTexts(row: ReadonlyMap<number, { text: string }>): string[] {
  return Array.from({ length: Math.max(0, ...row.keys()) }, (_, column) => row.get(column + 1)?.text ?? '');
}

/** Hands out lists/<id>.yaml. */
export function downloadList(id: string, list: CompanyList, rows: readonly ListRow[]): void {
  download(`${id}.yaml`, 'application/yaml', writeListFile(id, list, rows.filter(hasWords)));
}

/** Hands the rows out as a workbook; without rows, one to be filled in. */
export async function downloadExcel(list: CompanyList, rows: readonly ListRow[]): Promise<void> {
  const { writeWorkbook } = await load(import('../parts/write-workbook.ts'));
  const workbook = await writeWorkbook([toListSheet(list, rows.filter(hasWords))]);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  download(`${list.title}.xlsx`, type, new Uint8Array(await workbook.arrayBuffer()));
}

function hasWords(row: ListRow): boolean {
  return Object.values(row).some((text) => text !== '');
}
