import type { PersonKey } from '../../record/v1/form/definition.ts';
import { unguardFormula } from '../csv/csv.ts';
import { removeHidden } from '../text/characters.ts';
import { toDateText } from '../text/date.ts';
import { foldText } from '../text/fold.ts';
import { isDayKey, keysOf, type PeopleList, type Person, personNames, textOf } from './person.ts';
import { isLine } from './read-people.ts';

/** Parts of a name that have columns of their own. */
type Column = PersonKey | 'family' | 'given' | 'familyKana' | 'givenKana';

/** What stands over a column, folded; the first that fits, so the longer names come first where one is in another. */
const columnNames: readonly (readonly [RegExp, Column])[] = [
  [/^(?:姓|名字|苗字|氏)$/, 'family'],
  [/^名$/, 'given'],
  [/^(?:セイ|せい|姓[(]?(?:カナ|かな|フリガナ|ふりがな)[)]?)$/, 'familyKana'],
  [/^(?:メイ|めい|名[(]?(?:カナ|かな|フリガナ|ふりがな)[)]?)$/, 'givenKana'],
  [/フリガナ|ふりがな|氏名.?(?:カナ|かな)|^(?:カナ|かな|読み|読み仮名|よみがな)$/, 'kana'],
  [/^(?:氏名|お?名前|(?:社員|従業員|職員|従事者|担当者)(?:氏)?名|氏名[(]漢字[)]|name)$/i, 'name'],
  [/^(?:所属|部署|部門|課)|所属(?:部署|名|先)?$/, 'affiliation'],
  [/^(?:役職|職位|肩書)/, 'post'],
  [/^(?:役割|区分|担当|職務)/, 'role'],
  [/^(?:会社名?|雇用主|雇用者|派遣元|再委託先|勤務先)/, 'employer'],
  [/電話|^(?:tel|携帯)/i, 'phone'],
  [/メール|^e?-?mail/i, 'mail'],
  [/開始|始期|^入場日$/, 'from'],
  [/終了|終期|^退場日$/, 'until'],
  [/^(?:現)?住所/, 'address'],
  [/^(?:生年月日|誕生日)/, 'birthday'],
  [/^(?:最終)?学歴/, 'education'],
  [/^職歴/, 'career'],
  [/^(?:業務経験|実務経験)/, 'experience'],
  [/^研修/, 'training'],
  [/^専門/, 'expertise'],
  [/^(?:母語|語学|外国語)/, 'languages'],
  [/^国籍/, 'nationality'],
];

/** Rows at the top of a sheet that may stand before the head. */
const mostBefore = 20;

export type PeopleTable =
  | {
      ok: true;
      people: Person['texts'][];
      /** Headings under which something stands that no list knows. */
      unknown: string[];
      /** Rows with something in them, but no name. */
      nameless: number;
      /** Names of people of whom something could not be taken: too long, or with hidden characters. */
      cut: string[];
    }
  | { ok: false };

/** Reads people from rows of cells; the row of headings is found by the names of its columns. */
export function readPeopleTable(rows: readonly (readonly string[])[]): PeopleTable {
  const found = findHead(rows);
  if (!found) return { ok: false };
  const { at, columns } = found;
  const [people, cut]: [Person['texts'][], string[]] = [[], []];
  let nameless = 0;
  const unknown = new Set<string>();
  for (const row of rows.slice(at + 1)) {
    for (const [index, text] of row.entries())
      if (columns[index] === undefined && text.trim() !== '') unknown.add(toLine(rows[at]?.[index] ?? ''));
    const { texts, isCut } = readRow(row, columns);
    if (texts.name === undefined) nameless += row.some((text) => text.trim() !== '') ? 1 : 0;
    else people.push(texts);
    if (isCut && texts.name !== undefined) cut.push(texts.name);
  }
  unknown.delete('');
  return { ok: true, people, unknown: [...unknown], nameless, cut };
}

/** The list as rows of cells, its headings first. */
export function toPeopleTable(list: PeopleList): string[][] {
  const keys = keysOf(list);
  return [keys.map((key) => personNames[key]), ...list.people.map((person) => keys.map((key) => textOf(person, key)))];
}

function findHead(rows: readonly (readonly string[])[]): { at: number; columns: (Column | undefined)[] } | undefined {
  for (const [at, row] of rows.slice(0, mostBefore).entries()) {
    const taken = new Set<Column>();
    const columns = row.map((heading) => {
      const column = toColumn(heading);
      if (column === undefined || taken.has(column)) return undefined;
      taken.add(column);
      return column;
    });
    if (taken.has('name') || (taken.has('family') && taken.has('given'))) return { at, columns };
  }
  return undefined;
}

function toColumn(heading: string): Column | undefined {
  const folded = foldText(heading).replace(/[*※]|[(]注\d*[)]|[(]必須[)]/g, '');
  const own = Object.entries(personNames).find(([, name]) => foldText(name) === folded);
  if (own) return columnNames.find(([, column]) => column === own[0])?.[1];
  return columnNames.find(([name]) => name.test(folded))?.[1];
}

function readRow(
  row: readonly string[],
  columns: readonly (Column | undefined)[],
): { texts: Person['texts']; isCut: boolean } {
  const cells = new Map<Column, string>();
  for (const [index, column] of columns.entries()) {
    const text = toLine(row[index] ?? '');
    if (column !== undefined && text !== '') cells.set(column, text);
  }
  const join = (whole: PersonKey, family: Column, given: Column) => {
    const text = cells.get(whole) ?? [cells.get(family), cells.get(given)].filter(Boolean).join(' ');
    for (const column of [family, given]) cells.delete(column);
    if (text !== '') cells.set(whole, text);
  };
  join('name', 'family', 'given');
  join('kana', 'familyKana', 'givenKana');
  const texts: Person['texts'] = {};
  let isCut = false;
  for (const key of keysOf({ keeps: allKeys })) {
    const text = cells.get(key);
    if (text === undefined) continue;
    const value = isDayKey(key) ? toDateText(text) : text;
    if (isLine(value)) texts[key] = value;
    else isCut = true;
  }
  return { texts, isCut };
}

const allKeys = Object.keys(personNames) as PersonKey[];

/** A cell as one line; the apostrophe with which our own CSV keeps a text from being a formula comes off. */
function toLine(text: string): string {
  const line = removeHidden(text)
    .trim()
    .replace(/\s*\n+\s*/g, ' ')
    .replaceAll('\t', ' ');
  return unguardFormula(line);
}
