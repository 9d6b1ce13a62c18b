import type { FormColumn, FormTable } from '../../record/v1/form/definition.ts';
import { foldText } from '../text/fold.ts';
import { similarity, toPairs } from '../text/similarity.ts';
import { toCore } from './same-words.ts';
import { ownHeadings } from './to-sheet.ts';

/**
 * Where a column of a sheet goes: the id of a column, or one of these, which no id looks like. `own`: what kitei itself wrote
 * beside the entry, and reads from the entry.
 */
export const places = { note: '+note', mark: '+mark', struck: '+struck', own: '+own', nowhere: '' } as const;
export type Place = string;

/** A heading with some of what stands below it. */
export interface SheetColumn {
  heading: string;
  samples: readonly string[];
}

/** What else is written over a column elsewhere, by the id of the column. */
export type OtherNames = Readonly<Record<string, readonly string[]>>;

/** Less alike than this is another thing. */
const least = 0.5;

/** How well headings suit a table; 0 where nothing is known of them. */
export function weighHeadings(headings: readonly string[], table: FormTable, others: OtherNames = {}): number {
  const free = new Set(table.columns);
  return headings.reduce((sum, heading) => {
    const [best, weight] = bestOf(heading, [...free], others);
    if (!best || weight < least) return sum;
    free.delete(best);
    return sum + weight;
  }, 0);
}

/**
 * Guesses where each column of a sheet goes: the likest labels first, each once; what is left goes to the label that names it
 * as a part of its own, into the note where there is one, a time beside its day, a running number nowhere.
 */
export function matchColumns(columns: readonly SheetColumn[], table: FormTable, others: OtherNames = {}): Place[] {
  const isOurs = columns.some(({ heading }) => heading === ownHeadings.mark);
  const found = columns.map(({ heading }) => (isOurs ? findOwn(heading, table) : undefined));
  const pairs = columns.flatMap((column, at) =>
    found[at] === undefined && !isRunningNumber(column)
      ? table.columns.map((target) => ({ at, target, weight: weigh(column, target, others) }))
      : [],
  );
  const taken = new Set<string>();
  for (const { at, target, weight } of pairs.sort((a, b) => b.weight - a.weight)) {
    if (weight < least || found[at] !== undefined || taken.has(target.id)) continue;
    found[at] = target.id;
    taken.add(target.id);
  }
  joinDays(columns, found, table);
  giveDays(columns, found, table);
  joinParts(columns, found, table);
  const rest = findNote(table) ? places.note : places.nowhere;
  return columns.map((column, at) => {
    const place = found[at];
    if (place !== undefined) return place;
    const before = table.columns.find(({ id }) => id === found[at - 1]);
    if (before?.kind === 'moment' && isTime(column)) return before.id;
    return isRunningNumber(column) || column.samples.length === 0 ? places.nowhere : rest;
  });
}

/** A column of days has no column of its own where the times of that day have theirs: it goes to the first of these. */
function joinDays(
  columns: readonly SheetColumn[],
  found: (Place | undefined)[],
  { columns: targets }: FormTable,
): void {
  const isMoment = (place: Place | undefined) => targets.some(({ id, kind }) => id === place && kind === 'moment');
  const first = columns.findIndex((column, at) => isMoment(found[at]) && hasTimesAlone(column));
  // A heading that says day needs fewer that can be read.
  const least = (heading: string) => (/日付|月日|^日$/.test(heading) ? 0.3 : 0.7);
  const isDays = ({ heading, samples }: SheetColumn) => shareOf(samples, looksLikeDay) > least(heading);
  const days = columns.findIndex((column, at) => found[at] === undefined && isDays(column));
  if (first >= 0 && days >= 0) found[days] = found[first];
}

/** Days that no label is like are those of the entry, where these are nowhere else: 廃棄年月日 over 日時. */
function giveDays(
  columns: readonly SheetColumn[],
  found: (Place | undefined)[],
  { columns: targets }: FormTable,
): void {
  const asked = targets.find(({ kind, required }) => required && (kind === 'date' || kind === 'moment'));
  if (!asked || found.includes(asked.id)) return;
  const at = columns.findIndex(
    ({ samples }, index) => found[index] === undefined && shareOf(samples, looksLikeDay) > 0.7,
  );
  if (at >= 0) found[at] = asked.id;
}

/** 会社名 and 氏名 go into 入る人（所属・氏名）, which asks for both; a day is no part, as it may be that of the entry. */
function joinParts(
  columns: readonly SheetColumn[],
  found: (Place | undefined)[],
  { columns: targets }: FormTable,
): void {
  const parts = targets.flatMap(({ id, label }) => {
    const [, inside = /[・、]/.test(label) ? label : ''] = /（(.+)）$/.exec(label) ?? [];
    return inside
      .split(/[・、]|と、/)
      .filter((part) => part !== '' && toParts(part)[1] !== '日')
      .map((part) => ({ id, part }));
  });
  for (const [at, column] of columns.entries()) {
    if (found[at] !== undefined || column.samples.length === 0 || isRunningNumber(column)) continue;
    const asked = parts.find(({ part }) => compareNames(column.heading, part) >= 0.6);
    if (asked) found[at] = asked.id;
  }
}

