import type { ChecklistContents } from '../../record/contents.ts';
import { expiredItems } from '../../record/v1/checklist/answer-set.ts';
import { type ChecklistCounts, countAnswers } from '../../record/v1/checklist/count.ts';
import type { Contact } from '../address-book/address-book.ts';
import { type FileRelation, purposeOf, relate } from '../inbox/relate-files.ts';
import type { Campaign, Company, Desk, Return, Verdict } from './desk.ts';
import { type Judged, judgeReturn, submittedOn } from './judge-return.ts';
import { openKept } from './kept.ts';
import { type NextStep, stepOf } from './next-steps.ts';
import { hasOtherKey, type SignedFiles, signedFiles } from './other-keys.ts';
import { type Placed, placeReturns } from './place.ts';
import type { LookReason, Reason } from './reasons.ts';

/**
 * 結果, in the order of the table: who has to be written to first, because nothing more happens until they answer (受け取れない:
 * they believe that they have returned it; 未提出: they know that they have not); then what only the clerk can settle; then
 * what the companies have to mend; then what is done.
 */
export const rowKinds = ['refused', 'missing', 'look', 'remedy', 'done'] as const;
export type RowKind = (typeof rowKinds)[number];

/** Names as people read them. */
export const rowKindNames: Readonly<Record<RowKind, string>> = {
  refused: '受け取れない',
  missing: '未提出',
  look: '見てほしい',
  remedy: '×あり',
  done: '済',
};

/** One row of the table: a company (of a list that is answered for several, one of them), or a file that has no company. */
export interface DeskRow {
  /** Unique in the table, and the same whenever it is made. */
  id: string;
  kind: RowKind;
  /** Of the list of the campaign; undefined for a file without one. */
  company: Company | undefined;
  /** Who it is: the company, else what the file says, else the file's name. */
  name: string;
  /** The file that counts, or the one that cannot be received; undefined where nothing came. */
  shown: Return | undefined;
  /** Further files of the row: older ones, those that cannot be received, papers of another kind. */
  others: Return[];
  /** Answers to a check list, where the file counts. */
  contents: ChecklistContents | undefined;
  counts: ChecklistCounts | undefined;
  /** How many records no longer hold on the day of the table. */
  expired: number;
  /** 提出日: the day that the signer's clock showed, which anybody can set; '' for none. */
  submittedOn: string;
  /** What leads to the result, the weightiest first, and what is to be known besides. */
  reasons: Reason[];
  next: NextStep;
  /** Ids of companies of which one may be meant. */
  suggested: string[];
  verdict: Verdict | undefined;
}

/** What is known besides the desk. */
export interface TableContext {
  /** `YYYY-MM-DD` */
  today: string;
  /** Keys whose owners somebody has asked. */
  contacts?: readonly Contact[];
}

/** A file with what it is. */
interface Looked {
  placed: Placed;
  return: Return;
  judged: Judged;
  contents: ChecklistContents | undefined;
}

/**
 * The table of a campaign: a row for each company, at once for what has come and what has not, and one for each file that has
 * no company. Every file of the campaign is in one row, as the one that counts or beside it.
 */
export function toTable(desk: Desk, campaign: Campaign, { today, contacts = [] }: TableContext): DeskRow[] {
  const open = openKept(desk.kept);
  const placed = placeReturns(desk);
  const looked = placed
    .filter((one) => one.campaign === campaign.id)
    .map((one): Looked => {
      const contents = open(one.return);
      return { placed: one, return: one.return, contents, judged: judgeReturn(one, campaign, { contents, contacts }) };
    });
  const companies = desk.companies.filter((one) => one.campaign === campaign.id && !one.isStruck);
  const verdicts = new Map(desk.verdicts.filter(({ isStruck }) => !isStruck).map((one) => [one.company, one]));
  const owned = Map.groupBy(looked, ({ placed: { owner } }) => (owner.kind === 'found' ? owner.company : ''));
  const signed = signedFiles(placed, desk.companies);
  const remarked = new Set(desk.remarks.flatMap(({ company, isStruck }) => (isStruck ? [] : [company])));
  const make = { campaign, today, contacts, signed, remarked };
  return [
    ...companies.flatMap((company) => rowsOf(company, owned.get(company.id) ?? [], verdicts.get(company.id), make)),
    ...(owned.get('') ?? []).map((one) => rowOfStray(one, make)),
  ].sort(byKind);
}

