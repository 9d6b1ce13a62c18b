import type { ChecklistSection } from './definition.ts';

/** `2. 人的管理`: a section under its place, unless its own words begin with a number, as those of a company's list may. */
export function titleOf({ title }: Pick<ChecklistSection, 'title'>, place: number): string {
  return /^[\p{P}\p{S}\s]*第?[\p{Nd}一二三四五六七八九十]+[章節編部.．、)）\s-]/u.test(title)
    ? title
    : `${place}. ${title}`;
}
