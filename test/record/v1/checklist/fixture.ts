import type { ChecklistAnswers, StatusAnswer } from '../../../../src/record/v1/checklist/answers.ts';
import type { CheckItem, ChecklistDefinition } from '../../../../src/record/v1/checklist/definition.ts';

function item(id: string, number: number, text: string): CheckItem {
  return {
    id,
    number,
    text,
    guidance: '文書に書かれ、交代のたびに直されていること。',
    evidence: '体制図、任命書',
    basis: [
      {
        citation: `company:09-9-2-${number}`,
        label: `社内規程 9-2 No.${number}`,
        href: `/company/09/#09-9-2-${number}`,
      },
    ],
    meaning: number.toString(16).padStart(16, '0'),
  };
}

/** Two sections, four items. */
export const definition: ChecklistDefinition = {
  id: 'contractor-security',
  version: 2,
  title: '委託先情報セキュリティ対策状況確認リスト',
  lead: '委託先が記入し、委託元へ提出する。',
  notice: '「情報セキュリティ関連規程」の要旨です。正文ではありません。判断は契約書・正文によってください。',
  sections: [
    {
      id: 'organization',
      title: '社内体制',
      items: [item('manager', 1, '責任者を決めている'), item('rules', 2, '規程を整えている')],
    },
    {
      id: 'people',
      title: '人的管理',
      items: [item('training', 6, '教育を行い、記録している'), item('pledge', 7, '守秘の約束を得ている')],
    },
  ],
};

/** An answer to the item with this number. */
export function answer(number: number, change: Partial<StatusAnswer>): StatusAnswer {
  return {
    status: 'done',
    evidence: '',
    note: '',
    dueOn: '',
    meaning: number.toString(16).padStart(16, '0'),
    ...change,
  };
}

/** One item of each kind: 実施, 一部実施・予定, 対象外, and one without an answer. */
export const filled: ChecklistAnswers = {
  format: 'kitei-answers/1',
  kind: 'checklist',
  checklist: 'contractor-security',
  version: 2,
  header: {
    company: '株式会社𠮷野',
    checker: '髙橋 﨑子',
    checkedOn: '2026-11-20',
    recipient: '',
    business: '窓口業務',
  },
  items: {
    manager: answer(1, { evidence: '体制図 第3版' }),
    rules: answer(2, { status: 'partial', note: '改訂中', dueOn: '2027-03-31' }),
    training: answer(6, { status: 'notApplicable', note: '従業員がいない' }),
  },
};

/** A summary or definition with a piece of its JSON replaced, the first time it stands there. */
export function changed<T>(value: T, from: string, to: string): T {
  const text = JSON.stringify(value);
  if (!text.includes(from)) throw new Error(`${from} is not there.`);
  return JSON.parse(text.replace(from, () => to));
}
