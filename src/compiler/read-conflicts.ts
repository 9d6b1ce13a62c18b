import { join } from 'node:path';
import type { Conflict, Position } from '../core/regulation/conflicts.ts';
import type { ConflictEntry } from '../core/regulation/conflicts-schema.ts';
import type { Library } from '../core/regulation/library.ts';
import { fillPlaceholders } from './check-uses.ts';
import { handbookFolder, resolveCitation } from './cite.ts';
import type { Faults, Place } from './faults.ts';
import { namedHandbooks } from './known.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';

const name = 'conflicts.yaml';
type Known = Pick<Library, 'handbooks' | 'provisions' | 'hidden' | 'topics' | 'wording'>;

/**
 * The contradictions and differences of content/conflicts.yaml, in its order. Each sets two documents side by side, and
 * cites for each its own provisions.
 */
export async function linkConflicts(library: Known, faults: Faults): Promise<Conflict[]> {
  const file = join(faults.root, name);
  const entries = (await readYaml(name, shapes.conflicts, faults)) ?? {};
  return Object.entries(entries).map(([id, entry]) => {
    const at = (path: string) => ({ file, path: `${id}.${path}` });
    for (const [index, topic] of entry.topics.entries()) {
      faults.checkKnown('topic', topic, Object.entries(library.topics), at(`topics[${index}]`), 'topics.yaml');
    }
    checkDocuments(entry, library, at, faults);
    const { positions, stricter, ...rest } = entry;
    return {
      ...rest,
      id,
      why: fillPlaceholders(entry.why, library.wording, at('why'), faults),
      positions: library.handbooks.flatMap(({ id: handbook }): Position[] => {
        const position = positions[handbook];
        if (!position) return [];
        const isStrictest = stricter.includes(handbook);
        if (position === 'none') return [{ handbook, says: undefined, citations: [], isStrictest }];
        const path = `positions.${handbook}`;
        const says = fillPlaceholders(position.says, library.wording, at(`${path}.says`), faults);
        const citations = position.citations.flatMap((citation, index) =>
          resolve(library, handbook, citation, at(`${path}.citations[${index}]`), faults),
        );
        return [{ handbook, says, citations, isStrictest }];
      }),
    };
  });
}

function resolve(library: Known, handbook: string, id: string, place: Place, faults: Faults) {
  const found = resolveCitation(library, id, place, faults);
  if (found && found.handbook !== handbook) {
    const known = [...library.provisions.keys()].filter((key) => key.startsWith(`${handbook}:`));
    faults.unknown('citation', id, known, place, handbookFolder(`${handbook}:`, library.handbooks));
  }
  const provision = library.provisions.get(id);
  // What the company's choices take off the pages cannot be opened.
  return provision ? [{ id, label: provision.label, url: provision.url }] : [];
}

function checkDocuments(
  { kind, positions, stricter }: ConflictEntry,
  library: Known,
  at: (path: string) => Place,
  faults: Faults,
): void {
  const handbooks = namedHandbooks(library.handbooks);
  for (const handbook of Object.keys(positions)) {
    faults.checkKnown('handbook', handbook, handbooks, at(`positions.${handbook}`), 'sources/');
  }
  const speaking = Object.keys(positions).filter((handbook) => positions[handbook] !== 'none');
  if (faults.isLost(name)) return;
  if (speaking.length < 2) {
    const hint = 'A difference has two documents with { says, citations } or more.';
    faults.add('only one document says something.', at('positions'), hint);
    return;
  }
  if (stricter === 'none') return;
  for (const [index, handbook] of stricter.entries()) {
    if (!faults.isMeant('handbook', handbook))
      faults.checkKnown('position', handbook, speaking, at(`stricter[${index}]`));
  }
  if (kind === 'words') {
    faults.add('words are not more or less strict.', at('stricter'), 'Write "stricter: none", or another kind.');
  }
}
