import type { LetterKind, Letters } from './letters-schema.ts';

const always = ['company', 'campaign', 'list'] as const;
const common = [...always, 'person', 'recipient', 'business', 'dueOn', 'contact', 'sender', 'today'] as const;
const counts = ['circles', 'crosses', 'notApplicable', 'unanswered'] as const;
const returned = ['number', 'submittedOn'] as const;

/** What may stand in the lines of each letter. */
export const letterSlots = {
  invitation: [...common, 'scope', 'link'],
  receipt: [...common, ...returned, ...counts],
  remedy: [...common, ...returned, ...counts, 'items', 'answerBy', 'link'],
  again: [...common, 'reason', 'file', 'answerBy', 'link'],
  reminder: [...common, 'answerBy', 'link'],
} as const satisfies Record<LetterKind, readonly string[]>;

/** What may stand in the lines of one item. */
export const itemSlots = ['no', 'question', 'state', 'plannedOn', 'note', 'basis', 'remark', 'dueOn'] as const;

export type LetterSlot = (typeof letterSlots)[LetterKind][number];
export type ItemSlot = (typeof itemSlots)[number];

/** Names of letters as people read them. */
export const letterNames: Readonly<Record<LetterKind, string>> = {
  invitation: '回答のお願い',
  receipt: '受領のお知らせ',
  remedy: '改善のお願い',
  again: '再提出のお願い',
  reminder: '督促',
};

/** What is wrong with a slot: where, what was written, and what could be. */
export interface SlotFault {
  /** e.g. `letters.remedy.lines[3]` */
  path: string;
  slot: string;
  /** `brace`: a brace that begins or ends no slot; `alone`: {items} with something beside it. */
  kind: 'unknown' | 'brace' | 'alone';
  known: readonly string[];
}

export const slotForm = /\{([A-Za-z]+)\}/g;

/** Every slot that is none, in order of the file. */
export function findSlotFaults({ letters, item, reasons }: Letters): SlotFault[] {
  const ofLetters = Object.entries(letters).flatMap(([kind, { subject, lines }]) => {
    const at = `letters.${kind}`;
    const known = letterSlots[kind as LetterKind];
    return [
      ...faultsOf(subject, `${at}.subject`, always),
      ...lines.flatMap((line, index) => faultsOf(line, `${at}.lines[${index}]`, known)),
    ];
  });
  return [
    ...ofLetters,
    ...item.flatMap((line, index) => faultsOf(line, `item[${index}]`, itemSlots)),
    // Sentences that stand in the place of a slot have none themselves.
    ...Object.entries(reasons).flatMap(([id, text]) => faultsOf(text, `reasons.${id}`, [])),
  ];
}

function faultsOf(text: string, path: string, known: readonly string[]): SlotFault[] {
  const slots = [...text.matchAll(slotForm)].map(([, slot = '']) => slot);
  const unknown = slots
    .filter((slot) => !known.includes(slot))
    .map((slot) => ({ path, slot, kind: 'unknown', known }) as const);
  if (unknown.length > 0) return unknown;
  const brace = /[{}]/.exec(text.replace(slotForm, ''));
  if (brace) return [{ path, slot: brace[0], kind: 'brace', known }];
  const isAlone = !slots.includes('items') || text.trim() === '{items}';
  return isAlone ? [] : [{ path, slot: 'items', kind: 'alone', known }];
}
