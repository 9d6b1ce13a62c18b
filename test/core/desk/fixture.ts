import type { Campaign, Company } from '../../../src/core/desk/desk.ts';
import type { CheckedFile, Finding } from '../../../src/core/desk/receive.ts';
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
