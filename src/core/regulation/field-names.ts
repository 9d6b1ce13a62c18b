import type { Modality } from './provision.ts';

/** How strongly a provision binds, in a word. */
export const modalityWords: Readonly<Record<Modality, string>> = {
  must: '義務',
  'must-not': '禁止',
  should: '推奨',
  may: 'できる',
  definition: '定義',
  information: '説明',
};

/** How soon; durations such as P10D have no name here. */
export const withinNames: Readonly<Record<'immediately' | 'promptly' | 'before' | 'after', string>> = {
  immediately: '直ちに',
  promptly: '速やかに',
  before: '前もって',
  after: '終わった後',
};

/** Fields that an import infers, as they are called wherever they are shown. */
export const reviewedFields = {
  actors: '誰が',
  approvers: '許可・承認する人',
  modality: '強さ',
  when: 'いつ',
  deliverable: '記録・提出物',
  topics: '主題',
} as const;
export type ReviewedField = keyof typeof reviewedFields;
