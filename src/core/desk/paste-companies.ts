import { unguardFormula } from '../csv/csv.ts';
import { parseCells } from '../form/paste.ts';
import { countCharacters, type ForbiddenCharacter, findForbidden, forbiddenMessage } from '../text/characters.ts';
import { toCompanyKey } from '../text/company-key.ts';
import { foldText } from '../text/fold.ts';
import type { Company } from './desk.ts';

/** Most lines that are read at once, and most companies of a campaign. */
export const mostCompanies = 2000;
/** Most letters of a pasted text: some 200 a line. */
const longestPaste = 400_000;
/** Longest texts, in characters. */
const longestName = 100;
const longestMail = 254;

/** A company as it was pasted. */
export interface PastedCompany {
  name: string;
  person: string;
  mail: string;
  /** Name of the company that uses it, as it is spelt where that company stands; '' for none. */
  parent: string;
}

/** What could not be taken as it is. Lines count from 1, the head included. */
export type PasteProblem =
  | { kind: 'too-long' }
  | { kind: 'too-many'; left: number }
  | { kind: 'no-name'; line: number }
  | { kind: 'long-name'; line: number }
  | { kind: 'hidden'; line: number; found: ForbiddenCharacter }
  /** Spelt alike in an earlier line, or on the list; it is left out. */
  | { kind: 'twice'; line: number; name: string; first: string }
  /** The company is taken, the text is not. */
  | { kind: 'mail'; line: number; name: string; mail: string }
  | { kind: 'parent'; line: number; name: string; parent: string };

export interface PastedCompanies {
  companies: PastedCompany[];
  problems: PasteProblem[];
  /** Headings under which something stands that is not known here. */
  unknown: string[];
}

type Column = keyof PastedCompany;

/** What stands over a column, folded; the first that fits. */
const columnNames: readonly (readonly [RegExp, Column])[] = [
  [/^(?:再委託元|上位(?:の)?会社|親会社|元請(?:け)?|委託元|parent)/i, 'parent'],
  [/メール|e-?mail|^mail|アドレス$/i, 'mail'],
  [/担当|氏名|宛名|連絡先|person/i, 'person'],
  // The whole heading, for a company may be called 見本会社.
  [
    /^(?=.)(?:再?委託先|取引先|相手先?|業者)?の?(?:会社|事業者|法人|団体|企業)?(?:名称?|商号)?$|^(?:貴?社名|company|name)$/i,
    'name',
  ],
];
/** Without a head. */
const places: readonly Column[] = ['name', 'person', 'mail', 'parent'];

/**
 * Reads companies out of what is pasted from a spreadsheet or typed a line each: name, then, as far as there are any, person, mail
 * address and the company that uses it. Cells are apart by tabs, else by commas without a space behind them (`Co., Ltd.` is one
 * name). A head is known by its headings, in whatever order. What cannot be taken is told, and nothing is guessed.
 * @param known companies of the campaign by now
 */
export function pasteCompanies(text: string, known: readonly Pick<Company, 'name'>[] = []): PastedCompanies {
  if (text.length > longestPaste) return { companies: [], problems: [{ kind: 'too-long' }], unknown: [] };
  const rows = toRows(text);
  const head = findHead(rows);
  const problems: PasteProblem[] = [];
  const names = new Map(known.map(({ name }) => [toCompanyKey(name), name]));
  const companies: PastedCompany[] = [];
  const lines = new Map<PastedCompany, number>();
  let left = 0;
  for (const [index, row] of rows.entries()) {
    if (index === head?.at || row.every((cell) => cell === '')) continue;
    const line = index + 1;
    const company = toCompany(row, head?.columns ?? places);
    const problem = problemOf(company, line, names);
    if (problem) problems.push(problem);
    else if (names.size >= mostCompanies) left += 1;
    else {
      names.set(toCompanyKey(company.name), company.name);
      company.mail = readMail(company.mail);
      if (company.mail !== '' && !isMail(company.mail)) {
        problems.push({ kind: 'mail', line, name: company.name, mail: company.mail });
        company.mail = '';
      }
      companies.push(company);
      lines.set(company, line);
    }
  }
  if (left > 0) problems.push({ kind: 'too-many', left });
  // Whoever uses a company may stand below it.
  for (const company of companies) {
    const named = names.get(toCompanyKey(company.parent));
    const isOther = named !== undefined && toCompanyKey(named) !== toCompanyKey(company.name);
    if (company.parent !== '' && !isOther) {
      const line = lines.get(company) ?? 0;
      problems.push({ kind: 'parent', line, name: company.name, parent: company.parent });
    }
    company.parent = isOther ? named : '';
  }
  return { companies, problems, unknown: head ? findUnknown(rows, head) : [] };
}

