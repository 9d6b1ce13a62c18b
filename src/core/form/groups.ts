import type { FormFile } from './file-schema.ts';

export type FormGroup = FormFile['group'];

/** Where forms stand on /forms/, in order, and how each group is called. */
export const formGroups: Readonly<Record<FormGroup, string>> = {
  people: '人・体制',
  request: '申請・承認',
  register: '管理簿',
  plan: '計画・報告',
  incident: '事故のとき',
  end: '業務の終わり',
  contact: '連絡先',
};
