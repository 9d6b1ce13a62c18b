import { layOutChart } from '../../record/v1/layout/chart.ts';
import { chartSizes, type PlacedBox } from '../../record/v1/layout/chart-box.ts';
import type { ChartBox, SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import { type MarkupElement, markup } from '../parts/markup.ts';
import { toBoxText, toChartList } from './chart-list.ts';

type ChartBlock = Extract<SummaryBlock, { kind: 'chart' }>;

/** Of the screen, for a point. */
const pixels = 4 / 3;

/**
 * Who stands under whom: a picture where it fits on a page, and the same as a list within a list, which is there for all
 * (below the picture it is folded, and not printed).
 */
export function toChartMarkup({ caption, boxes }: ChartBlock): MarkupElement {
  const list = toChartList(boxes);
  const picture = toPicture(caption, boxes);
  return markup(
    'figure',
    { class: 'k-chart' },
    ...(caption === '' ? [] : [markup('figcaption', {}, caption)]),
    ...(picture ? [picture, markup('details', {}, markup('summary', {}, '文字で読む'), list)] : [list]),
  );
}

function toPicture(caption: string, boxes: readonly ChartBox[]): MarkupElement | undefined {
  const layout = layOutChart(boxes);
  if (!layout) return undefined;
  const { width, height, rules } = layout;
  const toPixels = (points: number) => String(Math.ceil((points + 2) * layout.scale * pixels));
  const said = boxes.map(toBoxText).join('、');
  const lines = rules.map(({ from, to }) => `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`).join('');
  const svg = markup(
    'svg',
    {
      viewBox: `-1 -1 ${width + 2} ${height + 2}`,
      width: toPixels(width),
      height: toPixels(height),
      role: 'img',
    },
    markup('title', {}, caption || '体制図'),
    markup('desc', {}, said),
    markup('path', { d: lines, class: 'k-chart__lines' }),
    ...layout.boxes.map(toBox),
  );
  const wrap = { class: 'k-tablewrap k-chart__wrap', tabindex: '0', role: 'region', 'aria-label': caption || '体制図' };
  return markup('div', wrap, svg);
}

function toBox({ x, y, width, height, lines }: PlacedBox): MarkupElement {
  const texts = lines.map(({ text, isTitle, y: top }) => {
    const base = top + (chartSizes.leading - chartSizes.line) / 2 + chartSizes.line * 0.88;
    return markup(
      'text',
      { x: String(x + width / 2), y: base.toFixed(2), ...(isTitle && { class: 'k-chart__head' }) },
      text,
    );
  });
  const box = { x: String(x), y: String(y), width: String(width), height: String(height) };
  return markup('g', {}, markup('rect', box), ...texts);
}
