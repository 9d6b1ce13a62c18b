import type { Basis } from '../../../../src/record/v1/basis.ts';
import type { DecisionDefinition } from '../../../../src/record/v1/decision/definition.ts';

export function basis(citation: string): Basis[] {
  return [{ citation, label: `規程 ${citation.split(':')[1]}`, href: `/company/#${citation.split(':')[1]}` }];
}

/** Small, and of every kind: a condition, several clients, a setting, and two documents that differ. */
export const definition: DecisionDefinition = {
  id: 'take-out',
  version: 2,
  title: '持ち出しの判定',
  lead: '媒体を持ち出してよいかを判定します。',
  notice: '要旨です。',
  remarks: ['原文は、例外を書いていません。'],
  layout: 'steps',
  questions: [
    {
      id: 'clients',
      kind: 'several',
      clients: true,
      text: 'どこの仕事ですか',
      help: '',
      when: [],
      options: [
        { id: 'nerima', text: '練馬区', help: '' },
        { id: 'rodokyoku', text: '労働局', help: '' },
      ],
    },
    {
      id: 'medium',
      kind: 'one',
      text: '何で持ち出しますか',
      help: '',
      when: [],
      options: [
        { id: 'usb', text: 'USBメモリ', help: '' },
        { id: 'paper', text: '書類', help: '' },
      ],
    },
    {
      id: 'encrypted',
      kind: 'one',
      text: '暗号化していますか',
      help: '',
      when: [{ medium: { any: ['usb'] } }],
      options: [
        { id: 'yes', text: 'している', help: '' },
        { id: 'no', text: 'していない', help: '' },
      ],
    },
    {
      id: 'byod',
      kind: 'setting',
      text: '私物を使わせるか',
      help: '',
      when: [],
      options: [
        { id: 'allowed', text: '使える', help: '' },
        { id: 'forbidden', text: '禁止する', help: '' },
      ],
      value: 'unset',
    },
  ],
  outcomes: [
    { id: 'forbidden', title: '持ち出してはならない', text: '暗号化していません。', basis: basis('company:a1') },
    { id: 'allowed', title: '持ち出してよい', text: '許可を得ます。', basis: basis('company:a2') },
  ],
  rules: [
    { when: [{ encrypted: { any: ['no'] } }], outcome: 'forbidden', basis: [] },
    { when: [{ encrypted: { none: ['no'] } }], outcome: 'allowed', basis: basis('company:a3') },
  ],
  duties: [
    {
      id: 'permission',
      stage: 'before',
      text: '許可を得る。',
      source: '規程',
      who: '従業員',
      record: '',
      when: [],
      basis: basis('company:a4'),
      stance: { point: 'taking-out', says: 'allowed' },
    },
    {
      id: 'register',
      stage: 'record',
      text: '管理簿に書く。',
      source: '練馬区',
      who: '',
      record: '管理簿',
      when: [{ clients: { any: ['nerima'] } }],
      basis: basis('nerima:a1'),
    },
    {
      id: 'bureau',
      stage: 'never',
      text: '組織の外へ持ち出してはならない。',
      source: '労働局',
      who: '',
      record: '',
      when: [{ clients: { any: ['rodokyoku'] } }],
      basis: basis('rodokyoku:a1'),
      stance: { point: 'taking-out', says: 'forbidden' },
    },
    {
      id: 'bag',
      stage: 'during',
      text: '鍵のかかるかばんに入れる。',
      source: '規程',
      who: '',
      record: '',
      when: [{ medium: { any: ['paper'] } }],
      basis: basis('company:a5'),
    },
  ],
  contradictions: [
    {
      point: 'taking-out',
      positions: [
        { source: '労働局', text: '認めません。' },
        { source: '規程', text: '認めます。' },
      ],
      text: '委託元に確かめます。',
    },
  ],
};
