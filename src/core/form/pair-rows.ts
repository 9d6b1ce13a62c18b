import type { FormRow } from '../../record/v1/form/answers.ts';
import type { FormColumn, PersonKey } from '../../record/v1/form/definition.ts';
import { findCell } from '../../record/v1/form/given.ts';
import { toNameKey } from '../people/person-key.ts';

/** Ids that a sheet's rows get by their place say nothing of who stands there. */
const placeId = /^row-\d+$/;

/**
 * Which row of an earlier roster is which of a later one: each later row with its earlier one. The same id is the same
 * person unless everything speaks of another; else the same name and affiliation, else the same name or, for those who
 * changed it, the same birthday or reading; always where it is one alone on both sides.
 */
export function pairRows(
  columns: readonly FormColumn[],
  before: readonly FormRow[],
  after: readonly FormRow[],
): Map<FormRow, FormRow> {
  const pairs = new Map<FormRow, FormRow>();
  const free = new Set(before);
  const pair = (row: FormRow, earlier: FormRow | undefined) => {
    if (earlier && free.delete(earlier)) pairs.set(row, earlier);
  };
  const textOf = (row: FormRow, key: PersonKey) => {
    const column = columns.find(({ person }) => person === key);
    return column ? toNameKey(findCell(row, column.id)) : '';
  };
  const known = new Map(before.map((row) => [row.id, row]));
  for (const row of after) {
    const earlier = placeId.test(row.id) ? undefined : known.get(row.id);
    if (earlier && isSamePerson(earlier, row, textOf)) pair(row, earlier);
  }
  const ways: ((row: FormRow) => string)[] = [
    (row) => join(textOf(row, 'name'), textOf(row, 'affiliation')),
    (row) => textOf(row, 'name'),
    (row) => textOf(row, 'birthday'),
    (row) => textOf(row, 'kana'),
  ];
  for (const way of ways) {
    const left = after.filter((row) => !pairs.has(row));
    const [there, here] = [group(left, way), group([...free], way)];
    for (const [key, rows] of there) {
      const earlier = here.get(key) ?? [];
      const [row] = rows;
      // Two people of one name: each is told by what else is the same, or by nothing.
      const isOne = rows.length === 1 && earlier.length === 1;
      if (key !== '' && row && isOne && !isOther(earlier[0], row, textOf)) pair(row, earlier[0]);
    }
    for (const row of left)
      if (!pairs.has(row))
        pair(
          row,
          [...free].find((one) => isEqual(one, row, columns)),
        );
  }
  return pairs;
}

type TextOf = (row: FormRow, key: PersonKey) => string;

/** Of two rows with one id: whether somebody else was written over the one who stood there. */
function isSamePerson(before: FormRow, after: FormRow, textOf: TextOf): boolean {
  if (isOther(before, after, textOf)) return false;
  const isEqualIn = (key: PersonKey) => textOf(before, key) !== '' && textOf(before, key) === textOf(after, key);
  if ((['name', 'birthday', 'kana'] as const).some(isEqualIn)) return true;
  return isLike([...textOf(before, 'name')], [...textOf(after, 'name')]);
}

/** Nobody has two birthdays. */
function isOther(before: FormRow | undefined, after: FormRow, textOf: TextOf): boolean {
  const [was, is] = [before ? textOf(before, 'birthday') : '', textOf(after, 'birthday')];
  return (
    was !== '' && is !== '' && was !== is && before !== undefined && textOf(before, 'name') !== textOf(after, 'name')
  );
}

/** A mended name or a new family name leaves half of the letters where they were: 田中花子 and 鈴木花子, 高橋 and 髙橋. */
function isLike(before: readonly string[], after: readonly string[]): boolean {
  const shorter = Math.min(before.length, after.length);
  let [start, end] = [0, 0];
  while (start < shorter && before[start] === after[start]) start += 1;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return shorter > 0 && (start + end) * 2 >= shorter;
}

function isEqual(before: FormRow, after: FormRow, columns: readonly FormColumn[]): boolean {
  return columns.every(({ id }) => findCell(before, id) === findCell(after, id));
}

function join(name: string, affiliation: string): string {
  return name === '' ? '' : `${name}\n${affiliation}`;
}

function group(rows: readonly FormRow[], way: (row: FormRow) => string): Map<string, FormRow[]> {
  const groups = new Map<string, FormRow[]>();
  for (const row of rows) groups.set(way(row), [...(groups.get(way(row)) ?? []), row]);
  return groups;
}
