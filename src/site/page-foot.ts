import type { Handbook } from '../core/regulation/library.ts';
import { footLine, type Noticed } from '../core/regulation/notice.ts';
import { toCssString } from '../core/text/css-string.ts';

/** What is filled in or printed by hand: it has a title, and says itself what it rests on. */
const paper = /^(?:checklists|forms|registers|documents)\/./;
/** A person's own papers, what is checked here, and the official words: none of them is a summary. */
const restsOnNone = /^(?:verify|desk|keys|tailoring|originals|404)\b/;

/**
 * Style rule for the foot of a page's printed sheets: of a document's page its title and chapter, of a paper its own title, of
 * any other page the site; and whether the text is a summary. While a person looks at what they have filled in, src/ui/sign/paper-foot.ts says more.
 * @param id of the route; @param title of the page
 */
export function pageFoot(id: string, site: string, handbooks: readonly Handbook[], title: string): string {
  const open = handbooks.find((handbook) => id === handbook.id || id.startsWith(`${handbook.id}/`));
  const name = open ? withChapter(open.source.title, title) : site;
  const foot = paper.test(id) ? title : footLine(name, restsOn(id, handbooks));
  return `@layer kitei.base{:root{--k-foot:${toCssString(foot)}}}`;
}

/** The page of a document that has but one is called after it. */
function withChapter(document: string, page: string): string {
  return page.includes(document) ? page : `${document}\u3000${page}`;
}

/** The documents that a page rests on: that of its address, or all. */
function restsOn(id: string, handbooks: readonly Handbook[]): Noticed[] {
  if (restsOnNone.test(id)) return [];
  const parts = id.split('/');
  const named = handbooks.filter((handbook) => parts.includes(handbook.id));
  return (named.length > 0 ? named : handbooks).map(({ source }) => source);
}
