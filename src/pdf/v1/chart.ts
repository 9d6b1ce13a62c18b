import { type ChartLayout, layOutChart } from '../../record/v1/layout/chart.ts';
import { chartSizes } from '../../record/v1/layout/chart-box.ts';
import { words } from '../../record/v1/layout/words.ts';
import type { ChartBox, SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import type { TextStyle } from '../document/canvas.ts';
import { addElement, type StructureElement } from '../document/structure-tree.ts';
import { type Flow, placeLines } from './flow.ts';
import { paperStyles } from './paper/styles.ts';
import { inks, lines } from './styles.ts';

type ChartBlock = Extract<SummaryBlock, { kind: 'chart' }>;

const line: TextStyle = { size: chartSizes.line, leading: chartSizes.leading, ink: inks.strong };

/**
 * Draws who stands under whom: boxes and the lines between them, on one page. In the structure it is a list within a list,
 * which is how it is drawn as well where it is too large for a page.
 * @param after height of what stays with it, in points
 */
export function drawChart(flow: Flow, parent: StructureElement, { caption, boxes }: ChartBlock, after = 0): void {
  const layout = layOutChart(boxes);
  const captions = caption === '' ? [] : flow.breakText(caption, flow.area.width, paperStyles.caption);
  flow.skip(14);
  const height = captions.length * paperStyles.caption.leading + 6 + (layout ? layout.height * layout.scale : 60);
  // Where both do not fit a page, the picture goes before.
  const isKept = height + 10 + after <= flow.area.bottom - flow.area.top;
  flow.keep(height + (isKept ? 10 + after : 0));
  const list = addElement(parent, 'L');
  if (captions.length > 0) flow.setLines(addElement(list, 'Caption'), captions, flow.area.left, paperStyles.caption);
  flow.y += 6;
  if (layout) drawPicture(flow, bodiesOf(list), layout, boxes);
  else drawAsLines(flow, bodiesOf(list), boxes);
  flow.y += 10;
}

type NextBody = (depth: number) => StructureElement;

/** Gives an element for each box in turn, in that of the box it stands under, whose text is to be drawn before. */
function bodiesOf(list: StructureElement): NextBody {
  const lists = [list];
  let above = list;
  return (depth) => {
    lists.length = Math.min(lists.length, depth + 1);
    const into = lists[depth] ?? addElement(above, 'L');
    lists[depth] = into;
    above = addElement(addElement(into, 'LI'), 'LBody');
    return above;
  };
}

function drawPicture(flow: Flow, next: NextBody, layout: ChartLayout, given: readonly ChartBox[]): void {
  const { canvas, y: top } = flow;
  const { scale, width, height, rules, boxes } = layout;
  const left = flow.area.left + (flow.area.width - width * scale) / 2;
  const at = ([x, y]: readonly [number, number]): [number, number] => [left + x * scale, top + y * scale];
  const style = { ...line, size: line.size * scale, leading: line.leading * scale };
  for (const { from, to } of rules) canvas.rule(at(from), at(to), lines.thin, inks.frame);
  for (const [index, box] of boxes.entries()) {
    const [x, y] = at([box.x, box.y]);
    const body = next(given[index]?.depth ?? 0);
    canvas.box(x, y, box.width * scale, box.height * scale, { outline: inks.body, thickness: lines.thin });
    for (const { text, isTitle, y: textTop } of box.lines) {
      const own = isTitle ? { ...style, bold: true as const } : style;
      const begins = x + (box.width * scale - canvas.measure(text, own)) / 2;
      placeLines(canvas, body, [text], begins, top + textTop * scale, own);
    }
  }
  flow.y = top + height * scale;
}

function drawAsLines(flow: Flow, next: NextBody, boxes: readonly ChartBox[]): void {
  for (const { depth, title, lines: texts } of boxes) {
    const indent = Math.min(depth * 2 * line.size, flow.area.width / 2);
    const text = [title, ...texts].filter((part) => part !== '').join('　');
    const broken = flow.breakText(words.bullet + text, flow.area.width - indent, line);
    flow.setLines(next(depth), broken, flow.area.left + indent, line);
  }
}
