import type { Conflict } from '../regulation/conflicts.ts';
import type { Handbook, Library } from '../regulation/library.ts';
import type { Provision } from '../regulation/provision.ts';
import { type ListedRecord, listRecords } from '../regulation/record-list.ts';
import { topicPath } from './topic-path.ts';

/** A record as every view tells of it, with the provisions on a topic that name it. */
export interface RecordDuty extends ListedRecord {
  provisions: Provision[];
}

/** What one document says on one topic. */
export interface Cell {
  handbook: string;
  provisions: Provision[];
  records: RecordDuty[];
}

/** One topic across all documents. */
export interface TopicRow {
  id: string;
  name: string;
  /** Path of its page from the site's base. */
  path: string;
  /** One for each document, in the same order for every topic; empty where it says nothing. */
  cells: Cell[];
  conflicts: Conflict[];
}

/** A document as pickers and tables name it. */
export interface ComparedDocument {
  id: string;
  /** As citations name it. */
  short: string;
  /** As one says for whom one works: `練馬区`; the company's own rules are 自社の規程. */
  client: string;
}

/** The documents that are compared: the clients' first, then the company's own. @param ours ids of its handbooks */
export function listDocuments(handbooks: readonly Handbook[], ours: readonly string[]): ComparedDocument[] {
  // Of several of its own each has to be told from the others.
  const nameOf = (short: string) => (ours.length > 1 ? short : '自社の規程');
  const isOurs = (id: string) => ours.includes(id);
  return handbooks
    .filter(({ pages }) => pages.length > 0)
    .toSorted((a, b) => Number(isOurs(a.id)) - Number(isOurs(b.id)))
    .map(({ id, source }) => ({
      id,
      short: isOurs(id) ? nameOf(source.short) : source.short,
      client: isOurs(id) ? nameOf(source.short) : source.publisher,
    }));
}

/** Every topic that some provision has, in order of the register, with what each document says on it. */
export function buildCrosswalk(library: Library): TopicRow[] {
  const documents = listDocuments(library.handbooks, library.ours);
  const provisions = [...library.provisions.values()];
  const records = new Map(listRecords(library).map((record) => [record.id, record]));
  return Object.entries(library.topics).flatMap(([id, name]) => {
    const onTopic = provisions.filter(({ topics }) => topics.includes(id));
    const conflicts = library.conflicts.filter(({ topics }) => topics.includes(id));
    if (onTopic.length === 0) return [];
    const cells = documents.map(({ id: handbook }): Cell => {
      const said = onTopic.filter((provision) => provision.handbook === handbook);
      return { handbook, provisions: said, records: recordsOf(said, records) };
    });
    return [{ id, name, path: topicPath(id), cells, conflicts }];
  });
}

/** The records that these provisions name, in their order. */
function recordsOf(provisions: readonly Provision[], records: ReadonlyMap<string, ListedRecord>): RecordDuty[] {
  const duties = new Map<string, RecordDuty>();
  for (const provision of provisions) {
    for (const id of provision.deliverables) {
      const record = records.get(`${provision.handbook}:${id}`);
      if (!record) continue;
      const duty = duties.get(id) ?? { ...record, provisions: [] };
      duty.provisions.push(provision);
      duties.set(id, duty);
    }
  }
  return [...duties.values()];
}