/** Files that no campaign has: a person says to which they belong. */
export function listUnplaced(desk: Desk): Return[] {
  return placeReturns(desk).flatMap((placed) => (placed.campaign === '' ? [placed.return] : []));
}

interface Making {
  campaign: Campaign;
  today: string;
  contacts: readonly Contact[];
  signed: SignedFiles;
  /** Ids of companies of which the reviewer has said something. */
  remarked: ReadonlySet<string>;
}

function rowsOf(company: Company, files: readonly Looked[], verdict: Verdict | undefined, make: Making): DeskRow[] {
  const accepted = files.filter(({ judged }) => judged.kind === 'accepted');
  const rest = files.filter(({ judged }) => judged.kind !== 'accepted').sort(latestFirst);
  if (accepted.length === 0) return [rowWithout(company, rest, verdict, make)];
  const relations = relate(accepted.map(({ return: one }) => toCompared(one)));
  const matters = [...Map.groupBy(accepted, ({ return: one }) => one.matter).values()];
  return matters.map((group, index) => {
    const [shown, ...older] = [...group].sort(latestFirst) as [Looked, ...Looked[]];
    const others = [...older, ...(index === 0 ? rest : [])].map((one) => one.return);
    const looks = [
      ...(shown.judged.kind === 'accepted' ? shown.judged.looks : []),
      ...(hasOtherKey(shown.return, { company: company.name, campaign: make.campaign.id }, make.signed, make.contacts)
        ? (['other-key'] as const)
        : []),
      ...lookAtRelation(shown.return.id, relations.get(shown.return.id)),
    ];
    const id = matters.length === 1 ? company.id : `${company.id}.${shown.return.id}`;
    return rowWith(shown, { id, company, others, looks, verdict, name: company.name, suggested: [] }, make);
  });
}

/** Of a company that has returned nothing that counts. */
function rowWithout(
  company: Company,
  [shown, ...others]: readonly Looked[],
  verdict: Verdict | undefined,
  { campaign, today }: Making,
): DeskRow {
  const base = { ...emptyRow, id: company.id, company, name: company.name, verdict };
  if (company.paperOn !== '') {
    const isSettled = verdict !== undefined && verdict.result !== '';
    const files = [shown, ...others].flatMap((one) => (one ? [one.return] : []));
    const reasons: Reason[] = [...(isSettled ? (['settled'] as const) : []), 'on-paper'];
    const on = { submittedOn: company.paperOn, others: files, reasons };
    return { ...base, ...on, kind: isSettled ? 'done' : 'look', next: isSettled ? 'acknowledge' : 'enter-paper' };
  }
  if (!shown) return { ...base, kind: 'missing', next: isDue(campaign, today) ? 'remind' : 'wait' };
  return { ...base, ...resultOf(shown), others: others.map((one) => one.return) };
}

/** From the day after 提出期限 on; where none was set, whenever one likes. */
function isDue({ dueOn }: Campaign, today: string): boolean {
  return dueOn === '' || today > dueOn;
}

/** Of a file that no company of the list has. */
function rowOfStray(one: Looked, make: Making): DeskRow {
  const { owner } = one.placed;
  const { companyName, organization, name: file, id } = one.return;
  const name = companyName || organization || file;
  const suggested = owner.kind === 'found' ? [] : owner.kind === 'ambiguous' ? owner.companies : owner.suggested;
  const base = { id, company: undefined, name, suggested, verdict: undefined };
  // Nobody can be asked again before it is known whose it is.
  if (one.judged.kind === 'refused') return { ...emptyRow, ...base, ...resultOf(one), next: 'say-sender' };
  if (one.judged.kind === 'unknown') return { ...emptyRow, ...base, ...resultOf(one) };
  return rowWith(one, { ...base, others: [], looks: one.judged.looks }, make);
}

