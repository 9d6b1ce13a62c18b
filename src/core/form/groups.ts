import type { FormEntry } from '../regulation/library.ts';
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

/** Whether any of the forms has a table that is filled from the list of people. */
export function namesPeople(forms: readonly FormEntry[]): boolean {
  return forms.some(({ definition }) => definition.parts.some((part) => part.kind === 'table' && part.people === true));
}
