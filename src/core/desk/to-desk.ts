import type { ToolAnswers } from '../../record/contents.ts';
import type { DefinitionStanding } from '../../record/identity.ts';
import { type Entry, type EntryState, headsOf, stateOf, textOf } from '../register/entry.ts';
import { gradeNames } from '../returned-list/describe-returned-list.ts';
import type {
  AskedTool,
  Campaign,
  Company,
  Desk,
  GradeName,
  PassRule,
  Remark,
  Return,
  ReturnState,
  StatedGrade,
  Verdict,
} from './desk.ts';
import type { Kept } from './kept.ts';
import { type ColumnOf, cameColumns, type DeskTable, deskTables, isDeskTable, saidColumns } from './tables.ts';

/** One entry as it stands: its texts, and what two people disagree on. */
interface Read<Table extends DeskTable> {
  id: string;
  isStruck: boolean;
  at: string;
  conflicts: string[];
  text: (column: ColumnOf<Table>) => string;
}

/**
 * The desk out of its entries, in order of their ids, so that two copies with the same entries read the same. An entry of no
 * table of the desk is passed over; a text that is not as this site writes it counts as none.
 */
export function toDesk(entries: readonly Entry[], kept: Kept): Desk {
  const ordered = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const read = <Table extends DeskTable, T>(table: Table, make: (entry: Read<Table>) => T): T[] =>
    ordered.flatMap((entry) =>
      isDeskTable(entry.table) && entry.table === table ? [make(readEntry(entry, table))] : [],
    );
  return {
    campaigns: read('campaign', toCampaign),
    companies: read('company', toCompany),
    returns: read('return', toReturn),
    remarks: read('remark', toRemark),
    verdicts: read('verdict', toVerdict),
    kept,
  };
}

function readEntry<Table extends DeskTable>(entry: Entry, table: Table): Read<Table> {
  const heads = headsOf(entry);
  const state = stateOf(entry);
  const columns: readonly string[] = deskTables[table];
  return {
    id: entry.id,
    isStruck: state.struck === true,
    at: state.at,
    conflicts: heads.length < 2 ? [] : findConflicts(heads, columns, table),
    text: (column) => (isSaid(table, column) ? lastSaid(heads, column) : textOf(state, column)),
  };
}

/** What a person has said of a file holds whoever checks it again later. */
function isSaid(table: DeskTable, column: string): boolean {
  return table === 'return' && saidColumns.some((said) => said === column);
}

function lastSaid(heads: readonly EntryState[], column: string): string {
  return heads.map((state) => textOf(state, column)).findLast((text) => text !== '') ?? '';
}

function findConflicts(heads: readonly EntryState[], columns: readonly string[], table: DeskTable): string[] {
  const differ = columns.filter((column) => {
    // Two people have the same file under two names, and neither is wrong.
    if (table === 'return' && cameColumns.some((came) => came === column)) return false;
    const texts = new Set(heads.map((state) => textOf(state, column)));
    if (isSaid(table, column)) texts.delete('');
    return texts.size > 1;
  });
  return new Set(heads.map(({ struck }) => struck === true)).size > 1 ? [...differ, 'struck'] : differ;
}

function headOf({ id, isStruck, at, conflicts }: Omit<Read<DeskTable>, 'text'>) {
  return { id, isStruck, at, conflicts };
}

function toCampaign(entry: Read<'campaign'>): Campaign {
  const { text } = entry;
  return {
    ...headOf(entry),
    name: text('name'),
    tool: toTool(text) ?? { kind: 'checklist', id: '', version: 1, title: '' },
    recipient: text('recipient'),
    business: text('business'),
    dueOn: text('due-on'),
    scope: text('scope'),
    contact: text('contact'),
    rule: toRule(text),
    before: text('before'),
    begunOn: text('begun-on'),
    closedOn: text('closed-on'),
  };
}

