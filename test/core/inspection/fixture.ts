import type { InspectedPassage, InspectionInput } from '../../../src/core/inspection/input.ts';
import type { Wording } from '../../../src/core/tailoring/wording.ts';

export const wording: Wording = {
  values: new Map(),
  roles: { officer: '統括責任者', staff: '社員' },
  blanks: { capacity: { path: 'blanks.capacity', printed: '〇TB', unit: 'TB' } },
  choices: { devices: { allowed: '許可', forbidden: '禁止' } },
};

/** A passage of the company's own rules, or of the client's document with articles. */
export function passage(
  text: InspectedPassage['text'] | string,
  more: Partial<InspectedPassage> = {},
): InspectedPassage {
  const { handbook = 'company', id = `${handbook}:p1` } = more;
  const url = `${handbook}/#${id.split(':')[1]}`;
  const pieces = typeof text === 'string' ? [text] : text;
  return { label: `${handbook} ${id}`, url, text: pieces, beside: [], conditions: [], handbook, id, ...more };
}

export function heading(text: string, id: string, more: Partial<InspectedPassage> = {}): InspectedPassage {
  return passage(text, { id, isHeading: true, ...more });
}

/** An input in which nothing is to be found, with these passages. */
export function inputOf(passages: InspectedPassage[], rules: Partial<InspectionInput['rules']> = {}): InspectionInput {
  return {
    handbooks: [
      {
        id: 'company',
        short: '規程',
        isOwn: true,
        roles: [
          { id: 'officer', meaning: '統括する者' },
          { id: 'staff', meaning: '働く者' },
        ],
        terms: ['{{role:staff}}', '情報資産'],
        articles: [],
      },
      {
        id: 'client',
        short: '特記事項',
        isOwn: false,
        roles: [{ id: 'manager', name: '管理責任者', meaning: '管理する者' }],
        terms: [],
        articles: ['第1条（目的）', '第2条第1項', '第2条第3号', '第3条の二'],
      },
    ],
    passages,
    fillIns: { choices: {}, blanks: {} },
    rules: { checkedOn: '2026-11-21', products: [], variants: [], commonWords: [], ...rules },
  };
}
