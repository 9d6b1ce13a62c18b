import type { SummaryBlock } from './summary-document.ts';

/** The notice of a definition as its summary begins with it; none where all it rests on is in its own words. */
export function noticeBlock(notice: string): SummaryBlock[] {
  return notice === '' ? [] : [{ kind: 'paragraph', text: notice, tone: 'notice' }];
}
