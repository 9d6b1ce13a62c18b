import type { DocumentFile } from '../core/document/file-schema.ts';
import type { Library } from '../core/regulation/library.ts';
import type { Faults } from './faults.ts';
import { namedHandbooks } from './known.ts';

/** Where a document is read, and what it may name. */
interface Reading {
  /** Of its file, without ending. */
  name: string;
  file: string;
  library: Library;
  faults: Faults;
}

type AnyClause = {
  text: string;
  units?: string[] | undefined;
  needs?: string | undefined;
  list?: string | undefined;
  items?: AnyClause[] | undefined;
  more?: AnyClause[] | undefined;
};

/** Holds that a document names articles, fields, blanks and units that there are. */
export function checkDocument(document: DocumentFile, { name, file, library, faults }: Reading): void {
  const articles = document.articles.map(({ id }) => id);
  const fields = document.fields.map(({ id }) => id);
  const units = library.handbooks.find(({ id }) => id === document.handbook)?.source.units.map(({ id }) => id) ?? [];
  const known = (what: string, id: string, ids: readonly string[], path: string) => {
    if (ids.includes(id)) return;
    faults.add(
      `${what}「${id}」はありません。`,
      { file, path },
      `書けるもの: ${ids.slice(0, 20).join('、') || 'なし'}。`,
    );
  };
  if (document.id !== name)
    faults.add(
      `id「${document.id}」が、ファイルの名前と違います。`,
      { file, path: 'id' },
      `「${name}」と書いてください。`,
    );
  faults.checkKnown(
    'handbook',
    document.handbook,
    namedHandbooks(library.handbooks),
    { file, path: 'handbook' },
    'sources/',
  );
  for (const [ids, key] of [
    [articles, 'articles'],
    [fields, 'fields'],
  ] as const) {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) === index) return;
      faults.add(`id「${id}」が二度あります。`, { file, path: `${key}[${index}].id` }, '別の id にしてください。');
    });
  }
  const checkText = (text: string, path: string) => {
    for (const [, kind = '', id = ''] of text.matchAll(/(?<!\{)\{([a-z]+):([^{}]*)\}/g)) {
      if (kind === 'field') known('欄', id, fields, path);
      else if (kind === 'article') known('条', id, articles, path);
      else
        faults.add(
          `「{${kind}:${id}}」は何にも置き換わりません。`,
          { file, path },
          '書けるのは {field:id} と {article:id} です。',
        );
    }
  };
  const checkClause = ({ text, needs, list, items = [], more = [], ...clause }: AnyClause, path: string) => {
    checkText(text, `${path}.text`);
    for (const [index, unit] of (clause.units ?? []).entries()) known('単位', unit, units, `${path}.units[${index}]`);
    if (needs !== undefined) known('条', needs, articles, `${path}.needs`);
    if (list !== undefined) known('欄', list, fields, `${path}.list`);
    for (const [key, some] of Object.entries({ items, more }))
      for (const [index, inner] of some.entries()) checkClause(inner, `${path}.${key}[${index}]`);
  };
  for (const [index, { rows }] of document.fields.entries()) {
    if (!rows) continue;
    const lists = library.wording.lists ?? {};
    known('一覧', rows.list, Object.keys(lists), `fields[${index}].rows.list`);
    const { columns, by } = lists[rows.list] ?? {};
    if (!columns) continue;
    known(
      '列',
      rows.column,
      columns.map(({ id }) => id),
      `fields[${index}].rows.column`,
    );
    const groups = columns.find(({ id }) => id === by)?.options ?? [];
    for (const [at, group] of (rows.groups ?? []).entries())
      known('組', group, groups, `fields[${index}].rows.groups[${at}]`);
  }
  known('欄', document.named, fields, 'named');
  checkText(document.heading, 'heading');
  for (const key of ['opening', 'closing'] as const)
    for (const [index, line] of (document[key] ?? []).entries()) checkClause(line, `${key}[${index}]`);
  for (const [a, { clauses }] of document.articles.entries())
    for (const [c, clause] of clauses.entries()) checkClause(clause, `articles[${a}].clauses[${c}]`);
  for (const [index, { field, needs }] of (document.tables ?? []).entries()) {
    known('欄', field, fields, `tables[${index}].field`);
    if (needs !== undefined) known('条', needs, articles, `tables[${index}].needs`);
  }
  for (const [index, { articles: some }] of (document.demands ?? []).entries())
    for (const [at, id] of some.entries()) known('条', id, articles, `demands[${index}].articles[${at}]`);
  document.fields.forEach(({ from }, index) => {
    if (from !== undefined && from !== 'name')
      known('空欄', from, Object.keys(library.wording.blanks), `fields[${index}].from`);
  });
}
