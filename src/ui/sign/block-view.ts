import type { SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import { toDom } from '../parts/markup.ts';
import { toBlockMarkup, toWrappedTable } from './block-markup.ts';
import type { SummaryTable } from './table-markup.ts';

/** One block of a summary. */
export function renderBlock(block: SummaryBlock): HTMLElement {
  return toDom(toBlockMarkup(block));
}

/** One table of a summary. */
export function renderSummaryTable(table: SummaryTable): HTMLElement {
  return toDom(toWrappedTable(table));
}
