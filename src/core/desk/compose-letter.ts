import { formatDate } from '../text/date.ts';
import type { Campaign } from './desk.ts';
import { type ItemSlot, type LetterSlot, slotForm } from './letter-slots.ts';
import type { AgainReason, LetterKind, Letters } from './letters-schema.ts';
import type { Remedy } from './remedies.ts';
import type { DeskRow } from './table.ts';

/** A letter: plain text, the same for a mail, for A4 and for a PDF. An empty line parts paragraphs. */
export interface ComposedLetter {
  subject: string;
  lines: string[];
}

/** What a letter is about. */
export interface LetterFacts {
  campaign: Campaign;
  row: DeskRow;
  /** Of the company, for 改善のお願い; what is done is left out. */
  remedies?: readonly Remedy[];
  /** Name of the organisation that writes; '' for none. */
  sender: string;
  /** Full address of the list with its invitation; '' where the site's address is not known. */
  link: string;
  /** By when an answer is asked for, `YYYY-MM-DD` or ''. */
  answerBy: string;
  /** `YYYY-MM-DD` */
  today: string;
}

type Slots<Slot extends string> = Partial<Record<Slot, string>>;

/** Puts a letter together; a line of which a slot has no value is left out. */
export function composeLetter(
  kind: LetterKind,
  facts: LetterFacts,
  { letters, item, reasons }: Letters,
): ComposedLetter {
  const { subject, lines } = letters[kind];
  const reason = againReasonOf(facts.row);
  const slots: Slots<LetterSlot> = { ...slotsOf(facts), reason: reason ? reasons[reason] : '' };
  const items = (facts.remedies ?? []).filter(({ doneOn }) => doneOn === '').map((one) => fillLines(item, itemOf(one)));
  const body = lines.flatMap((line) => (line.trim() === '{items}' ? joinItems(items) : fillLines([line], slots)));
  return { subject: fillLines([subject], slots)[0] ?? '', lines: tidy(body) };
}

/** A letter as it is copied into a mail. */
export function letterText({ lines }: ComposedLetter): string {
  return `${lines.join('\n')}\n`;
}

/** Which letter a row asks for; undefined where a person has to look first, or where nobody knows whom to write to. */
export function letterOf(row: DeskRow): LetterKind | undefined {
  if (!row.company) return undefined;
  if (row.kind === 'refused') return 'again';
  if (row.kind === 'missing') return 'reminder';
  if (row.kind === 'remedy') return 'remedy';
  if (row.kind === 'done') return 'receipt';
  return againReasonOf(row) ? 'again' : undefined;
}

/** Why a row is asked for again: the first of its reasons that the company can mend; undefined for none. */
export function againReasonOf({ reasons }: Pick<DeskRow, 'reasons'>): AgainReason | undefined {
  return againReasons.find((one) => reasons.includes(one));
}

const againReasons: readonly AgainReason[] = [
  'changed',
  'unreadable',
  'unlike',
  'unsigned',
  'contradicted',
  'altered',
  'other-list',
  'not-ours',
  'no-answers',
  'older-version',
  'signed-before',
];

function slotsOf({ campaign, row, sender, link, answerBy, today }: LetterFacts): Slots<LetterSlot> {
  const { company, shown, counts, submittedOn } = row;
  const count = (number: number | undefined) => (number === undefined ? '' : String(number));
  return {
    company: company?.name ?? row.name,
    person: company?.person ?? '',
    campaign: campaign.name,
    list: campaign.tool.title,
    recipient: campaign.recipient,
    business: campaign.business,
    dueOn: formatDate(campaign.dueOn),
    scope: campaign.scope,
    contact: campaign.contact,
    sender: sender || campaign.recipient,
    link,
    answerBy: formatDate(answerBy),
    today: formatDate(today),
    number: shown?.documentNumber ?? '',
    submittedOn: formatDate(submittedOn),
    file: shown?.name ?? '',
    circles: count(counts?.circles),
    crosses: count(counts?.crosses),
    notApplicable: count(counts?.notApplicable),
    unanswered: count(counts?.unanswered),
  };
}

function itemOf({ item, state, kind, plannedOn, note, basis, remark }: Remedy): Slots<ItemSlot> {
  return {
    no: String(item.number),
    question: item.text,
    state,
    // The last day of a record that no longer holds is no plan.
    plannedOn: kind === 'expired' ? '' : formatDate(plannedOn),
    note,
    basis: basis.join('、'),
    remark: remark?.text ?? '',
    dueOn: formatDate(remark?.dueOn ?? ''),
  };
}

/** Lines with their slots filled in, on one line each; without those of which a slot has no value. */
function fillLines(lines: readonly string[], slots: Slots<string>): string[] {
  return lines.flatMap((line) => {
    const names = [...line.matchAll(slotForm)].map(([, slot = '']) => slot);
    if (names.some((name) => (slots[name] ?? '') === '')) return [];
    return [line.replace(slotForm, (_, name: string) => toLine(slots[name] ?? ''))];
  });
}

function toLine(text: string): string {
  return text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
}

function joinItems(items: readonly string[][]): string[] {
  return items.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Without empty lines at the ends, and never two of them. */
function tidy(lines: readonly string[]): string[] {
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
  return kept.at(-1) === '' ? kept.slice(0, -1) : kept;
}
