import { sha256 } from '@noble/hashes/sha2.js';
import type { ChecklistAnswers, GivenAnswer } from '../../../../src/record/v1/checklist/answers.ts';
import type { CheckItem, ChecklistDefinition } from '../../../../src/record/v1/checklist/definition.ts';
import { meaningOf } from '../../../../src/record/v1/checklist/meaning.ts';

function item(id: string, number: CheckItem['number'], text: string, more: Partial<CheckItem> = {}): CheckItem {
  return { id, number, text, basis: [], meaning: meaningOf({ text, ...more }, sha256), ...more };
}

/** A company's own list with an answer of every kind: no provision cited, numbers as printed. */
export const kinds: ChecklistDefinition = {
  id: 'own-list',
  version: 1,
  title: '取引先の情報管理に関する質問票',
  lead: '取引先の担当者が記入し、年に1回返送する。',
  notice: '',
  addedFields: { legend: '送り先', note: 'わかる範囲で書いてください' },
  notApplicable: '取引がない',
  sections: [
    {
      id: 's1',
      title: '体制',
      items: [
        item('q-1-1', '1-1', '{{role:securityOfficer}}を決めている'),
        item('q-1-2', '1-2', '情報を扱う従業員の人数', { answer: { kind: 'number', unit: '人' } }),
        item('q-1-3', '1-3', '規程を最後に改定した日', { answer: { kind: 'date' }, evidence: '規程の改定履歴' }),
      ],
    },
    {
      id: 's2',
      title: '取扱い',
      items: [
        item('q-2-1', '(2)', '再委託の予定', { answer: { kind: 'one', options: ['ある', 'ない', '検討している'] } }),
        item('q-2-2', 'A3', '使っている媒体', {
          answer: { kind: 'several', options: ['紙', 'USBメモリ', 'クラウド'] },
          clauses: '0123456789abcdef',
        }),
        item('q-2-3', 3, '事故が起きたときの連絡の流れ', { answer: { kind: 'text' } }),
        item('q-2-4', 4, '研修の受講率', { answer: { kind: 'number', unit: '%' } }),
      ],
    },
  ],
};

const [one, two] = kinds.sections;
const items = [...(one?.items ?? []), ...(two?.items ?? [])];

/** An answer to one of the items that ask for no state, as it reads today. */
export function given(id: string, values: string[], more: Partial<GivenAnswer> = {}): GivenAnswer {
  const found = items.find((one) => one.id === id);
  if (!found) throw new Error(`No item ${id}.`);
  const { meaning, clauses } = found;
  return { given: values, evidence: '', note: '', meaning, ...(clauses ? { clauses } : {}), ...more };
}

/** All but the last answered. */
export const kindsAnswered: ChecklistAnswers = {
  format: 'kitei-answers/1',
  kind: 'checklist',
  checklist: 'own-list',
  version: 1,
  header: {
    company: '株式会社𠮷野',
    checker: '髙橋﨑子・𩸽・辻\u{E0100}・邉\u{E0102}',
    checkedOn: '2026-11-20',
    recipient: '見本市役所',
    business: '',
  },
  items: {
    'q-1-1': {
      status: 'partial',
      evidence: '体制図',
      evidenceOn: '2025-11-01',
      evidenceUntil: '2026-10-31',
      note: '総会で決める',
      dueOn: '2027-03-31',
      meaning: items[0]?.meaning ?? '',
    },
    'q-1-2': given('q-1-2', ['1200'], { note: '派遣を含む' }),
    'q-1-3': given('q-1-3', ['2026-04-01'], { evidence: '改定履歴 第7版', evidenceUntil: '2027-03-31' }),
    'q-2-1': given('q-2-1', ['検討している'], { note: '来年度' }),
    'q-2-2': given('q-2-2', ['紙', 'クラウド']),
    'q-2-3': given('q-2-3', ['気づいた者が上長へ。\n上長が窓口へ、1時間以内に電話する。']),
  },
};
