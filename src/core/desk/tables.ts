/**
 * The client's desk is kept as entries of one register, so that it is stored, merged and backed up as registers are. Its
 * tables and columns; ids are permanent, for backups of the desk hold them.
 */
export const deskId = 'desk';

/** Of a campaign (依頼): what is asked of whom by when. */
export const campaignColumns = [
  'name',
  'tool-kind',
  'tool',
  'tool-version',
  'tool-title',
  'recipient',
  'business',
  'due-on',
  'scope',
  'contact',
  'pass',
  'pass-count',
  'pass-planned',
  'before',
  'begun-on',
  'closed-on',
] as const;

/** Of a company that is expected to return something. `parent`: the company that uses it; `paper-on`: it answered on paper. */
export const companyColumns = ['campaign', 'name', 'person', 'mail', 'parent', 'note', 'paper-on'] as const;

/** What a person says of a file: to what and to whom it belongs, and when it came on paper with a seal as well. */
export const saidColumns = ['campaign', 'company', 'sealed-on'] as const;

/** How a file came, which may differ where two people received the same one. */
export const cameColumns = ['name', 'received-at', 'into'] as const;

/** What the check found in a file. Hashes lead to what is kept beside the entries. */
export const factColumns = [
  'state',
  'reason',
  'found',
  'fingerprint',
  'common-name',
  'organization',
  'claimed-at',
  'number',
  'kind',
  'tool',
  'tool-version',
  'tool-title',
  'matter',
  'company-name',
  'checker',
  'checked-on',
  'recipient',
  'business',
  'request',
  'match',
  'form',
  'grade-tampering',
  'grade-match',
  'grade-form',
  'grade-signer',
  'grade-validity',
  'grade-revocation',
  'answers',
  'definition',
] as const;

/** Of a file that came back. */
export const returnColumns = [...saidColumns, ...cameColumns, ...factColumns] as const;

/** What the reviewer says of one item of one company. */
export const remarkColumns = ['company', 'item', 'text', 'due-on', 'done-on'] as const;

/** What was decided about a company: with which paper, and when it is evaluated next. */
export const verdictColumns = ['company', 'result', 'reason', 'number', 'next-on'] as const;

/** All columns, by table. */
export const deskTables = {
  campaign: campaignColumns,
  company: companyColumns,
  return: returnColumns,
  remark: remarkColumns,
  verdict: verdictColumns,
} as const satisfies Record<string, readonly string[]>;

export type DeskTable = keyof typeof deskTables;
export type ColumnOf<Table extends DeskTable> = (typeof deskTables)[Table][number];

/** Whether an entry's table is one of the desk. */
export function isDeskTable(table: string): table is DeskTable {
  return Object.hasOwn(deskTables, table);
}
