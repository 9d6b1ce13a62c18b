import type { ChecklistFile } from './file-schema.ts';

export type ChecklistGroup = NonNullable<ChecklistFile['group']>;

/** Where check lists stand on /checklists/, in order, and how each group is called. */
export const checklistGroups: Readonly<Record<ChecklistGroup, string>> = {
  contractor: '委託先の対策',
  contract: '契約書',
  system: 'システムとサービス',
  self: '自己点検',
};

/** Of a list whose file names no group. */
export const otherChecklists = 'そのほかの確認リスト';
