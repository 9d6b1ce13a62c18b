import type { FormFile } from '../core/form/file-schema.ts';
import type { Library } from '../core/regulation/library.ts';
import { businessMark } from '../record/v1/form/business.ts';
import type { FormDefinition } from '../record/v1/form/definition.ts';
import { FormDefinitionSchema } from '../record/v1/form/definition-schema.ts';
import { findFormFlaws } from '../record/v1/form/flaws.ts';
import { explainIssues } from './explain-issue.ts';
import type { Faults } from './faults.ts';
import { namedHandbooks, namedRecords } from './known.ts';

/** Where a form is read, and what it may name. */
interface Reading {
  /** Of its file, without ending. */
  name: string;
  /** Of the files of all forms. */
  names: readonly string[];
  file: string;
  library: Library;
  faults: Faults;
}

/** Holds that the parts of a form fit together, and that it names what there is. */
export function checkForm(form: FormFile, template: FormDefinition, reading: Reading): void {
  const { name, file, faults } = reading;
  const before = faults.met;
  if (form.id !== name) {
    faults.add(`id「${form.id}」が、ファイルの名前と違います。`, { file, path: 'id' }, `「${name}」と書いてください。`);
  }
  checkNames(form, reading);
  checkBegins(form, reading);
  checkLists(form, reading);
  checkRegister(form, reading);
  checkMarks(template, reading);
  for (const { problem, path, hint } of findFormFlaws(template)) faults.add(problem, { file, path }, hint);
  // What every reader of a file would refuse must not be asked.
  const { error } = faults.met > before ? {} : FormDefinitionSchema.safeParse(template);
  const [first] = explainIssues(error?.issues ?? [], FormDefinitionSchema, template);
  if (first) {
    const hint = '短くするか、二つの様式に分けてください。';
    faults.add(`署名したファイルを読む側が受け取れません。${first.problem}`, { file, path: toPath(first.path) }, hint);
  }
}

/** Rows stand in tables and columns that there are. */
function checkBegins({ begins = {}, parts }: FormFile, { file, faults }: Reading): void {
  const tables = new Map(parts.flatMap((part) => (part.kind === 'table' ? [[part.id, part.columns] as const] : [])));
  for (const [table, rows] of Object.entries(begins)) {
    const columns = tables.get(table)?.map(({ id }) => id);
    const place = { file, path: `begins.${table}` };
    if (!columns) {
      faults.add(
        `「${table}」という表はありません。`,
        place,
        `書けるもの: ${[...tables.keys()].join('、') || 'なし'}。`,
      );
      continue;
    }
    for (const [index, cells] of rows.entries()) {
      for (const id of Object.keys(cells).filter((one) => !columns.includes(one))) {
        const at = { file, path: `begins.${table}[${index}].${id}` };
        faults.add(`表「${table}」に「${id}」という列はありません。`, at, `書けるもの: ${columns.join('、')}。`);
      }
    }
  }
}

/** Rows come from columns of lists that there are, into tables and columns that there are. */
function checkLists({ lists = {}, parts }: FormFile, { file, library, faults }: Reading): void {
  const all = library.wording.lists ?? {};
  const named = Object.entries(all).map(([id, { title }]): [string, string] => [id, title]);
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part] : []));
  for (const [table, { list, cells }] of Object.entries(lists)) {
    const path = `lists.${table}`;
    const part = tables.find(({ id }) => id === table);
    if (!part) {
      const hint = `書けるもの: ${tables.map(({ id }) => id).join('、') || 'なし'}。`;
      faults.add(`「${table}」という表はありません。`, { file, path }, hint);
    }
    faults.checkKnown('list', list, named, { file, path: `${path}.list` }, 'choices.yaml');
    for (const [column, from] of Object.entries(cells)) {
      const place = { file, path: `${path}.cells.${column}` };
      const columns = part?.columns.map(({ id }) => id) ?? [column];
      if (!columns.includes(column)) {
        faults.add(`表「${table}」に「${column}」という列はありません。`, place, `書けるもの: ${columns.join('、')}。`);
      }
      const known = all[list]?.columns.map(({ id, label }): [string, string] => [id, label]);
      if (known) faults.checkKnown('column', from, known, place, 'choices.yaml');
    }
  }
}

