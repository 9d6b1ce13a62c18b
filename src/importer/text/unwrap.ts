import type { Block, Diagnostic, Line } from '../model/block.ts';
import { joinLines } from '../tree/cut-line.ts';
import { readingsOf } from '../tree/marks.ts';
import { specialOf } from '../tree/special-lines.ts';
import { bracketed, captionBrackets, labelBracket } from '../tree/wording.ts';

/** Letters of a line as wide as they are printed: Latin ones half as wide as Japanese ones. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += /[\u0020-\u007e\uff61-\uff9f]/u.test(letter) ? 1 : 2;
  return width;
}

/** What is asked of a line to find the width of its text. */
interface Measured {
  width: number;
  /** Another line follows at once. */
  followed: boolean;
  /** That line may go on with this one. */
  unfinished: boolean;
}

/**
 * The width a text was wrapped at, if it was: many of the lines that another follows at once come close to it, or three that stop
 * within a sentence reach it.
 */
export function wrapWidth(lines: Measured[]): number | undefined {
  const widths = lines.filter(({ followed }) => followed).map(({ width }) => width);
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0);
  if (widths.length < 3 || widest < 40 || widest > 200) return undefined;
  const full = widths.filter((width) => width >= widest - 6).length;
  const stopped = lines.filter(({ width, unfinished }) => unfinished && width >= widest - 4).length;
  return full >= widths.length * 0.25 || stopped >= 3 ? widest : undefined;
}

/**
 * Joins lines that a fixed width broke into the paragraph they were: in plain text where the line before is as wide as the text was
 * wrapped at, by the widths of its lines with their indents; in Markdown, which has none, where it stops within a sentence.
 */
export function joinWrapped(blocks: Block[], widths: ReadonlyMap<number, number>, diagnostics: Diagnostic[]): Block[] {
  const markdown = widths.size === 0;
  const widthAt = ({ text, spot }: Line) => widths.get(spot.line ?? 0) ?? widthOf(text);
  const plain = blocks.filter((block): block is Line => block.kind === 'line');
  const width = markdown
    ? undefined
    : wrapWidth(
        plain.map((line, index) => {
          const next = plain[index + 1];
          const followed = next !== undefined && next.after === undefined;
          return { width: widthAt(line), followed, unfinished: followed && mayGoOn(line, next) };
        }),
      );
  if (!markdown && width === undefined) return blocks;
  const groups: Block[][] = [];
  for (const block of blocks) {
    const before = groups.at(-1)?.at(-1);
    const joins =
      block.kind === 'line' &&
      before?.kind === 'line' &&
      block.after === undefined &&
      mayGoOn(before, block) &&
      widthAt(before) >= (width === undefined ? 30 : width - 4);
    if (joins) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  const count = blocks.length - groups.length;
  if (count > 0) {
    diagnostics.push({
      kind: 'unwrapped',
      message: `行の幅で折り返された${count}か所を、一つの段落につなぎました。`,
      spot: {},
    });
  }
  return groups.flatMap((group) => {
    const [first, ...others] = group.filter((block): block is Line => block.kind === 'line');
    return first ? [joinLines([first, ...others])] : group;
  });
}

/** Whether a line can go on with the one before it: that one stops within a sentence, and it begins nothing of its own. */
export function mayGoOn(before: Line, line: Line): boolean {
  if (line.level !== undefined || line.numbered !== undefined || before.level !== undefined) return false;
  if (/[。．！？：:」』）)】＞>]$/u.test(before.text)) return false;
  const text = line.text.trim();
  if (specialOf(text) || labelBracket(text) || bracketed(text, captionBrackets) === text) return false;
  return readingsOf(text).every(({ weak }) => weak);
}
