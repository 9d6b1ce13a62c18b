import type { SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import type { Flow } from './flow.ts';
import { paperStyles } from './paper/styles.ts';
import { sealGap, toSealHeight } from './seal.ts';

/** White above and below 記 and 以上: 以上 stands under a table, which leaves some. */
export const asideGaps = { center: { before: 8, behind: 6 }, end: { before: 4, behind: 2 } } as const;

/** White that a table leaves below it, and what is rounded: what is in the tail itself need not keep it again. */
const slack = 16;

/** Height of the rest of a tail, for a part of it. @param after as toTailHeight() gives it */
export function withoutSlack(after: number): number {
  return Math.max(0, after - slack);
}

/** A tail higher than this, two thirds of a page, goes its own way. */
const highestTail = 520;

/**
 * Height of what ends a sheet from `index` on: notes, 以上, the boxes to seal, the panel of the signature. None of it stands on
 * a page without what it is about. 0 where anything else is still to come.
 * @param panel height of what follows the last block, in points
 */
export function toTailHeight(flow: Flow, blocks: readonly SummaryBlock[], index: number, panel: number): number {
  const end = blocks.findIndex(({ kind }, at) => at >= index && kind === 'page');
  let height = 0;
  for (const block of blocks.slice(index, end < 0 ? undefined : end)) {
    if (block.kind === 'seal') height += toSealHeight(block);
    else if (block.kind === 'paragraph' && block.tone === 'end')
      height += asideGaps.end.before + paperStyles.body.leading + asideGaps.end.behind;
    else if (block.kind === 'paragraph' && block.tone === 'note') height += toNoteHeight(flow, block.text);
    else return 0;
  }
  const whole = height + (end < 0 && panel > 0 ? sealGap + panel : 0);
  const kept = whole <= highestTail ? whole : height;
  return kept > 0 && kept <= highestTail ? kept + slack : 0;
}

function toNoteHeight(flow: Flow, text: string): number {
  return flow.breakText(text, flow.area.width, paperStyles.note).length * paperStyles.note.leading + 1;
}