function checkNames({ handbook, records = [], from = [] }: FormFile, { names, file, library, faults }: Reading): void {
  if (handbook !== undefined) {
    faults.checkKnown('handbook', handbook, namedHandbooks(library.handbooks), { file, path: 'handbook' }, 'sources/');
  }
  for (const [index, record] of records.entries()) {
    const place = { file, path: `records[${index}]` };
    const [owner = '', id = ''] = record.split(':');
    if (handbook !== undefined && owner !== handbook) {
      faults.add(
        `記録「${record}」は、ほかの文書のものです。`,
        place,
        `${handbook}: で始まる記録を書くか、handbook の行を消してください。`,
      );
    } else if (faults.checkKnown('handbook', owner, namedHandbooks(library.handbooks), place, 'sources/')) {
      faults.checkKnown('record', id, namedRecords(library, owner), place, 'records.yaml');
    }
  }
  for (const [index, other] of from.entries()) {
    faults.checkKnown('form', other, names, { file, path: `from[${index}]` }, 'forms/');
  }
}

/** The rules of a register name its tables and columns, and forms that there are. */
function checkRegister({ use, register, parts }: FormFile, { names, file, faults }: Reading): void {
  if (!register) return;
  if (use !== 'register') {
    const hint = 'use を register にするか、register の行を消してください。';
    faults.add('register を書けるのは、use が register の様式だけです。', { file, path: 'register' }, hint);
  }
  const tables = parts.filter((part) => part.kind === 'table');
  for (const [id, rules] of Object.entries(register.tables)) {
    const { on, closedBy = [], due } = rules;
    const path = `register.tables.${id}`;
    const known = new Set(tables.map((table) => table.id));
    if (!faults.checkKnown('table', id, known, { file, path }, 'parts')) continue;
    const columns = tables.find((table) => table.id === id)?.columns ?? [];
    const ids = new Set(columns.map((column) => column.id));
    const named = { on, ...(due !== undefined && { due }) };
    for (const [key, column] of Object.entries(named)) {
      const place = { file, path: `${path}.${key}` };
      if (!faults.checkKnown('column', column, ids, place, `parts（${id}）`)) continue;
      const { kind } = columns.find((one) => one.id === column) ?? {};
      if (kind === 'date' || kind === 'moment') continue;
      faults.add(
        `列「${column}」は、日付でも日時でもありません。`,
        place,
        'kind が date か moment の列を書いてください。',
      );
    }
    for (const [index, column] of closedBy.entries()) {
      faults.checkKnown('column', column, ids, { file, path: `${path}.closedBy[${index}]` }, `parts（${id}）`);
    }
    checkTexts(rules, columns, path, { file, faults });
  }
  for (const [index, other] of (register.takes ?? []).entries()) {
    faults.checkKnown('form', other, names, { file, path: `register.takes[${index}]` }, 'forms/');
  }
}

type FileColumns = Extract<FormFile['parts'][number], { kind: 'table' }>['columns'];
type FileTable = NonNullable<FormFile['register']>['tables'][string];

/** The columns that are read as words, that narrow the list, and that say what others rest on. */
function checkTexts(
  { until, filters = [], reasons = {} }: FileTable,
  columns: FileColumns,
  path: string,
  { file, faults }: Pick<Reading, 'file' | 'faults'>,
): void {
  const ids = new Set(columns.map((column) => column.id));
  const named: [string, string][] = [
    ...(until === undefined ? [] : [['until', until] as [string, string]]),
    ...filters.map((column, index): [string, string] => [`filters[${index}]`, column]),
    ...Object.entries(reasons).flatMap(([column, reason]): [string, string][] => [
      [`reasons.${column}`, column],
      [`reasons.${column}`, reason],
    ]),
  ];
  const isKnown = named.map(([key, column]) =>
    faults.checkKnown('column', column, ids, { file, path: `${path}.${key}` }, 'parts'),
  );
  if (isKnown.includes(false)) return;
  for (const [column, reason] of Object.entries(reasons)) {
    const { kind = 'line' } = columns.find(({ id }) => id === reason) ?? {};
    if (column !== reason && (kind === 'line' || kind === 'text')) continue;
    const hint = '別の、kind が line か text の列を書いてください。';
    faults.add(`列「${reason}」は、根拠を書く列になりません。`, { file, path: `${path}.reasons.${column}` }, hint);
  }
}

/** `{business}` stands in the heading and in sentences; what looks like it elsewhere would be printed as it is. */
function checkMarks(template: FormDefinition, { file, faults }: Reading): void {
  const sentences = /^(?:heading|body\[\d+\]|parts\[\d+\]\.lines\[\d+\])$/;
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      const known = sentences.test(path) ? value.replaceAll(businessMark, '') : value;
      // {{role:…}} is told of elsewhere.
      const [found] = /(?<!\{)\{[^{}]*\}/.exec(known) ?? [];
      const hint = '置き換わるのは {business}（業務名）だけで、heading と body と、kind が text の部分に書けます。';
      if (found !== undefined) faults.add(`「${found}」は、ここでは何にも置き換わりません。`, { file, path }, hint);
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`.replace(/^\./, ''));
    }
  };
  walk(template, '');
}

function toPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`.replace(/^\./, '')),
    '',
  );
}
