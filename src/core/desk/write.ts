import { type Entry, stateOf } from '../register/entry.ts';
import { beginEntry, type Writing, withState } from '../register/merge.ts';
import { countCharacters, removeHidden } from '../text/characters.ts';
import { toCompanyKey } from '../text/company-key.ts';
import type { AskedTool, Company, PassRule, Verdict } from './desk.ts';
import { type ColumnOf, type DeskTable, deskTables } from './tables.ts';
import { type Sha256, toId } from './to-id.ts';

/** Longest text of a cell that is not cut, in characters: the register takes five times as much. */
const longestText = 1000;

/** What a change writes, by column; what is left out stays as it is. */
export type Cells<Table extends DeskTable> = Partial<Record<ColumnOf<Table>, string>>;

/** What a person types about a campaign. */
export interface CampaignTexts {
  name: string;
  tool: AskedTool;
  recipient: string;
  business: string;
  dueOn: string;
  scope: string;
  contact: string;
  rule: PassRule;
  before: string;
  begunOn: string;
}

/** The cells of a campaign. */
export function campaignCells({ tool, rule, dueOn, begunOn, ...texts }: CampaignTexts): Cells<'campaign'> {
  return {
    ...texts,
    'due-on': dueOn,
    'begun-on': begunOn,
    'tool-kind': tool.kind,
    tool: tool.id,
    'tool-version': String(tool.version),
    'tool-title': tool.title,
    pass: rule.kind === 'none' ? '' : rule.kind,
    'pass-count': rule.kind === 'least' ? String(rule.least) : '',
    'pass-planned': rule.kind === 'least' && rule.countsPlanned ? 'yes' : '',
  };
}

/** A new campaign. @param id made by chance: it goes into the invitation, and comes back in signed answers */
export function beginCampaign(id: string, texts: CampaignTexts, writing: Writing): Entry {
  return begin(id, 'campaign', campaignCells(texts), writing);
}

/** What is said of a company. */
export type CompanyTexts = Pick<Company, 'name' | 'person' | 'mail' | 'parent'>;

/**
 * Id of a company in a campaign, made of its name: two people who paste the same list have the same companies.
 * @param twin 0, or 1 and more for a further company whose name is spelt the same
 */
export function companyId(campaign: string, name: string, twin: number, sha256: Sha256): string {
  return toId(['company', campaign, toCompanyKey(name), twin], sha256);
}

/** A new company; what is written at the same time by two people, in the same words, is one state. */
export function beginCompany(
  campaign: string,
  texts: CompanyTexts,
  { at, by, twin = 0 }: Pick<Writing, 'at' | 'by'> & { twin?: number },
  sha256: Sha256,
): Entry {
  const id = companyId(campaign, texts.name, twin, sha256);
  const cells = { campaign, ...texts };
  return begin(id, 'company', cells, { id: toId([id, JSON.stringify(toCells(cells))], sha256), at, by });
}

/** What the reviewer says of an item, for the first time. */
export function beginRemark(
  company: string,
  item: string,
  cells: Pick<Cells<'remark'>, 'text' | 'due-on' | 'done-on'>,
  writing: Writing,
  sha256: Sha256,
): Entry {
  return begin(remarkId(company, item, sha256), 'remark', { company, item, ...cells }, writing);
}

/** Id of what is said of one item of one company. */
export function remarkId(company: string, item: string, sha256: Sha256): string {
  return toId(['remark', company, item], sha256);
}

/** What was decided about a company, for the first time. */
export function beginVerdict(
  company: string,
  { result, reason, documentNumber, nextOn }: Pick<Verdict, 'result' | 'reason' | 'documentNumber' | 'nextOn'>,
  writing: Writing,
  sha256: Sha256,
): Entry {
  const cells = { company, result, reason, number: documentNumber, 'next-on': nextOn };
  return begin(verdictId(company, sha256), 'verdict', cells, writing);
}

/** Id of what was decided about a company. */
export function verdictId(company: string, sha256: Sha256): string {
  return toId(['verdict', company], sha256);
}

/**
 * An entry with some of its cells changed.
 * @param entry as the person saw it, so that a change that somebody else made meanwhile is in conflict and not undone
 */
export function change<Table extends DeskTable>(entry: Entry, cells: Cells<Table>, writing: Writing): Entry {
  const { cells: before, struck } = stateOf(entry);
  return withState(entry, { cells: toCells({ ...before, ...cells }), ...(struck && { struck }) }, writing);
}

/** An entry that is taken off the list, with the reason; it stays to be read. */
export function strike(entry: Entry, reason: string, writing: Writing): Entry {
  return withState(entry, { cells: stateOf(entry).cells, struck: true, reason: toCell(reason) }, writing);
}

/** An entry that is put back on the list. */
export function restore(entry: Entry, writing: Writing): Entry {
  return withState(entry, { cells: stateOf(entry).cells }, writing);
}

function begin<Table extends DeskTable>(id: string, table: Table, cells: Cells<Table>, writing: Writing): Entry {
  const known: readonly string[] = deskTables[table];
  const own = Object.entries(toCells(cells)).filter(([column]) => known.includes(column));
  return beginEntry(id, table, { cells: Object.fromEntries(own) }, writing);
}

/** Cells as the register takes them: nothing empty, nothing too long, no hidden characters; in order of their names. */
export function toCells(cells: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const texts = Object.entries(cells).map(([column, text = '']) => [column, toCell(text)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A text as a cell holds it; names of files and of strangers may be anything. */
export function toCell(text: string): string {
  const whole = removeHidden(text);
  const isLong = whole.length > longestText && countCharacters(whole) > longestText;
  return isLong ? `${[...whole].slice(0, longestText - 1).join('')}…` : whole;
}
