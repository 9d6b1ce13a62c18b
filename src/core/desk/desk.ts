import type { ToolAnswers } from '../../record/contents.ts';
import type { DefinitionStanding } from '../../record/identity.ts';
import type { gradeNames } from '../returned-list/describe-returned-list.ts';
import type { Kept } from './kept.ts';

/** What every part of the desk is made of: an entry. */
interface Held {
  id: string;
  /** Struck out: taken off the list. It stays to be read. */
  isStruck: boolean;
  /** When what stands there was written, ISO 8601 in UTC. */
  at: string;
  /** Columns that two people changed differently, so that somebody has to say what holds. */
  conflicts: string[];
}

/** 依頼: a list or a form that companies are asked for. Days are `YYYY-MM-DD` or ''. */
export interface Campaign extends Held {
  name: string;
  tool: AskedTool;
  /** 提出先 and 業務名, filled in for whoever answers. */
  recipient: string;
  business: string;
  dueOn: string;
  scope: string;
  contact: string;
  rule: PassRule;
  /** Id of the campaign before, e.g. last year's; '' for none. */
  before: string;
  begunOn: string;
  /** The day it was closed: what names no campaign goes to the open ones. '' while it is open. */
  closedOn: string;
}

/** What is asked, as the campaign's maker had it. */
export interface AskedTool {
  kind: ToolAnswers['kind'];
  id: string;
  version: number;
  title: string;
}

/**
 * When a check list is enough: all items are done, or so many of them; `countsPlanned`: 一部実施・予定 counts as well.
 * `none`: nobody has said.
 */
export type PassRule = { kind: 'none' } | { kind: 'all' } | { kind: 'least'; least: number; countsPlanned: boolean };

/** A company that is expected to return something. */
export interface Company extends Held {
  campaign: string;
  name: string;
  person: string;
  mail: string;
  /** Id of the company that uses it (再委託元); '' for one that is asked directly. */
  parent: string;
  note: string;
  /** The day on which it answered on paper, with no file; '' for never. */
  paperOn: string;
}

/**
 * What the check found. `sound`: exactly what was signed; `unsigned`: one of this site's files without a signature, whose
 * answers can be read; `refused`: changed, damaged or not to be read; `other`: no file of this site.
 */
export type ReturnState = 'sound' | 'unsigned' | 'refused' | 'other';

/** A mark and its words, as the verifier gives them. */
export interface StatedGrade {
  grade: string;
  label: string;
}

export type GradeName = keyof typeof gradeNames;

/** A file that came back. Texts of the file are a stranger's; all are '' where nothing in it is believed. */
export interface Return extends Held {
  /** Of its bytes; the entry's id as well, so that the same file twice is one. */
  sha256: string;
  /** As a person put it right; '' where nobody has said anything. */
  said: { campaign: string; company: string; sealedOn: string };
  /** Name, or path in its archive. */
  name: string;
  /** ISO 8601, in UTC. */
  receivedAt: string;
  /** Id of the campaign whose page was open; '' for none. */
  into: string;
  state: ReturnState;
  /** Id of the refusal, for `refused` and `other`: see signing/refusal-reasons.ts. */
  reason: string;
  /** Of what is no PDF: what it is, see files/file-kind.ts; else ''. */
  found: string;
  fingerprint: string;
  commonName: string;
  organization: string;
  /** What the signer's clock showed, ISO 8601 in UTC. */
  claimedAt: string;
  documentNumber: string;
  tool: AskedTool | undefined;
  /** From matterOf(): only returns of one matter take one another's place. */
  matter: string;
  companyName: string;
  checker: string;
  checkedOn: string;
  recipient: string;
  business: string;
  /** Id of the invitation that it followed; '' for none. */
  request: string;
  /** Whether the pages are what kitei makes of the data; '' where nothing was compared. */
  match: 'equal' | 'not-loaded' | 'newer' | 'differs' | '';
  /** How what was asked stands to what this site asks. */
  form: DefinitionStanding | 'not-compared';
  grades: Partial<Record<GradeName, StatedGrade>>;
  /** Hashes of what is kept of it; '' for nothing. */
  answers: string;
  definition: string;
}

/** What the reviewer says of one item of one company. */
export interface Remark extends Held {
  company: string;
  /** Id of the check item. */
  item: string;
  text: string;
  dueOn: string;
  doneOn: string;
}

/** What was decided about a company. */
export interface Verdict extends Held {
  company: string;
  result: 'pass' | 'fail' | '';
  reason: string;
  /** Of the paper of the evaluation. */
  documentNumber: string;
  nextOn: string;
}

/** The whole desk, as it is read. */
export interface Desk {
  campaigns: Campaign[];
  companies: Company[];
  returns: Return[];
  remarks: Remark[];
  verdicts: Verdict[];
  kept: Kept;
}
