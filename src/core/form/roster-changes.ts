import { toSentForm } from '../../record/v1/form/answer-set.ts';
import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';
import type { FormColumn, FormDefinition, FormField, FormTable } from '../../record/v1/form/definition.ts';
import { fieldsOf, findCell, findField, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { longestFormTexts } from '../../record/v1/form/limits.ts';
import { chosenOf } from '../../record/v1/form/sent-text.ts';
import { countCharacters } from '../text/characters.ts';
import { formatEraDate, formatEraMoment } from '../text/era.ts';
import { pairRows } from './pair-rows.ts';
import { takeOver } from './take-over.ts';

/** One line of a paper that reports changes, by the ids of its columns. */
export interface RosterChange {
  change: '追加' | '削除' | '変更';
  subject: string;
  before: string;
  after: string;
}

/** Id of the table by which a form is known to report changes. */
export const changesTable = 'changes';

/** Whether a paper of this form reports changes. */
export function reportsChanges(definition: Pick<FormDefinition, 'parts'>): boolean {
  const ids =
    tablesOf(definition)
      .find(({ id }) => id === changesTable)
      ?.columns.map(({ id }) => id) ?? [];
  return ['change', 'subject', 'before', 'after'].every((id) => ids.includes(id));
}

/** Whether the states of this form are compared: it names people, and not each on a sheet of their own. */
export function isRoster({ parts, each }: Pick<FormDefinition, 'parts' | 'each'>): boolean {
  return tablesOf({ parts }).some(({ id, people }) => people === true && id !== each);
}

/**
 * What changed between two states of a roster: who was added, who removed, whose cells say something else, and which
 * fields do. The order of the rows says nothing.
 */
export function findRosterChanges(definition: FormDefinition, before: FormAnswers, after: FormAnswers): RosterChange[] {
  const [was, is] = [toSentForm(definition, before), toSentForm(definition, after)];
  const tables = tablesOf(definition).filter(({ people }) => people === true);
  return [
    ...tables.flatMap((table) => changesOf(table, rowsOf(was, table.id), rowsOf(is, table.id))),
    ...fieldsOf(definition).flatMap((field): RosterChange[] => {
      const [earlier, later] = [findField(was, field.id), findField(is, field.id)].map((text) => printed(field, text));
      if (earlier === undefined || later === undefined || earlier === later) return [];
      return [{ change: '変更', subject: field.label, before: toCell(earlier), after: toCell(later) }];
    }),
  ];
}

/**
 * A paper that reports changes, begun with them and with what both forms know by their ids.
 * @param begun the new paper; @param roster its definition and the later of its two states; @param on `YYYY-MM-DD` or ''
 */
export function beginChangePaper(
  definition: FormDefinition,
  begun: FormAnswers,
  roster: { definition: FormDefinition; answers: FormAnswers },
  changes: readonly RosterChange[],
  { on, newId }: { on: string; newId: () => string },
): FormAnswers {
  const { answers } = takeOver(definition, begun, { ...roster.answers, fields: {}, tables: {} });
  const rows = changes.map(
    (change): FormRow => ({
      id: newId(),
      cells: Object.fromEntries(Object.entries({ ...change, on }).filter(([, text]) => text !== '')),
    }),
  );
  const papers = fieldsOf(definition).flatMap(({ id, options = [] }): [string, string][] => {
    const named = options.filter((option) => names(option, roster.definition));
    return named.length === 1 ? [[id, named.join()]] : [];
  });
  return {
    ...answers,
    fields: { ...answers.fields, ...Object.fromEntries(papers) },
    tables: { ...answers.tables, [changesTable]: rows },
  };
}

function changesOf(
  { columns, row: what }: FormTable,
  before: readonly FormRow[],
  after: readonly FormRow[],
): RosterChange[] {
  const pairs = pairRows(columns, before, after);
  const gone = new Set(before);
  for (const row of pairs.values()) gone.delete(row);
  return [
    ...after.filter((row) => !pairs.has(row)).flatMap((row) => told('追加', columns, what, undefined, row)),
    ...[...gone].flatMap((row) => told('削除', columns, what, row, undefined)),
    ...after.flatMap((row) => {
      const earlier = pairs.get(row);
      return earlier ? told('変更', columns, what, earlier, row) : [];
    }),
  ];
}

/** The lines for one row: as many as its cells need where they are long; none where nothing changed. */
function told(
  change: RosterChange['change'],
  columns: readonly FormColumn[],
  what: string,
  before: FormRow | undefined,
  after: FormRow | undefined,
): RosterChange[] {
  const subject = nameOf(columns, after ?? before) || what;
  const named = columns.find(({ person }) => person === 'name');
  const cells = columns.flatMap((column) => {
    const [was, is] = [before, after].map((row) => (row ? printed(column, findCell(row, column.id)) : ''));
    const isSubject = change !== '変更' && column === named;
    return was === undefined || is === undefined || was === is || isSubject
      ? []
      : [{ label: toLabel(column), was, is }];
  });
  if (cells.length === 0) return change === '変更' ? [] : [{ change, subject, before: '', after: '' }];
  const lines: RosterChange[] = [];
  for (const { label, was, is } of cells) {
    const said = (text: string) => (text === '' && change !== '変更' ? '' : `${label}: ${text || '（空）'}`);
    const [said1, said2] = [said(was), said(is)];
    const last = lines.at(-1);
    const joined = last && { ...last, before: joinCells(last.before, said1), after: joinCells(last.after, said2) };
    if (joined && isShort(joined)) lines[lines.length - 1] = joined;
    else if (isShort({ before: said1, after: said2 })) lines.push({ change, subject, before: said1, after: said2 });
    else lines.push({ change, subject: toCell(`${subject}の${label}`), before: toCell(was), after: toCell(is) });
  }
  return lines;
}

/** Name and affiliation as they are now; what they were stands among the changes. */
function nameOf(columns: readonly FormColumn[], row: FormRow | undefined): string {
  const find = (key: string) => {
    const column = columns.find(({ person }) => person === key);
    return column && row ? findCell(row, column.id) : '';
  };
  const [name, affiliation] = [find('name'), find('affiliation')];
  return toCell(name !== '' && affiliation !== '' ? `${name}（${affiliation}）` : name);
}

function joinCells(before: string, text: string): string {
  return before !== '' && text !== '' ? `${before}、${text}` : before + text;
}

function isShort({ before, after }: Pick<RosterChange, 'before' | 'after'>): boolean {
  return [before, after].every((text) => countCharacters(text) <= longestFormTexts.line);
}

/** A cell as the roster prints it, on one line. */
function printed({ kind, unit = '' }: FormField, text: string): string {
  if (kind === 'date') return formatEraDate(text);
  if (kind === 'moment') return formatEraMoment(text);
  if (kind === 'several') return chosenOf(text).join('、');
  return kind === 'number' && text !== '' ? text + unit : text.replaceAll('\n', ' ');
}

function toLabel({ label }: FormColumn): string {
  return label.replace(/[（(]?注\d*[）)]?$/, '');
}

/** What a cell of the paper holds; the person sees the cut, and where to write more. */
function toCell(text: string): string {
  const letters = [...text];
  return letters.length <= longestFormTexts.line ? text : `${letters.slice(0, longestFormTexts.line - 1).join('')}…`;
}

/** Whether an option of the paper is this roster: 「従事者の書面（第7条）」 is a name of 「従事者の名簿」. */
function names(option: string, { title, heading }: FormDefinition): boolean {
  const plain = (text: string) => text.replace(/[（(].*$/, '').replace(/(?:の?(?:名簿|書面|届))$/, '');
  const [wanted, ...own] = [option, title, heading].map(plain);
  return wanted !== undefined && wanted !== '' && own.includes(wanted);
}
