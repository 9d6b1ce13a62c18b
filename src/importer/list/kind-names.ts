/** How each kind of answer is called in messages. */
export const kindNames = {
  state: '実施状況（○×）',
  one: '選択（1つ）',
  several: '選択（いくつでも）',
  number: '数',
  date: '日付',
  text: '文',
} as const;

/** The states as pages name them (`record/v1/checklist/statuses.ts`; a test holds them together). */
export const stateNames = {
  done: '実施',
  partial: '一部実施・予定',
  notDone: '未実施',
  notApplicable: '対象外',
} as const;
