import { type ListDiagnostic, type ListDraft, toLine } from './list-draft.ts';
import { addressOf } from './sheet.ts';
import type { TableView } from './table-view.ts';

/** The title above a table and the sentences on what it is for; what else stands there is told. */
export function readAbove(view: TableView): Pick<ListDraft, 'title' | 'lead' | 'diagnostics'> {
  const { sheet, table } = view;
  const texts = [...sheet.rows.keys()]
    .filter((row) => row < table.top)
    .sort((a, b) => a - b)
    .flatMap((row) => view.own(row).map(([column, { text }]) => ({ row, column, text })));
  const sentences = texts.filter(({ text }) => /[。.]$/.test(text));
  // 会社名：____ and the like are for whoever fills in the paper.
  const title = texts.find(
    (one) => !sentences.includes(one) && one.text.length >= 3 && one.text.length <= 60 && !/[:：＿_]/.test(one.text),
  );
  return {
    ...(title && { title: toLine(title.text) }),
    ...(sentences.length > 0 && { lead: sentences.map(({ text }) => toLine(text)).join('') }),
    diagnostics: texts.flatMap((one): ListDiagnostic[] => {
      if (one === title || sentences.includes(one)) return [];
      const message = `表の上の「${toLine(one.text)}」は、載せていません。`;
      return [{ kind: 'above', message, sheet: sheet.name, cell: addressOf(one.row, one.column) }];
    }),
  };
}

/** Columns with letters of which nothing is taken. */
export function tellUnread(view: TableView): ListDiagnostic[] {
  const { sheet, table } = view;
  return table.columns.flatMap(({ column, role, head }): ListDiagnostic[] => {
    const rows = [...sheet.rows].filter(([row, cells]) => row >= table.first && cells.has(column));
    if (role !== 'other' || rows.length === 0) return [];
    const message = `「${toLine(head)}」の列（${rows.length} 行）は、読んでいません。要るときは、見出しを「備考」か「証跡」にしてください。`;
    return [{ kind: 'unread-column', message, sheet: sheet.name, cell: addressOf(table.top, column) }];
  });
}