/** The column of a table that takes what has no column of its own. */
export function findNote({ columns }: FormTable): FormColumn | undefined {
  return columns.find(({ label, kind }) => (kind === 'line' || kind === 'text') && noteWords.test(foldText(label)));
}

const noteWords = /^(?:備考|摘要|特記事項|メモ|その他)/;

/** A column of the table may be called as one of ours is; then ours is the second. */
function findOwn(heading: string, { columns }: FormTable): Place | undefined {
  const name = heading.replace(/ \(2\)$/, '');
  if (name === heading && columns.some(({ label }) => label === heading)) return undefined;
  if (name === ownHeadings.mark) return places.mark;
  if (name === ownHeadings.struck) return places.struck;
  return Object.values(ownHeadings).some((own) => own === name) ? places.own : undefined;
}

function weigh({ heading, samples }: SheetColumn, column: FormColumn, others: OtherNames): number {
  const alike = likeness(heading, column, others);
  if (samples.length === 0 || alike === 1) return alike;
  const days = shareOf(samples, looksLikeDay);
  const times = column.kind === 'moment' ? shareOf(samples, looksLikeTime) : 0;
  const isDay = column.kind === 'date' || column.kind === 'moment';
  if (isDay && days + times < 0.3) return alike - 0.4;
  if (!isDay && days > 0.7) return alike - 0.3;
  return fitsOptions(samples, column) ? alike : alike - 0.3;
}

/** Where only some words can be chosen, some of what stands there has to be among them. */
function fitsOptions(samples: readonly string[], { options, open }: FormColumn): boolean {
  if (!options || open) return true;
  const offered = options.map(foldText);
  const count = samples.filter((text) => offered.some((option) => foldText(text).includes(option))).length;
  return count >= samples.length * 0.3;
}

function bestOf(heading: string, columns: readonly FormColumn[], others: OtherNames): [FormColumn | undefined, number] {
  return columns.reduce<[FormColumn | undefined, number]>(
    (best, column) => {
      const weight = likeness(heading, column, others);
      return weight > best[1] ? [column, weight] : best;
    },
    [undefined, 0],
  );
}

function likeness(heading: string, { id, label }: FormColumn, others: OtherNames): number {
  const names = [label, ...((Object.hasOwn(others, id) ? others[id] : undefined) ?? [])];
  return Math.max(...names.map((name) => compareNames(heading, name)));
}

/** How alike two headings are, from 0 to 1; 1 is the same but for width and spaces. */
export function compareNames(one: string, other: string): number {
  if (foldText(one) === foldText(other)) return 1;
  if (noteWords.test(foldText(one)) && noteWords.test(foldText(other))) return 0.9;
  const [[bare, core], [otherBare, otherCore]] = [toParts(one), toParts(other)];
  if (bare === '' || otherBare === '') return 0;
  if (bare === otherBare) return 0.95;
  if (core.length > 1 && core === otherCore) return 0.9;
  const [short, long] = core.length < otherCore.length ? [core, otherCore] : [otherCore, core];
  const part = short.length > 1 && long.includes(short) ? 0.4 + (0.5 * short.length) / long.length : 0;
  return Math.max(part, 0.85 * similarity(toPairs(core), toPairs(otherCore)));
}

const known = new Map<string, readonly [bare: string, core: string]>();

/** Each heading is held against each column. */
function toParts(name: string): readonly [bare: string, core: string] {
  const bare = toBare(name);
  const parts = known.get(name) ?? ([bare, toCore(bare)] as const);
  if (known.size > 2000) known.clear();
  known.set(name, parts);
  return parts;
}

/** Without what stands in brackets, marks of what is required, and numbers before it. */
function toBare(name: string): string {
  return foldText(name)
    .replace(/[([【〔].*?[)\]】〕]/g, '')
    .replace(/^[0-9①-⑳]+[.)、]?|[*※:・]/g, '');
}

/** `2026/11/2`, `令和8年11月2日`, `H30.4.1`, with a time behind it or not. */
export function looksLikeDay(text: string): boolean {
  return /^(?:\d{4}|[RHSrhs]\d{1,2}|(?:令和|平成|昭和)[\d元]{1,2})\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}/.test(
    text.normalize('NFKC'),
  );
}

/** `9:05`, `午後2時`: a time of a day that is said elsewhere. */
export function looksLikeTime(text: string): boolean {
  return /^(?:午[前後])?\s*\d{1,2}[:時]\d{0,2}分?(?::\d{2})?$/.test(text.normalize('NFKC'));
}

function isTime(column: SheetColumn): boolean {
  return /時刻|時間|^時$/.test(column.heading) || hasTimesAlone(column);
}

function hasTimesAlone({ samples }: SheetColumn): boolean {
  return samples.length > 0 && samples.every(looksLikeTime);
}

function shareOf(samples: readonly string[], fits: (text: string) => boolean): number {
  return samples.length === 0 ? 0 : samples.filter(fits).length / samples.length;
}

/** Whether a column only counts the rows: nothing is lost with it. */
export function isRunningNumber({ heading, samples }: SheetColumn): boolean {
  return (
    /^(?:no|番号|連番|項番|通番|#|№)\.?$/i.test(foldText(heading)) && samples.every((text) => /^\d+\.?$/.test(text))
  );
}
