import type { Numberer, PrintedNumber } from './numberer.ts';
import type { ParagraphProperties } from './properties.ts';
import type { Style } from './styles.ts';

/** Outline level as blocks count it, 1 outermost; `undefined` for body text. */
export function levelOf({ outline }: ParagraphProperties): number | undefined {
  return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined;
}

/** A letter of the usual 10.5 points. */
const letterWidth = 210;

/** How many letters its lines stand in; a first line set in by one, as Japanese paragraphs are, does not count. */
export function depthOf(properties: ParagraphProperties): number | undefined {
  const { start, startLetters, hanging = 0, hangingLetters } = properties;
  if (start === undefined && startLetters === undefined) return undefined;
  const left = startLetters ? startLetters / 100 : (start ?? 0) / letterWidth;
  const out = startLetters && hangingLetters !== undefined ? hangingLetters / 100 : hanging / letterWidth;
  return Math.min(9, Math.max(0, Math.round(left - out)));
}

/**
 * Counts a paragraph in its list, its own or its style's. A paragraph's own level wins, then the level that the list gives
 * to its style, then the style's.
 */
export function numberFor(
  style: Style,
  own: ParagraphProperties,
  numberer: Numberer,
): { number: PrintedNumber; level: number } | undefined {
  const list = own.list ?? style.paragraph.list;
  if (list === undefined || list === '0') return undefined;
  const level =
    own.listLevel ??
    style.chain.map((id) => numberer.levelOfStyle(list, id)).find((it) => it !== undefined) ??
    (own.list === undefined ? style.paragraph.listLevel : undefined) ??
    0;
  const number = numberer.next(list, level);
  return number && { number, level };
}
