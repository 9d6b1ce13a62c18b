import { words } from '../../record/v1/layout/words.ts';
import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import type { Canvas, TextStyle } from '../document/canvas.ts';
import { addElement, type StructureElement } from '../document/structure-tree.ts';
import type { Flow } from './flow.ts';
import { inks, lines, styles } from './styles.ts';

/** Draws the head of the first page: who asks, the title, and under it what identifies the document. */
export function drawTitle(flow: Flow, parent: StructureElement, summary: SummaryDocument): void {
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
  flow.setLines(
    addElement(parent, 'P'),
    flow.breakText(`${words.number} ${summary.number}`, flow.area.width, styles.meta),
    flow.area.left,
    styles.meta,
  );
  flow.y += 8;
}

const gap = 24;

/**
 * Draws on every page, once their number is known: title, whose it is, document number, page n / N; on the last one also the
 * version of the definition, and what made the file.
 */
export function drawFooters({ canvas, area }: Flow, summary: SummaryDocument, generator: string): void {
  const style = styles.footer;
  const { title, company, number, definition } = summary;
  for (let page = 1; page <= canvas.pageCount; page++) {
    canvas.goToPage(page);
    canvas.rule([area.left, area.footer - 14], [area.right, area.footer - 14], lines.hair, inks.line);
    const place = (text: string, x: number, y = area.footer): void => canvas.text(undefined, [{ text, x, y }], style);
    // A blank paper has no number.
    const facts = [...(number === '' ? [] : [`${words.number} ${number}`]), `${page} / ${canvas.pageCount}`];
    const widths = facts.map((text) => canvas.measure(text, style));
    const begins = widths.map((_, at) => area.right - widths.slice(at).reduce((sum, width) => sum + width + gap, -gap));
    const room = (begins[0] ?? area.right) - area.left - gap;
    const whose = company === undefined ? '' : `　${shorten(company, room / 2, canvas, style)}`;
    const what = shorten(title.replaceAll('\n', ' '), room - canvas.measure(whose, style), canvas, style);
    place(what + whose, area.left);
    for (const [at, text] of facts.entries()) place(text, begins[at] ?? area.left);
    if (page < canvas.pageCount) continue;
    const made = `${words.version} ${definition.version}　${words.generator} ${generator}`;
    place(made, area.right - canvas.measure(made, style), area.footer + style.leading);
  }
}

/** The longest beginning of a text that fits, with … in place of the rest. */
function shorten(text: string, width: number, canvas: Canvas, style: TextStyle): string {
  if (canvas.measure(text, style) <= width) return text;
  const characters = text.match(/[^\p{M}]\p{M}*/gsu) ?? [];
  while (characters.length > 0 && canvas.measure(`${characters.join('')}…`, style) > width) characters.pop();
  return `${characters.join('')}…`;
}
