import type { Line, Mark } from '../model/block.ts';
import { type BlankContext, contextOf, listFillInLines } from './blank-context.ts';
import { toOneLine } from './escape.ts';
import type { ProvisionPart } from './outline.ts';
import type { Span } from './spans.ts';

/** What the document leaves to the company, by its colours: entries of choices.yaml, and where they stand in the text. */
export interface FillInPlan {
  spans: Map<Line, Span[]>;
  choices: Record<string, { question: string; options: Record<string, string> }>;
  blanks: Record<string, { question: string; printed: string }>;
  /** Coloured words that are neither a blank nor a choice for certain. */
  unsure: { line: Line; text: string }[];
}

/** ○, ＿ and the like, or the letters of a date, stand for words that are missing. */
const open = /[○〇◯＿＊]|_{2,}|\*{2,}|y{2,4}|mm|dd/i;
const longest = 40;

/** How a plan calls what it finds. */
export interface FillInNames {
  /** Short name of the document. */
  short: string;
  /** Id for the n-th of a place, from its anchor. */
  idOf(anchor: string, n: number): string;
  /** Ids that a provision's page names already and keeps, in order. */
  keptIn(part: ProvisionPart): readonly string[];
}

/**
 * Red words become blanks and blue ones choices where the words themselves say so too: a blank has a sign for what is
 * missing, a choice has its options apart by `/`. Where the same words stand in the same sentence, or the same row of a
 * table, it is one that is asked once.
 */
export function planFillIns(parts: readonly ProvisionPart[], { short, idOf, keptIn }: FillInNames): FillInPlan {
  const plan: FillInPlan = { spans: new Map(), choices: {}, blanks: {}, unsure: [] };
  const read = parts.map((part) => {
    const found = findAll(part);
    const asked = found.filter(({ kind }) => kind !== 'unsure');
    plan.unsure.push(...found.filter(({ kind }) => kind === 'unsure'));
    const kept = keptIn(part);
    return { part, asked, kept, ids: kept.length === asked.length ? kept : [] };
  });
  const taken = new Set(read.flatMap(({ kept }) => kept));
  const known = new Map<string, string>();
  // What the pages call it already comes first, wherever it stands.
  for (const { asked, ids } of read) {
    for (const [index, id] of ids.entries()) note(known, asked[index]?.key, id);
  }
  for (const { part, asked, ids } of read) {
    for (const [index, { line, mark, text, kind, options, key, name }] of asked.entries()) {
      const same = key === undefined ? undefined : known.get(key);
      const id = ids[index] ?? same ?? freeId(idOf(part.place.anchor, index + 1), taken);
      taken.add(id);
      note(known, key, id);
      const question = `${short} ${part.place.label}${name}の「${toOneLine(text)}」`;
      if (kind === 'Blank') plan.blanks[id] ??= { question: `${question}に入れる言葉`, printed: toOneLine(text) };
      else plan.choices[id] ??= { question: `${question}のどれにするか`, options };
      const span = { from: mark.from, to: mark.to, tag: `${kind} id="${id}"`, isEmpty: true };
      plan.spans.set(line, [...(plan.spans.get(line) ?? []), span]);
    }
  }
  return plan;
}

function note(known: Map<string, string>, key: string | undefined, id: string): void {
  if (key !== undefined && !known.has(key)) known.set(key, id);
}

interface Found extends BlankContext {
  line: Line;
  mark: Mark;
  text: string;
  kind: 'Blank' | 'Choice' | 'unsure';
  options: Record<string, string>;
}

function findAll(part: ProvisionPart): Found[] {
  return listFillInLines(part).flatMap((one) =>
    joinMarks(one.line).map((mark): Found => {
      const text = one.line.text.slice(mark.from, mark.to);
      const options = text.split('/').map((option) => option.trim());
      const isBlank = mark.colour === 'red' && open.test(text) && text.length <= longest && !text.includes('{{');
      const kind = isBlank ? 'Blank' : mark.colour === 'blue' && isChoice(options) ? 'Choice' : 'unsure';
      const named = options.map((option, index) => [String.fromCharCode(97 + index), option] as const);
      const { key, name } = contextOf(one, mark.from, mark.to);
      const own = key === undefined ? undefined : `${kind}\n${key}`;
      return { line: one.line, mark, text, kind, options: Object.fromEntries(named), key: own, name };
    }),
  );
}

/** An id that a page keeps, of words that have moved, is another's. */
function freeId(own: string, taken: ReadonlySet<string>): string {
  let id = own;
  for (let more = 2; taken.has(id); more += 1) id = `${own}x${more}n1`;
  return id;
}

function isChoice(options: readonly string[]): boolean {
  const isWords = options.every((option) => option !== '' && option.length <= longest && !option.includes('{{'));
  return options.length >= 2 && options.length <= 9 && new Set(options).size === options.length && isWords;
}

/** Marks of one colour that only a sign between options parts are one; spaces at their ends do not count. */
function joinMarks({ text, marks = [] }: Line): Mark[] {
  const joined: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    const between = last && text.slice(last.to, mark.from);
    if (last && last.colour === mark.colour && (between === '' || between === '/')) last.to = mark.to;
    else joined.push({ ...mark });
  }
  return joined.flatMap((mark) => {
    const words = text.slice(mark.from, mark.to);
    const from = mark.from + (words.length - words.trimStart().length);
    const to = mark.to - (words.length - words.trimEnd().length);
    return from < to ? [{ ...mark, from, to }] : [];
  });
}
