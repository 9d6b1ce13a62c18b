import type { Handbook } from '../core/regulation/library.ts';
import { footLine, type Noticed } from '../core/regulation/notice.ts';
import { toCssString } from '../core/text/css-string.ts';

/** A person's own papers, what is checked here, and the official words: none of them is a summary. */
const restsOnNone = /^(?:verify|desk|keys|tailoring|originals|404)\b/;

/** Style rule for the foot of a page's printed sheets: the site, and whether the text is a summary. @param id of the route */
export function pageFoot(id: string, site: string, handbooks: readonly Handbook[]): string {
  return `@page{@bottom-left{content:${toCssString(footLine(site, restsOn(id, handbooks)))}}}`;
}

/** The documents that a page rests on: that of its address, or all. */
function restsOn(id: string, handbooks: readonly Handbook[]): Noticed[] {
  if (restsOnNone.test(id)) return [];
  const parts = id.split('/');
  const named = handbooks.filter((handbook) => parts.includes(handbook.id));
  return (named.length > 0 ? named : handbooks).map(({ source }) => source);
}
