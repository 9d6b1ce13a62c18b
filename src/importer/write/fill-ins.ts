import type { Line, Mark } from '../model/block.ts';
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

/**
 * Red words become blanks and blue ones choices where the words themselves say so too: a blank has a sign for what is
 * missing, a choice has its options apart by `/`.
 * @param idOf id for the n-th of a place, from its anchor
 */
export function planFillIns(
  parts: readonly ProvisionPart[],
  { short, idOf }: { short: string; idOf: (anchor: string, n: number) => string },
): FillInPlan {
  const plan: FillInPlan = { spans: new Map(), choices: {}, blanks: {}, unsure: [] };
  for (const part of parts) {
    let n = 0;
    for (const line of linesOf(part)) {
      for (const mark of joinMarks(line)) {
        const text = line.text.slice(mark.from, mark.to);
        const id = idOf(part.place.anchor, n + 1);
        const question = `${short} ${part.place.label}の「${toOneLine(text)}」`;
        const options = text.split('/').map((option) => option.trim());
        let tag: string;
        if (mark.colour === 'red' && open.test(text) && text.length <= longest && !text.includes('{{')) {
          plan.blanks[id] = { question: `${question}に入れる言葉`, printed: toOneLine(text) };
          tag = `Blank id="${id}"`;
        } else if (mark.colour === 'blue' && isChoice(options)) {
          const named = options.map((option, index) => [String.fromCharCode(97 + index), option] as const);
          plan.choices[id] = { question: `${question}のどれにするか`, options: Object.fromEntries(named) };
          tag = `Choice id="${id}"`;
        } else {
          plan.unsure.push({ line, text });
          continue;
        }
        n += 1;
        plan.spans.set(line, [...(plan.spans.get(line) ?? []), { from: mark.from, to: mark.to, tag, isEmpty: true }]);
      }
    }
  }
  return plan;
}

function isChoice(options: readonly string[]): boolean {
  const isWords = options.every((option) => option !== '' && option.length <= longest && !option.includes('{{'));
  return options.length >= 2 && options.length <= 9 && new Set(options).size === options.length && isWords;
}

function linesOf({ lines, table, bullets }: ProvisionPart): Line[] {
  const cells = table?.rows.flat().flatMap((cell) => cell.lines) ?? [];
  return [...lines, ...cells, ...bullets.map(({ line }) => line)];
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
