import type { ChartBox } from '../../record/v1/summary/summary-document.ts';
import { type MarkupElement, markup } from '../parts/markup.ts';

/** Who stands under whom, as a list within a list. */
export function toChartList(boxes: readonly ChartBox[], depth = 0): MarkupElement {
  const own = [...boxes.keys()].filter((index) => boxes[index]?.depth === depth);
  const items = own.map((start, at) => {
    const under = boxes.slice(start + 1, own[at + 1] ?? boxes.length);
    const text = toBoxText(boxes[start]);
    return markup('li', {}, text, ...(under.length > 0 ? [toChartList(under, depth + 1)] : []));
  });
  return markup('ul', {}, ...items);
}

/** A box on one line. */
export function toBoxText(box: ChartBox | undefined): string {
  return box ? [box.title, ...box.lines].filter((text) => text !== '').join('　') : '';
}
