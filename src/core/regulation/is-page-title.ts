import type { HandbookPageEntry } from './library.ts';
import type { SectionAttributes } from './provision.ts';

/** Whether a section is what its page is about, e.g. a chapter with a page of its own: then the title says it already. */
export function isPageTitle(
  { title }: Pick<HandbookPageEntry, 'title'>,
  { number, caption, level = 2 }: Pick<SectionAttributes, 'number' | 'caption' | 'level'>,
): boolean {
  return level === 2 && title === `${number} ${caption}`.trim();
}