/** Japanese: what to do about it. */
export function pasteMessage(problem: PasteProblem): string {
  switch (problem.kind) {
    case 'too-long':
      return '貼り付けた文が長すぎます。会社名、担当者、メール、再委託元の列だけを写してください。';
    case 'too-many':
      return `一つの依頼に載せられるのは ${mostCompanies.toLocaleString('en')} 社までです。残りの ${problem.left} 行は、別の依頼に分けてください。`;
    case 'no-name':
      return `${problem.line} 行目に会社名がありません。会社名を書いて、その行を貼り直してください。`;
    case 'long-name':
      return `${problem.line} 行目の会社名か担当者が長すぎます。${longestName} 文字までに縮めて、その行を貼り直してください。`;
    case 'hidden':
      return forbiddenMessage(`${problem.line} 行目`, problem.found);
    case 'twice':
      return `${problem.line} 行目の「${problem.name}」は、「${problem.first}」と同じ会社名なので、加えていません。別の会社なら、支店や部署の名前を付けてください。`;
    case 'mail':
      return `${problem.line} 行目の「${problem.name}」は加えました。メール「${problem.mail}」は、アドレスの形でないので空にしました。一覧で会社を開き、「会社の情報を直す」で入力してください。`;
    case 'parent':
      return `${problem.line} 行目の「${problem.name}」は加えました。再委託元「${problem.parent}」は名簿のほかの会社にないので、空にしました。その会社を加えてから、「会社の情報を直す」で選んでください。`;
  }
}

function toRows(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const rows = plain.includes('\t') ? parseCells(plain) : parseLines(plain);
  return rows.map((row) => row.map((cell) => unguardFormula(cell.trim().replace(/\s*[\r\n]+\s*/g, ' '))));
}

/** Lines of cells apart by commas; a cell in quotation marks may hold a comma or a line break. */
function parseLines(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=,|\r|\n|$)|((?:[^,\r\n]|,(?=[ \u3000]))*))(,|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '' || end === undefined) break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}

interface Head {
  at: number;
  columns: (Column | undefined)[];
}

/** The first row that says something, where it names the column of the companies. */
function findHead(rows: readonly (readonly string[])[]): Head | undefined {
  const at = rows.findIndex((row) => row.some((cell) => cell !== ''));
  const taken = new Set<Column>();
  const columns = (rows[at] ?? []).map((heading) => {
    const folded = foldText(heading).replace(/[*※]|[(]必須[)]/g, '');
    // A heading is a short word; 株式会社見本商事 is a company.
    const isHeading = folded.length <= 12 && !/(?:株式|有限|合同|合資|合名)会社|[(](?:株|有|同)[)]/.test(folded);
    const column = isHeading ? columnNames.find(([name]) => name.test(folded))?.[1] : undefined;
    if (column === undefined || taken.has(column)) return undefined;
    taken.add(column);
    return column;
  });
  return taken.has('name') ? { at, columns } : undefined;
}

function findUnknown(rows: readonly (readonly string[])[], { at, columns }: Head): string[] {
  const headings = (rows[at] ?? []).filter(
    (heading, index) =>
      heading !== '' && columns[index] === undefined && rows.some((row, line) => line > at && row[index]),
  );
  return [...new Set(headings)];
}

function toCompany(row: readonly string[], columns: readonly (Column | undefined)[]): PastedCompany {
  const company: PastedCompany = { name: '', person: '', mail: '', parent: '' };
  for (const [index, column] of columns.entries()) if (column) company[column] = row[index] ?? '';
  return company;
}

function problemOf(company: PastedCompany, line: number, names: ReadonlyMap<string, string>): PasteProblem | undefined {
  const { name, person, parent } = company;
  const key = toCompanyKey(name);
  if (key === '') return { kind: 'no-name', line };
  const found = findForbidden(Object.values(company).join(''), { lines: false });
  if (found) return { kind: 'hidden', line, found };
  if ([name, person, parent].some((text) => countCharacters(text) > longestName)) return { kind: 'long-name', line };
  const first = names.get(key);
  return first === undefined ? undefined : { kind: 'twice', line, name, first };
}

/** A mail address as it can be sent to, where it was typed with letters of full width; anything else as it is. */
export function readMail(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return isMail(plain) ? plain : text;
}

/** Whether a text looks like an address to which mail can be sent; whether it arrives nobody knows. */
export function isMail(text: string): boolean {
  return text.length <= longestMail && /^[^\s@<>(),;:"[\]]+@[^\s@<>(),;:"[\]]+\.[^\s@<>(),;:"[\].]+$/.test(text);
}
