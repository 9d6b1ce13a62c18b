import { join } from 'node:path';
import { ContentError } from '../core/content-error.ts';
import type { Conflict, Position } from '../core/regulation/conflicts.ts';
import { type ConflictEntry, ConflictsSchema } from '../core/regulation/conflicts-schema.ts';
import type { Library } from '../core/regulation/library.ts';
import { fillPlaceholders } from './check-uses.ts';
import { unknownId } from './parse-content.ts';
import { readYaml } from './read-tailoring.ts';

const name = 'conflicts.yaml';
type Known = Pick<Library, 'handbooks' | 'provisions' | 'hidden' | 'topics' | 'wording'>;

/**
 * The contradictions and differences of content/conflicts.yaml, in its order.
 * @throws ContentError for an unknown topic, handbook, provision or role, for a citation from another handbook, and for
 * an entry that does not set two documents side by side.
 */
export async function linkConflicts(root: string, library: Known): Promise<Conflict[]> {
  const file = join(root, name);
  const entries = await readYaml(root, name, ConflictsSchema);
  return Object.entries(entries).map(([id, entry]) => {
    entry.topics.forEach((topic, index) => {
      const known = Object.keys(library.topics);
      if (!known.includes(topic)) throw unknownId('topic', topic, known, file, `${id}.topics[${index}]`);
    });
    checkDocuments(id, entry, library, file);
    const { positions, stricter, ...rest } = entry;
    return {
      ...rest,
      id,
      why: fillPlaceholders(entry.why, library.wording, file, `${id}.why`),
      positions: library.handbooks.flatMap(({ id: handbook }): Position[] => {
        const position = positions[handbook];
        if (!position) return [];
        const isStrictest = stricter.includes(handbook);
        if (position === 'none') return [{ handbook, says: undefined, citations: [], isStrictest }];
        const path = `${id}.positions.${handbook}`;
        const says = fillPlaceholders(position.says, library.wording, file, `${path}.says`);
        const citations = position.citations.flatMap((citation, index) =>
          resolve(library, handbook, citation, file, `${path}.citations[${index}]`),
        );
        return [{ handbook, says, citations, isStrictest }];
      }),
    };
  });
}

function resolve({ provisions, hidden }: Known, handbook: string, id: string, file: string, path: string) {
  const known = [...provisions.keys(), ...hidden.keys()].filter((key) => key.startsWith(`${handbook}:`));
  if (!known.includes(id)) throw unknownId('citation', id, known, file, path);
  const provision = provisions.get(id);
  // What the company's choices take off the pages cannot be opened.
  return provision ? [{ id, label: provision.label, url: provision.url }] : [];
}

function checkDocuments(id: string, { kind, positions, stricter }: ConflictEntry, library: Known, file: string): void {
  const known = library.handbooks.map((handbook) => handbook.id);
  for (const handbook of Object.keys(positions)) {
    if (!known.includes(handbook)) throw unknownId('handbook', handbook, known, file, `${id}.positions.${handbook}`);
  }
  const speaking = Object.keys(positions).filter((handbook) => positions[handbook] !== 'none');
  if (speaking.length < 2) {
    throw new ContentError('only one document says something.', {
      file,
      path: `${id}.positions`,
      hint: 'A difference has two documents with { says, citations } or more.',
    });
  }
  if (stricter === 'none') return;
  stricter.forEach((handbook, index) => {
    if (!speaking.includes(handbook)) throw unknownId('position', handbook, speaking, file, `${id}.stricter[${index}]`);
  });
  if (kind === 'words') {
    throw new ContentError('words are not more or less strict.', {
      file,
      path: `${id}.stricter`,
      hint: 'Write "stricter: none", or another kind.',
    });
  }
}
