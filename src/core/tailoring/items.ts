import type { FillIns } from './fill-ins.ts';
import { type Condition, isShown, listPaths, type Piece, type Wording } from './wording.ts';

/** A text that the company's own words complete, and where it stands. */
export interface Passage {
  /** e.g. `情報セキュリティ関連規程 6章 5. 本文` */
  label: string;
  /** Path from the site's base, with the anchor. */
  url: string;
  text: Piece[];
  /** Number, caption and time, which stand beside the text. */
  beside: Piece[];
  conditions: Condition[];
}

/** A choice, blank, month or contact, as the page of open items lists it. */
export interface FillInItem {
  /** In organization.yaml, e.g. `choices.byod`. */
  path: string;
  question: string;
  /** Options of a choice by id, with their words; none for what is written in. */
  options: Record<string, string> | undefined;
  /** What stands in the text while it is open. */
  printed: string;
  unit: string;
  /** Option id or text; undefined while it is open. */
  value: string | undefined;
  /** Where its words stand now; where a choice hides them they need no value. */
  places: { label: string; url: string }[];
  /** It has no value although the pages need one. */
  isOpen: boolean;
}

/** What organization.yaml holds besides the blanks of the sample: the pages name these themselves. */
export const siteBlanks = [
  { id: 'companyName', path: 'name', question: '会社名', printed: '株式会社〇〇〇〇' },
  { id: 'handbook', path: 'contacts.handbook', question: 'この規程集についての問合せ先', printed: '' },
  { id: 'incident', path: 'contacts.incident', question: '事故かもしれないと気づいたときの連絡先', printed: '' },
] as const;

/** Every item of content/choices.yaml and the site's own blanks, in the order of the files. */
export function listFillIns(fillIns: FillIns, wording: Wording, passages: readonly Passage[]): FillInItem[] {
  const places = indexPlaces(wording, passages);
  const item = (
    path: string,
    parts: Pick<FillInItem, 'question' | 'options' | 'printed' | 'unit'>,
    isNeeded = false,
  ) => {
    const value = wording.values.get(path);
    const found = places.get(path) ?? [];
    return { path, ...parts, value, places: found, isOpen: value === undefined && (isNeeded || found.length > 0) };
  };
  return [
    ...siteBlanks.map(({ path, question, printed }) =>
      item(path, { question, options: undefined, printed, unit: '' }, true),
    ),
    ...Object.entries(fillIns.choices).map(([id, { question, options }]) =>
      item(`choices.${id}`, { question, options, printed: Object.values(options).join('/'), unit: '' }),
    ),
    ...Object.entries(fillIns.blanks).map(([id, { question, printed, unit = '', in: group = 'blanks' }]) =>
      item(`${group}.${id}`, { question, options: undefined, printed, unit }),
    ),
  ];
}

function indexPlaces(wording: Wording, passages: readonly Passage[]): Map<string, FillInItem['places']> {
  const places = new Map<string, FillInItem['places']>();
  for (const { label, url, text, beside, conditions } of passages) {
    if (!isShown(wording, conditions)) continue;
    const open = conditions.map(({ choice }) => `choices.${choice}`);
    for (const path of new Set([...listPaths([...beside, ...text], wording), ...open])) {
      const list = places.get(path) ?? [];
      list.push({ label, url });
      places.set(path, list);
    }
  }
  return places;
}
