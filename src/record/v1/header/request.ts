import { formatDate, isDate } from '../../../core/text/date.ts';
import type { SummaryBlock } from '../summary/summary-document.ts';

/** What whoever wants the answers has said in the invitation; answers that nobody invited to have none. */
export interface Request {
  /** Made with the invitation: answers with the same one belong to one survey. */
  id: string;
  /** 依頼の名前, e.g. 令和8年度 委託先点検 */
  name: string;
  /** 提出期限 as YYYY-MM-DD, or '' */
  dueOn: string;
  /** 対象範囲, or '' */
  scope: string;
  /** 問合せ先, or '' */
  contact: string;
}

/** Its texts, in order of display. */
export const requestKeys = ['name', 'dueOn', 'scope', 'contact'] as const satisfies (keyof Request)[];

/** Names of the texts as readers see them. */
export const requestNames: Readonly<Record<(typeof requestKeys)[number], string>> = {
  name: '依頼',
  dueOn: '提出期限',
  scope: '対象範囲',
  contact: '問合せ先',
};

/** Longest texts, in characters (code points). */
export const longestRequestTexts = { name: 100, dueOn: 10, scope: 500, contact: 200 } as const;

/** Label and value of what was said, for a page or a summary. */
export function requestRows(request: Request): { label: string; value: string }[] {
  const { id, name, dueOn, scope, contact } = request;
  // The number too: nothing that is signed is unseen.
  const rows = { name: `${name}（番号 ${id}）`, dueOn: isDate(dueOn) ? formatDate(dueOn) : dueOn, scope, contact };
  return requestKeys.filter((key) => rows[key] !== '').map((key) => ({ label: requestNames[key], value: rows[key] }));
}

/** What was asked for, as a document prints it; nothing where nobody invited. */
export function requestBlocks(request: Request | undefined): SummaryBlock[] {
  return request ? [{ kind: 'fields', caption: 'この依頼', rows: requestRows(request) }] : [];
}
