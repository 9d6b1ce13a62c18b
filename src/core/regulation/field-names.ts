import { durationWords } from './duration.ts';
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

/** How soon, where it is no duration. */
export const withinNames: Readonly<Record<'immediately' | 'promptly' | 'before' | 'after', string>> = {
  immediately: '直ちに',
  promptly: '速やかに',
  before: '前もって',
  after: '終わった後',
};

const often: Readonly<Record<string, string>> = {
  regularly: '定期的に',
  'on-change': '変わったとき',
  P1Y: '毎年',
  P1M: '毎月',
  P7D: '毎週',
  P1D: '毎日',
};

/** How soon, in words: 直ちに, 30分以内, 10日以内. */
export function withinWords(within: string): string {
  return Object.entries(withinNames).find(([id]) => id === within)?.[1] ?? `${durationWords(within)}以内`;
}

/** How often, in words: 毎年, 6か月ごと, 定期的に. */
export function everyWords(every: string): string {
  return often[every] ?? `${durationWords(every)}ごと`;
}
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
