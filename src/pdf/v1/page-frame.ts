import { words } from '../../record/v1/layout/words.ts';
import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import type { Canvas, TextStyle } from '../document/canvas.ts';
import { addElement, type StructureElement } from '../document/structure-tree.ts';
import type { Flow } from './flow.ts';
import { inks, lines, styles } from './styles.ts';

/** Draws the head of the first page: who asks, the title, and under it what identifies the document. */
export function drawTitle(flow: Flow, parent: StructureElement, summary: SummaryDocument, generator: string): void {
  const { issuer } = summary;
  if (issuer !== undefined) {
    const texts = flow.breakText(issuer, flow.area.width, styles.issuer);
    flow.setLines(addElement(parent, 'P'), texts, flow.area.left, styles.issuer);
    flow.y += 2;
  }
  flow.setLines(
    addElement(parent, 'H1'),
    flow.breakText(summary.title, flow.area.width, styles.title),
    flow.area.left,
    styles.title,
  );
  flow.y += 2;
  const facts = [
    `${words.number} ${summary.number}`,
    `${words.version} ${summary.definition.version}`,
    `${words.generator} ${generator}`,
  ].join('　　');
  flow.setLines(
    addElement(parent, 'P'),
    flow.breakText(facts, flow.area.width, styles.meta),
    flow.area.left,
    styles.meta,
  );
  flow.y += 8;
}

/**
 * Draws on every page, once their number is known: title, document number, page n / N.
 * @param generator of papers, whose head has no place for it and the version of the definition
 */
export function drawFooters({ canvas, area }: Flow, summary: SummaryDocument, generator?: string): void {
  const style = styles.footer;
  for (let page = 1; page <= canvas.pageCount; page++) {
    canvas.goToPage(page);
    canvas.rule([area.left, area.footer - 14], [area.right, area.footer - 14], lines.hair, inks.line);
    const place = (text: string, x: number): void => canvas.text(undefined, [{ text, x, y: area.footer }], style);
    const number = toIdentity(summary, generator);
    const count = `${page} / ${canvas.pageCount}`;
    const countX = area.right - canvas.measure(count, style);
    const numberX = countX - 24 - canvas.measure(number, style);
    place(shorten(summary.title.replaceAll('\n', ' '), numberX - area.left - 24, canvas, style), area.left);
    place(number, numberX);
    place(count, countX);
  }
}

/** A blank paper has no number. */
function toIdentity({ number, definition }: SummaryDocument, generator: string | undefined): string {
  const numbered = `${words.number} ${number}`;
  if (generator === undefined) return numbered;
  const made = [`${words.version} ${definition.version}`, `${words.generator} ${generator}`];
  return [...(number === '' ? [] : [numbered]), ...made].join('　');
}

/** The longest beginning of a text that fits, with … in place of the rest. */
function shorten(text: string, width: number, canvas: Canvas, style: TextStyle): string {
  if (canvas.measure(text, style) <= width) return text;
  const characters = text.match(/[^\p{M}]\p{M}*/gsu) ?? [];
  while (characters.length > 0 && canvas.measure(`${characters.join('')}…`, style) > width) characters.pop();
  return `${characters.join('')}…`;
}
