import { listProvisions, type Part, type SectionPart } from './outline.ts';

/** A page of the handbook. */
export interface PagePlan {
  /** File name without ending; the pages stand in its order. */
  name: string;
  title: string;
  parts: Part[];
}

/** A document of more provisions is read chapter by chapter. */
const mostOnOnePage = 60;
/** A chapter of more goes on in pages of its sections. */
const mostInChapter = 200;

/**
 * One page, or one a chapter; articles and headings without chapters stand together as far as a page holds them. The order
 * is kept.
 * @param opening whether words stand before all parts, the document's title among them
 */
export function splitPages(
  parts: readonly Part[],
  { title, hasOpening, isSplit }: { title: string; hasOpening: boolean; isSplit: boolean },
): PagePlan[] {
  if (!isSplit && count(parts) <= mostOnOnePage) return [{ name: 'index', title, parts: [...parts] }];
  const groups = group(parts.flatMap(spread));
  if (groups.length < 2) return [{ name: 'index', title, parts: [...parts] }];
  const [first = []] = groups;
  const opens = hasOpening || first[0]?.kind === 'provision';
  const all = hasOpening && first[0]?.kind === 'section' ? [[], ...groups] : groups;
  const width = String(all.length).length < 3 ? 2 : 3;
  return all.map((group, index) => {
    const name = String(opens ? index : index + 1).padStart(width, '0');
    return { name, title: titleOf(group, title), parts: group };
  });
}

/** The title of a section as a page has it. */
export function pageTitleOf({ number, caption }: Pick<SectionPart, 'number' | 'caption'>): string {
  return `${number} ${caption}`.trim();
}

function count(parts: readonly Part[]): number {
  return listProvisions(parts).length;
}

/** A long chapter of sections: its heading with what stands before them and the first of them, then the others. */
function spread(part: Part): Part[] {
  if (part.kind === 'provision' || count([part]) <= mostInChapter) return [part];
  const at = part.parts.findIndex(({ kind }) => kind === 'section');
  if (at === -1) return [part];
  const [first, ...others] = part.parts.slice(at).flatMap(spread);
  return [{ ...part, parts: [...part.parts.slice(0, at), ...(first ? [first] : [])] }, ...others];
}

function group(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    const goesOn =
      last &&
      first &&
      (part.kind === 'provision'
        ? // What stands between chapters belongs to the one before it.
          true
        : isSmall(part) && first.kind === 'section' && isSmall(first) && count([...last, part]) <= mostOnOnePage);
    if (goesOn) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** Articles and numbered headings stand together on a page, a chapter has its own. */
function isSmall(part: Part): boolean {
  return part.kind === 'section' && ['article', 'heading'].includes(part.place.node.kind);
}

function titleOf(group: readonly Part[], title: string): string {
  const sections = group.filter((part) => part.kind === 'section');
  const [first] = sections;
  const last = sections.at(-1);
  if (!first || !last) return title;
  if (first === last || !isSmall(first)) return pageTitleOf(first);
  const nameOf = (section: SectionPart) =>
    (section.place.node.kind === 'article' && section.number) || pageTitleOf(section);
  return `${nameOf(first)}〜${nameOf(last)}`;
}
