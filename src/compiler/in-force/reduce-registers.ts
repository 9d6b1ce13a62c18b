import type { ChecklistFile } from '../../core/checklist/file-schema.ts';
import type { ConflictEntry } from '../../core/regulation/conflicts-schema.ts';
import { handbookOf, type InForce } from './in-force.ts';
import { Places } from './places.ts';

/**
 * A check list without citations of documents that are off. An item goes with the last of its citations, a section with its
 * items; the list goes with the last provision of its basis, or the last item. A list that cites nothing stays as it is.
 * @returns why it is left out, where it is
 */
export function reduceChecklist(
  list: ChecklistFile,
  inForce: InForce,
): { list: ChecklistFile; places: Places; without: string[] } | { reason: string } {
  const places = new Places();
  const cite = (citations: readonly string[], path: string) =>
    places.keep(path, citations, (one) => (inForce.isOffCitation(one) ? undefined : one));
  const { basis: given = [] } = list;
  const basis = cite(given, 'basis');
  if (given.length > 0 && basis.length === 0) {
    const documents = [...new Set(given.map(handbookOf))].join(', ');
    return { reason: `載せない文書（${documents}）に拠るためです。` };
  }
  const sections = places.keep('sections', list.sections, (section, s) => {
    const items = places.keep(`sections[${s}].items`, section.items, (item, i) => {
      if (!item.citations) return item;
      const citations = cite(item.citations, `sections[${s}].items[${i}].citations`);
      return item.citations.length > 0 && citations.length === 0 ? undefined : { ...item, citations };
    });
    return section.items.length > 0 && items.length === 0 ? undefined : { ...section, items };
  });
  if (sections.length === 0) return { reason: '全部の項目が、載せない文書に拠るためです。' };
  const items = list.sections.flatMap((section) => section.items);
  const cited = [...given, ...items.flatMap(({ citations = [] }) => citations)];
  const without = [...inForce.off].filter((id) => cited.some((one) => handbookOf(one) === id)).sort();
  return { list: { ...list, ...(list.basis && { basis }), sections }, places, without };
}

/**
 * The points on which two or more documents in force say something. Words for documents that meet go where one of them is
 * off.
 */
export function reduceConflicts(
  entries: Record<string, ConflictEntry>,
  inForce: InForce,
): Record<string, ConflictEntry> {
  if (inForce.off.size === 0) return entries;
  return Object.fromEntries(
    Object.entries(entries).flatMap(([id, entry]) => {
      const positions = inForce.keep(entry.positions);
      const wasWhole = Object.keys(positions).length === Object.keys(entry.positions).length;
      const speaking = Object.values(positions).filter((position) => position !== 'none');
      if (!wasWhole && speaking.length < 2) return [];
      const together = entry.together?.filter(({ documents }) => !documents.some((one) => inForce.isOff(one)));
      const { together: _, ...rest } = entry;
      return [[id, { ...rest, positions, ...(together && together.length > 0 && { together }) }]];
    }),
  );
}
