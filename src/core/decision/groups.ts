import type { DecisionFile } from './file-schema.ts';

export type DecisionGroup = NonNullable<DecisionFile['group']>;

/** Where decisions stand on /decisions/, in order, and how each group is called. */
export const decisionGroups: Readonly<Record<DecisionGroup, string>> = {
  carry: '持ち出す・送る・捨てる',
  use: '機器・ソフト・ネットワークを使う',
  handle: '情報を取り扱う',
  admit: '人を入れる・委託する',
};

/** Of a decision for the bad day, and of one whose file names no group. */
export const urgentDecisions = '事故が起きたとき';
export const otherDecisions = 'そのほかの判断';