function toRule(text: Read<'campaign'>['text']): PassRule {
  if (text('pass') === 'all') return { kind: 'all' };
  const least = Number(text('pass-count'));
  if (text('pass') !== 'least' || !Number.isInteger(least) || least < 1) return { kind: 'none' };
  return { kind: 'least', least, countsPlanned: text('pass-planned') === 'yes' };
}

function toCompany(entry: Read<'company'>): Company {
  const { text } = entry;
  return {
    ...headOf(entry),
    campaign: text('campaign'),
    name: text('name'),
    person: text('person'),
    mail: text('mail'),
    parent: text('parent'),
    note: text('note'),
    paperOn: text('paper-on'),
  };
}

function toReturn(entry: Read<'return'>): Return {
  const { text, id } = entry;
  return {
    ...headOf(entry),
    sha256: id,
    said: { campaign: text('campaign'), company: text('company'), sealedOn: text('sealed-on') },
    name: text('name'),
    receivedAt: text('received-at'),
    into: text('into'),
    state: oneOf(states, text('state'), 'refused'),
    reason: text('reason'),
    found: text('found'),
    fingerprint: text('fingerprint'),
    commonName: text('common-name'),
    organization: text('organization'),
    claimedAt: text('claimed-at'),
    documentNumber: text('number'),
    tool: toTool((column) => text(column === 'tool-kind' ? 'kind' : column)),
    matter: text('matter'),
    companyName: text('company-name'),
    checker: text('checker'),
    checkedOn: text('checked-on'),
    recipient: text('recipient'),
    business: text('business'),
    request: text('request'),
    match: oneOf(matches, text('match'), ''),
    form: oneOf(standings, text('form'), 'not-compared'),
    grades: toGrades(text),
    answers: text('answers'),
    definition: text('definition'),
  };
}

function toGrades(text: Read<'return'>['text']): Return['grades'] {
  const grades: Partial<Record<GradeName, StatedGrade>> = {};
  for (const name of Object.keys(gradeNames) as GradeName[]) {
    const [, grade, label] = /^(\w+):(.+)$/su.exec(text(`grade-${name}`)) ?? [];
    if (grade !== undefined && label !== undefined) grades[name] = { grade, label };
  }
  return grades;
}

function toRemark(entry: Read<'remark'>): Remark {
  const { text } = entry;
  return {
    ...headOf(entry),
    company: text('company'),
    item: text('item'),
    text: text('text'),
    dueOn: text('due-on'),
    doneOn: text('done-on'),
  };
}

function toVerdict(entry: Read<'verdict'>): Verdict {
  const { text } = entry;
  return {
    ...headOf(entry),
    company: text('company'),
    result: oneOf(['pass', 'fail', ''] as const, text('result'), ''),
    reason: text('reason'),
    documentNumber: text('number'),
    nextOn: text('next-on'),
  };
}

/** What was asked; undefined where a file says nothing of it. */
function toTool(text: (column: 'tool-kind' | 'tool' | 'tool-version' | 'tool-title') => string): AskedTool | undefined {
  const kind = kinds.find((one) => one === text('tool-kind'));
  const version = Number(text('tool-version'));
  if (!kind || text('tool') === '' || !Number.isInteger(version) || version < 1) return undefined;
  return { kind, id: text('tool'), version, title: text('tool-title') };
}

const kinds = ['checklist', 'decision', 'form'] as const satisfies ToolAnswers['kind'][];
const states = ['sound', 'unsigned', 'refused', 'other'] as const satisfies ReturnState[];
const matches = ['equal', 'not-loaded', 'newer', 'differs', ''] as const satisfies Return['match'][];
const standings = [
  'current',
  'renamed',
  'reworded',
  'altered',
  'older',
  'newer',
  'unknown',
  'not-compared',
] as const satisfies (DefinitionStanding | 'not-compared')[];

function oneOf<T extends string>(known: readonly T[], text: string, otherwise: T): T {
  return known.find((one) => one === text) ?? otherwise;
}
