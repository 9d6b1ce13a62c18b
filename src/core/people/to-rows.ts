import type { FormRow } from '../../record/v1/form/answers.ts';
import type { FormColumn } from '../../record/v1/form/definition.ts';
import { findCell } from '../../record/v1/form/given.ts';
import { toSentText } from '../../record/v1/form/sent-text.ts';
import { longestPersonText, type Person, textOf } from './person.ts';
import { toPersonKey } from './person-key.ts';
import { isLine } from './read-people.ts';

/** Cells of a row by what its columns want of a person; what the list does not have stays empty. */
export function toCells(person: Pick<Person, 'texts'>, columns: readonly FormColumn[]): Record<string, string> {
  const cells = columns.flatMap((column): [string, string][] => {
    const text = column.person ? toSentText(column, textOf(person, column.person)) : '';
    // What cannot be chosen here is for a person to choose.
    const isOffered = !column.options || column.open || column.options.includes(text);
    return text !== '' && isOffered ? [[column.id, text]] : [];
  });
  return Object.fromEntries(cells);
}

/** Rows with people put into those that are empty, then behind them. The rows keep no link to the list. */
export function withPeople(
  rows: readonly FormRow[],
  people: readonly Pick<Person, 'texts'>[],
  columns: readonly FormColumn[],
  newId: () => string,
): FormRow[] {
  const waiting = people.map((person) => toCells(person, columns));
  const filled = rows.map((row) => {
    const isEmpty = Object.values(row.cells).every((text) => text.trim() === '');
    const cells = isEmpty ? waiting.shift() : undefined;
    return cells ? { ...row, cells } : row;
  });
  return [...filled, ...waiting.map((cells) => ({ id: newId(), cells }))];
}

/** What a row says of its person, in the form that a list takes; what fits in none is left out. */
export function toTexts(row: FormRow, columns: readonly FormColumn[]): Person['texts'] {
  const texts: Person['texts'] = {};
  for (const { id, person, ...asked } of columns) {
    const text =
      person &&
      toSentText(asked, findCell(row, id))
        .replaceAll('\n', '、')
        .slice(0, longestPersonText * 2);
    if (person && text && isLine(text)) texts[person] ??= text;
  }
  return texts;
}

/** Whether a row names this person: the same name, and the same affiliation where both say one. */
export function isNamedIn(row: FormRow, columns: readonly FormColumn[], person: Pick<Person, 'texts'>): boolean {
  const texts = toTexts(row, columns);
  const knows = texts.affiliation !== undefined && textOf(person, 'affiliation') !== '';
  const key = (one: Pick<Person, 'texts'>) =>
    toPersonKey((wanted) => (wanted === 'affiliation' && !knows ? '' : textOf(one, wanted)));
  return texts.name !== undefined && key({ texts }) === key(person);
}
