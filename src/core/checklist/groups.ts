import type { ChecklistFile } from './file-schema.ts';

export type ChecklistGroup = NonNullable<ChecklistFile['group']>;

/** Where check lists stand on /checklists/, in order, and how each group is called. */
export const checklistGroups: Readonly<Record<ChecklistGroup, string>> = {
  answer: '委託元に答える',
  evaluation: '委託先を評価する',
  contract: '契約書を確かめる',
  system: 'システムとサービスを確かめる',
  self: '自己点検',
};

/** Of a list whose file names no group. */
export const otherChecklists = 'そのほかの確認リスト';