const emptyRow = {
  shown: undefined,
  others: [],
  contents: undefined,
  counts: undefined,
  expired: 0,
  submittedOn: '',
  reasons: [],
  suggested: [],
};

/** What a file comes to that does not count. */
function resultOf({
  judged,
  return: shown,
}: Looked): Pick<DeskRow, 'kind' | 'shown' | 'reasons' | 'next' | 'submittedOn'> {
  const reasons: Reason[] = judged.kind === 'refused' ? [judged.why] : judged.looks;
  const kind = judged.kind === 'refused' ? 'refused' : 'look';
  return { kind, shown, reasons, next: stepOf(reasons) ?? 'check-again', submittedOn: submittedOn(shown) };
}

function rowWith(
  { return: shown, contents, judged }: Looked,
  given: Pick<DeskRow, 'id' | 'company' | 'name' | 'others' | 'suggested' | 'verdict'> & { looks: LookReason[] },
  { today, remarked }: Making,
): DeskRow {
  const { looks, verdict, ...base } = given;
  const counts = contents && countAnswers(contents.definition, contents.answers);
  const expired = contents ? expiredItems(contents.definition, contents.answers, today).length : 0;
  const isRemedy = expired > 0 || (counts !== undefined && counts.crosses + counts.unanswered > 0);
  const notes = judged.kind === 'accepted' ? judged.notes : [];
  const isSettled = looks.length > 0 && isDecided(verdict, [shown, ...base.others]);
  const kind = looks.length > 0 && !isSettled ? 'look' : isRemedy ? 'remedy' : 'done';
  const reasons: Reason[] = isSettled ? ['settled', ...looks, ...notes] : [...looks, ...notes];
  const remedy = remarked.has(base.company?.id ?? '') ? 'await-remedy' : 'ask-remedy';
  const next = kind === 'look' ? (stepOf(looks) ?? 'check-again') : isRemedy ? remedy : 'acknowledge';
  return {
    ...emptyRow,
    ...base,
    verdict,
    kind,
    shown,
    contents,
    counts,
    expired,
    submittedOn: submittedOn(shown),
    reasons,
    next,
  };
}

/** Whether somebody has decided after the last of the files came: what came later has been looked at by nobody. */
function isDecided(verdict: Verdict | undefined, files: readonly Return[]): boolean {
  return verdict !== undefined && verdict.result !== '' && files.every(({ receivedAt }) => receivedAt <= verdict.at);
}

function toCompared(one: Return) {
  const { id, claimedAt, receivedAt, fingerprint, matter, answers, tool } = one;
  const claimedTime = new Date(claimedAt || receivedAt);
  return {
    id,
    claimedTime,
    fingerprint,
    group: matter,
    // Two papers of which nothing is kept are not the same.
    answers: answers || id,
    purpose: purposeOf(one),
    version: tool?.version ?? 1,
  };
}

function lookAtRelation(id: string, relation: FileRelation | undefined): LookReason[] {
  if (!relation) return [];
  // The same answers signed twice are no question to anybody.
  const isTied = relation.newest.some((other) => other !== id && !relation.sameAnswers.includes(other));
  return [...(isTied ? (['tied'] as const) : []), ...(relation.hasOtherPurpose ? (['other-purpose'] as const) : [])];
}

/** By the time that counts, the latest first; the same time in an order that every copy has. */
function latestFirst({ return: a }: Looked, { return: b }: Looked): number {
  const [one, other] = [a.claimedAt || a.receivedAt, b.claimedAt || b.receivedAt];
  return one === other ? (a.id < b.id ? -1 : 1) : one < other ? 1 : -1;
}

function byKind(a: DeskRow, b: DeskRow): number {
  const order = rowKinds.indexOf(a.kind) - rowKinds.indexOf(b.kind);
  if (order !== 0) return order;
  return a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1;
}
