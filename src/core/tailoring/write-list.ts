import type { CompanyList } from './company-list.ts';
import type { ListRow } from './list-rows.ts';

/**
 * The text of content/lists/<id>.yaml: one row a line, its cells in the order of the columns, every text in
 * quotes, so that no number, date or sign is taken for something else. The same rows make the same text.
 */
export function writeListFile(id: string, list: CompanyList, rows: readonly ListRow[]): string {
  const head = [`# ${list.title}。自社の行で、規程の頁に出る。「自社に合わせる」の頁でも書き換えられる。`, `id: ${id}`];
  if (rows.length === 0) return `${[...head, 'rows: []'].join('\n')}\n`;
  const lines = rows.map((row) => {
    const cells = list.columns.flatMap((column) =>
      row[column.id] ? [`${column.id}: ${quote(row[column.id] ?? '')}`] : [],
    );
    return `  - { ${cells.join(', ')} }`;
  });
  return `${[...head, 'rows:', ...lines].join('\n')}\n`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
