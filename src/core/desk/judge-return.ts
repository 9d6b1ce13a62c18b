import type { ChecklistContents } from '../../record/contents.ts';
import { countAnswers } from '../../record/v1/checklist/count.ts';
import type { Contact } from '../address-book/address-book.ts';
import { findSigner } from '../address-book/find-signer.ts';
import { toJapanClock } from '../text/japan-time.ts';
import type { Campaign, Return } from './desk.ts';
import type { Placed } from './place.ts';
import { type LookReason, meaningOfRefusal, type NoteReason, type RefuseReason } from './reasons.ts';

/**
 * What a file is to its campaign. `accepted`: an answer to what was asked; `refused`: it cannot be received; `unknown`: this
 * site could not look into it.
 */
export type Judged =
  | { kind: 'accepted'; looks: LookReason[]; notes: NoteReason[] }
  | { kind: 'refused'; why: RefuseReason }
  | { kind: 'unknown'; looks: LookReason[] };

/** What is known besides the file. */
export interface Surroundings {
  /** Answers, where they are kept. */
  contents: ChecklistContents | undefined;
  /** Fingerprints of keys whose owners somebody has asked. */
  contacts: readonly Contact[];
}

/** Judges one file by itself: what it is beside others of its company is for the table. */
export function judgeReturn(placed: Placed, campaign: Campaign, { contents, contacts }: Surroundings): Judged {
  const one = placed.return;
  if (one.state === 'refused' || one.state === 'other') {
    const why = meaningOfRefusal(one.reason);
    return why === 'not-read' ? { kind: 'unknown', looks: ['not-read'] } : { kind: 'refused', why };
  }
  const why = findRefusal(one, campaign, contents);
  if (why) return { kind: 'refused', why };
  const notes: NoteReason[] = [...(one.state === 'unsigned' ? (['sealed'] as const) : []), ...toLate(one, campaign)];
  const looks: LookReason[] = [
    ...(one.conflicts.length > 0 ? (['conflict'] as const) : []),
    ...lookAtOwner(placed),
    ...lookAtSigner(one, contacts),
    ...(placed.isOtherRequest ? (['other-request'] as const) : []),
    ...lookAtDate(one, campaign),
    ...lookAtVersion(one, campaign),
    ...(campaign.tool.kind === 'checklist' && !contents ? (['not-kept'] as const) : []),
  ];
  return { kind: 'accepted', looks, notes };
}

function findRefusal(
  one: Return,
  { tool }: Campaign,
  contents: ChecklistContents | undefined,
): RefuseReason | undefined {
  if (one.match === 'differs') return 'contradicted';
  if (one.tool?.kind !== tool.kind || one.tool.id !== tool.id) return 'other-list';
  if (one.state === 'unsigned' && one.said.sealedOn === '') return 'unsigned';
  if (one.form === 'altered') return 'altered';
  if (!contents) return undefined;
  const { asked, unanswered } = countAnswers(contents.definition, contents.answers);
  return asked > 0 && unanswered === asked ? 'no-answers' : undefined;
}

function lookAtOwner({ owner }: Placed): LookReason[] {
  if (owner.kind !== 'found') return [owner.kind];
  return owner.by === 'key' ? ['by-key'] : [];
}

function lookAtSigner(one: Return, contacts: readonly Contact[]): LookReason[] {
  if (one.state !== 'sound') return [];
  const { grades } = one;
  const warned = [grades.signer, grades.validity].some((grade) => grade?.grade === 'warn' || grade?.grade === 'bad');
  const match = matchOf(one, contacts);
  const isOther = match.kind === 'differs' || (match.kind === 'registered' && match.isOtherCompany);
  return [...(isOther ? (['book-differs'] as const) : []), ...(warned ? (['signer'] as const) : [])];
}

/** Whether somebody has asked the company whose key it is, and it was the one that the file names. */
export function isRegistered(one: Return, contacts: readonly Contact[]): boolean {
  const match = matchOf(one, contacts);
  return match.kind === 'registered' && !match.isOtherCompany;
}

function matchOf({ fingerprint, companyName, organization }: Return, contacts: readonly Contact[]) {
  return findSigner(contacts, { fingerprint, companies: [companyName, organization] });
}

/** The day in Japan that the signer's clock showed; of an unsigned file the day on which it came with a seal. '' for none. */
export function submittedOn({ claimedAt, said }: Pick<Return, 'claimedAt' | 'said'>): string {
  const moment = new Date(claimedAt);
  return Number.isNaN(moment.getTime()) ? said.sealedOn : toJapanClock(moment).date;
}

function lookAtDate(one: Return, { begunOn }: Campaign): LookReason[] {
  const day = submittedOn(one);
  // Who followed the invitation has answered after it, whatever the clock shows.
  return begunOn !== '' && day !== '' && day < begunOn && one.request === '' ? ['signed-before'] : [];
}

function toLate(one: Return, { dueOn }: Campaign): NoteReason[] {
  const day = submittedOn(one);
  return dueOn !== '' && day > dueOn ? ['late'] : [];
}

function lookAtVersion({ tool, match, form }: Return, campaign: Campaign): LookReason[] {
  const version = tool?.version ?? campaign.tool.version;
  if (version < campaign.tool.version) return ['older-version'];
  if (version > campaign.tool.version) return ['newer-version'];
  const isCompared = match !== 'not-loaded' && match !== 'newer';
  return isCompared && ['current', 'reworded', 'renamed'].includes(form) ? [] : ['not-compared'];
}
