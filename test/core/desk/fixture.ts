import type { Contact } from '../../../src/core/address-book/address-book.ts';
import type { Campaign, Company, Desk } from '../../../src/core/desk/desk.ts';
import { mergeKept, nothingKept } from '../../../src/core/desk/kept.ts';
import { type CheckedFile, type Finding, receive, type Said, sayOfReturn } from '../../../src/core/desk/receive.ts';
import { type DeskRow, toTable } from '../../../src/core/desk/table.ts';
import { toDesk } from '../../../src/core/desk/to-desk.ts';
import { hashText } from '../../../src/core/desk/to-id.ts';
import type { CampaignTexts } from '../../../src/core/desk/write.ts';
import type { KiteiFile } from '../../../src/record/kitei-file.ts';
import type { ChecklistAnswers, StatusAnswer } from '../../../src/record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';
import { summarize } from '../../../src/record/v1/checklist/summarize.ts';
import type { Request } from '../../../src/record/v1/header/request.ts';
import { answer, definition } from '../../record/v1/checklist/fixture.ts';
import { sha256, toFile } from '../../support/record.ts';

export const today = '2026-12-10';

let made = 0;
/** Who writes at a minute of 2026-12. */
export function writing(day = '01', by = '見本花子') {
  made += 1;
  return { id: `w${made}`, at: `2026-12-${day}T09:00:00.000Z`, by };
}

export const campaignTexts: CampaignTexts = {
  name: '令和8年度 委託先点検',
  tool: { kind: 'checklist', id: definition.id, version: definition.version, title: definition.title },
  recipient: '見本市 総務課',
  business: '窓口業務',
  dueOn: '2026-12-05',
  scope: '本社と支店',
  contact: '見本市 総務課 03-0000-0000',
  rule: { kind: 'least', least: 3, countsPlanned: false },
  before: '',
  begunOn: '2026-11-01',
};

/** A campaign as the table takes it. */
export function campaign(change: Partial<Campaign> = {}): Campaign {
  return { id: 'campaign-a', isStruck: false, at: '', conflicts: [], closedOn: '', ...campaignTexts, ...change };
}

/** A company on the list of a campaign. */
export function company(id: string, name: string, change: Partial<Company> = {}): Company {
  const head = { id, isStruck: false, at: '', conflicts: [], campaign: 'campaign-a' };
  return { ...head, name, person: '', mail: '', parent: '', note: '', paperOn: '', ...change };
}

export type StatusOf = Record<string, Partial<StatusAnswer>>;

export const allDone: StatusOf = { manager: {}, rules: {}, training: {}, pledge: {} };
const numbers: Record<string, number> = { manager: 1, rules: 2, training: 6, pledge: 7 };

export interface Given {
  company?: string;
  statuses?: StatusOf;
  list?: Partial<ChecklistDefinition>;
  request?: Request;
  checker?: string;
}

/** A signed file's data: what a company answered. */
export function listFile({
  company: name = '株式会社見本',
  statuses = allDone,
  list = {},
  request,
  checker = '見本花子',
}: Given): KiteiFile {
  const asked = { ...definition, ...list };
  const header = { company: name, checker, checkedOn: '2026-11-20', recipient: '見本市 総務課', business: '窓口業務' };
  const items = Object.fromEntries(Object.entries(statuses).map(([id, one]) => [id, answer(numbers[id] ?? 0, one)]));
  const answers: ChecklistAnswers = {
    format: 'kitei-answers/1',
    kind: 'checklist',
    checklist: asked.id,
    version: asked.version,
    header,
    ...(request && { request }),
    items,
  };
  return toFile(asked, answers, summarize(asked, answers, { documentNumber: '3F2A-9C01-77B4' }));
}

export interface Signed {
  key?: string;
  organization?: string;
  /** ISO 8601, in UTC. */
  at?: string;
  change?: Partial<Extract<Finding, { state: 'sound' }>>;
}

/** What the check found in a sound file. */
export function sound(
  file: KiteiFile,
  { key = 'a', organization = '', at = '2026-11-20T01:00:00.000Z', change = {} }: Signed = {},
): Finding {
  return {
    state: 'sound',
    file,
    signer: { fingerprint: key.repeat(64).slice(0, 64), commonName: '見本花子', organization },
    claimedTime: new Date(at),
    documentNumber: '3F2A-9C01-77B4',
    match: 'equal',
    form: 'current',
    grades: { tampering: { grade: 'full', label: '改ざんなし' }, signer: { grade: 'half', label: '自己表示' } },
    ...change,
  };
}

/** A file with a name; its hash is that of its name, so another name is another file. */
export function checked(name: string, finding: Finding, into = 'campaign-a'): CheckedFile {
  return { sha256: hashText(name, sha256), name: `${name}.pdf`, into, finding };
}

export interface Setting {
  companies?: readonly Company[];
  campaigns?: readonly Campaign[];
  files?: readonly CheckedFile[];
  said?: Record<string, Said>;
}

/** A desk that has received files, by their names; `said` is what a person said of them. */
export function deskOf({ companies = [], campaigns = [campaign()], files = [], said = {} }: Setting): Desk {
  let kept = nothingKept;
  const entries = files.map((file) => {
    const received = receive(file, undefined, { at: '2026-12-03T09:00:00.000Z', by: '見本花子' }, sha256);
    kept = mergeKept(kept, received.kept);
    if (!received.entry) throw new Error('A new file has an entry.');
    const own = Object.entries(said).find(([name]) => file.name === `${name}.pdf`)?.[1];
    return own ? sayOfReturn(received.entry, own, writing('04')) : received.entry;
  });
  return { ...toDesk(entries, kept), campaigns: [...campaigns], companies: [...companies] };
}

/** The table of a desk's first campaign. */
export function tableOf(desk: Desk, contacts: readonly Contact[] = [], day = today): DeskRow[] {
  const [first] = desk.campaigns;
  if (!first) throw new Error('The desk has no campaign.');
  return toTable(desk, first, { today: day, contacts });
}
