import type { DecisionEntry, Library } from '../regulation/library.ts';
import type { DecisionFile } from './file-schema.ts';

export type DecisionGroup = NonNullable<DecisionFile['group']>;

/** Where decisions stand on /decisions/, in order, and how each group is called. */
export const decisionGroups: Readonly<Record<DecisionGroup, string>> = {
  carry: '持ち出す・送る・捨てる',
  use: '機器・ソフト・ネットワークを使う',
  handle: '情報を取り扱う',
  admit: '人を入れる・委託する',
};

/** Some decisions under one heading. */
export interface DecisionGroupEntry {
  id: string;
  title: string;
  decisions: DecisionEntry[];
}

/** Those for the bad day first, then by what somebody is about to do, then those whose file says nothing of it. */
export function arrangeDecisions({ decisions }: Pick<Library, 'decisions'>): DecisionGroupEntry[] {
  const names = [
    ['urgent', '事故が起きたとき'],
    ...Object.entries(decisionGroups),
    ['other', 'そのほかの判断'],
  ] as const;
  return names
    .map(([id, title]) => ({ id, title, decisions: decisions.filter((decision) => groupOf(decision) === id) }))
    .filter(({ decisions }) => decisions.length > 0);
}

function groupOf({ isUrgent, group }: DecisionEntry): string {
  return isUrgent ? 'urgent' : (group ?? 'other');
}
