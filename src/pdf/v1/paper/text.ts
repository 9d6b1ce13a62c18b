import { splitMark } from '../../../record/v1/layout/paragraph-mark.ts';
import type { TextStyle } from '../../document/canvas.ts';
import type { StructureElement } from '../../document/structure-tree.ts';
import { type Flow, placeLines } from '../flow.ts';

/** Sets lines in the middle of the page or at its right, and moves down. */
export function setAligned(
  flow: Flow,
  element: StructureElement,
  texts: readonly string[],
  style: TextStyle,
  where: 'center' | 'end',
): void {
  for (const text of texts) {
    flow.keep(style.leading);
    const left = flow.area.width - flow.canvas.measure(text, style);
    placeLines(flow.canvas, element, [text], flow.area.left + (where === 'center' ? left / 2 : left), flow.y, style);
    flow.y += style.leading;
  }
}

/**
 * Sets a paragraph: each of its lines begins one character in, or hangs beside its mark (`（注1）`, `1`, `ア`, `・`, `※`).
 * @param indents false for notes, which begin at the edge where they have no mark
 */
export function setParagraph(
  flow: Flow,
  element: StructureElement,
  text: string,
  style: TextStyle,
  indents: boolean,
): void {
  for (const line of text.split('\n')) {
    const { mark, rest } = splitMark(line);
    const indent = mark === '' ? 0 : flow.canvas.measure(mark, style);
    const begins = mark === '' && indents && !/^[\s\u3000]/.test(line) ? '\u3000' : '';
    const lines = flow.breakText(begins + rest, flow.area.width - indent, style);
    flow.keep(Math.min(2, lines.length) * style.leading);
    placeLines(flow.canvas, element, [mark], flow.area.left, flow.y, style);
    flow.setLines(element, lines, flow.area.left + indent, style);
  }
}
