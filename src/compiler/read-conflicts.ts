import { join } from 'node:path';
import type { Conflict, Position, Reason } from '../core/regulation/conflicts.ts';
import type { ConflictEntry } from '../core/regulation/conflicts-schema.ts';
import type { Library } from '../core/regulation/library.ts';
import { fillPlaceholders } from './check-uses.ts';
import { handbookFolder, resolveCitation } from './cite.ts';
import type { Faults, Place } from './faults.ts';
import type { InForce } from './in-force/in-force.ts';
import { reduceConflicts } from './in-force/reduce-registers.ts';
import { namedHandbooks } from './known.ts';
import { readRegister } from './parse-yaml.ts';
import { shapes } from './shapes.ts';

const name = 'conflicts.yaml';
type Known = Pick<Library, 'handbooks' | 'provisions' | 'hidden' | 'topics' | 'wording'>;

/**
 * The contradictions and differences of content/conflicts.yaml, in its order. Each sets two documents side by side, and
 * cites for each its own provisions.
 */
export async function linkConflicts(library: Known, inForce: InForce, faults: Faults): Promise<Conflict[]> {
  const file = join(faults.root, name);
  const entries = reduceConflicts(await readRegister(name, shapes.conflicts, faults, {}), inForce);
  return Object.entries(entries).map(([id, entry]) => {
    const at = (path: string) => ({ file, path: `${id}.${path}` });
    for (const [index, topic] of entry.topics.entries()) {
      faults.checkKnown('topic', topic, Object.entries(library.topics), at(`topics[${index}]`), 'topics.yaml');
    }
    checkDocuments(entry, library, at, faults);
    const { positions, title, topics, certainty, date } = entry;
    const fill = (text: string, path: string) => fillPlaceholders(text, library.wording, at(path), faults);
    const reasons: Reason[] = library.handbooks.flatMap(({ id: handbook }) => {
      const position = positions[handbook];
      if (!position || position === 'none' || position.why === undefined) return [];
      return [{ documents: [handbook], text: fill(position.why, `positions.${handbook}.why`) }];
    });
    if (entry.why !== undefined) reasons.push({ documents: [], text: fill(entry.why, 'why') });
    for (const [index, { documents, text }] of (entry.together ?? []).entries()) {
      reasons.push({ documents, text: fill(text, `together[${index}].text`) });
    }
    return {
      id,
      title,
      topics,
      certainty,
      date,
      isWords: entry.kind === 'words',
      reasons,
      positions: library.handbooks.flatMap(({ id: handbook }): Position[] => {
        const position = positions[handbook];
        if (!position) return [];
        if (position === 'none') return [{ handbook, says: undefined, citations: [] }];
        const path = `positions.${handbook}`;
        const citations = position.citations.flatMap((citation, index) =>
          resolve(library, handbook, citation, at(`${path}.citations[${index}]`), faults),
        );
        const { stance, rank } = position;
        return [{ handbook, says: fill(position.says, `${path}.says`), citations, stance, rank }];
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
  return provision ? [{ id, label: provision.label, url: provision.url, when: provision.when?.text }] : [];
}

function checkDocuments(
  { kind, positions, together = [] }: ConflictEntry,
  library: Known,
  at: (path: string) => Place,
  faults: Faults,
): void {
  const handbooks = namedHandbooks(library.handbooks);
  for (const handbook of Object.keys(positions)) {
    faults.checkKnown('handbook', handbook, handbooks, at(`positions.${handbook}`), 'sources/');
  }
  if (faults.isLost(name)) return;
  const speaking = Object.keys(positions).filter((handbook) => positions[handbook] !== 'none');
  if (speaking.length < 2) {
    const hint = '食い違いには、{ says, citations } のある文書が二つ以上要ります。';
    faults.add('一つの文書しか、何も言っていません。', at('positions'), hint);
    return;
  }
  for (const [index, { documents }] of together.entries()) {
    for (const [nth, handbook] of documents.entries()) {
      if (!faults.isMeant('handbook', handbook))
        faults.checkKnown('position', handbook, speaking, at(`together[${index}].documents[${nth}]`));
    }
  }
  for (const [handbook, position] of Object.entries(positions)) {
    if (kind !== 'words' || position === 'none') continue;
    const path = `positions.${handbook}`;
    if (position.rank !== undefined) {
      faults.add(
        '言葉の違いに、厳しい・緩いはありません。',
        at(`${path}.rank`),
        'rank か「kind: words」の、どちらかを消してください。',
      );
    }
    if (position.stance !== undefined) {
      faults.add(
        '言葉の違いは、何も禁じず、許しません。',
        at(`${path}.stance`),
        'stance か「kind: words」の、どちらかを消してください。',
      );
    }
  }
}
