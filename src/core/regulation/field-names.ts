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
