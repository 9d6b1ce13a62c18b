import type { Status } from './answers.ts';

/** A text a person may add to an answer. */
export type ItemField = 'evidence' | EvidenceDay | 'note' | 'dueOn';

/** Days that a record may have. */
export type EvidenceDay = (typeof evidenceDays)[number];
export const evidenceDays = ['evidenceOn', 'evidenceUntil'] as const;

/** Names as readers see them. */
export const statusNames: Readonly<Record<Status, string>> = {
  done: '実施',
  partial: '一部実施・予定',
  notDone: '未実施',
  notApplicable: '対象外',
  unanswered: '未回答',
};

/**
 * The source (9-2) knows ○ and × only: ○ = 実施; 一部実施・予定 and 未実施 = ×.
 * 対象外 and 未回答 are neither and stay apart.
 */
export const statusMarks: Readonly<Record<Status, string>> = {
  done: '○',
  partial: '×',
  notDone: '×',
  notApplicable: '－',
  unanswered: '',
};

/**
 * The texts that belong to a state. What was typed under another state stays in the draft, so that changing one's mind
 * loses nothing, but it is neither checked nor counted nor sent (see toSentAnswers).
 */
export const fieldsOf: Readonly<Record<Status, readonly ItemField[]>> = {
  done: ['evidence', ...evidenceDays, 'note'],
  partial: ['evidence', ...evidenceDays, 'note', 'dueOn'],
  notDone: ['note'],
  notApplicable: ['note'],
  unanswered: [],
};

/** Names of the texts as readers see them. */
export const fieldNames: Readonly<Record<ItemField | 'given', string>> = {
  given: '回答',
  evidence: '記録の名前',
  evidenceOn: '記録の日付',
  evidenceUntil: '有効期限',
  note: '備考・理由',
  dueOn: '予定日',
};

/** What is asked for beside an answer, in the words of the list. */
export function evidenceNameOf({ evidenceName }: { evidenceName?: string }): string {
  return evidenceName ?? fieldNames.evidence;
}

/** Whether a text is one of the five states. */
export function isStatus(text: unknown): text is Status {
  return typeof text === 'string' && Object.hasOwn(statusNames, text);
}

/** What is said of 提出先 and 業務名 where a list says nothing of its own. */
export const addedFields = { legend: '提出先・業務', note: '空のままでもかまいません' } as const;

/** When the other states are the answer, where a list says nothing of its own. */
export const stateMeanings = {
  done: 'ふだんから行っていて、示せる記録がある',
  partial: '一部だけ行っている、または始める日が決まっている',
  notDone: '行っておらず、始める日も決まっていない',
} as const;

/** When 対象外 is the answer, where a list says nothing of its own. */
export const notApplicableMeaning = '当てはまる物事がない';
