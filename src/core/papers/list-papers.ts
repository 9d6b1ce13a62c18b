import { type ComparedDocument, listDocuments } from '../crosswalk/crosswalk.ts';
import type { Library } from '../regulation/library.ts';
import { type ListedRecord, listRecords, type Maker, phaseWords, toMaker } from '../regulation/record-list.ts';
import type { Phase, Source } from '../regulation/registers.ts';

/** A paper in one phase of the work. */
export interface Paper {
  /** `<phase>-<record>`: what is ticked; a paper of two phases is handed in twice. It lasts as long as the record's id. */
  key: string;
  record: ListedRecord;
  /** By whom it has to be approved before one goes on; '' where nobody is named. */
  approvedFirst: string;
}

/** The papers of one document, by phase. */
export interface DocumentPapers extends ComparedDocument {
  source: Source;
  isOurs: boolean;
  phases: { phase: Phase; words: string; papers: Paper[] }[];
  /** Its forms to which no paper above leads: a covering letter, a register that it does not name. */
  others: Maker[];
}

const phases = Object.keys(phaseWords).filter((key): key is Phase => key in phaseWords);

/** What each document wants written, those of the clients first; in each phase what comes first stands first. */
export function listPapers(library: Library): DocumentPapers[] {
  const records = listRecords(library);
  return listDocuments(library.handbooks, library.ours).flatMap((document): DocumentPapers[] => {
    const source = library.handbooks.find(({ id }) => id === document.id)?.source;
    const own = records.filter(({ handbook }) => handbook === document.id);
    if (!source || own.length === 0) return [];
    const isOurs = library.ours.includes(document.id);
    const inPhases = phases.map((phase) => ({ phase, words: phaseWords[phase], papers: papersIn(phase, own) }));
    const made = new Set(own.flatMap(({ forms }) => forms.map(({ url }) => url)));
    const makers = library.forms.filter((form) => form.handbook === document.id).map(toMaker);
    const others = makers.filter(({ url }) => !made.has(url));
    return [{ ...document, source, isOurs, phases: inPhases.filter(({ papers }) => papers.length > 0), others }];
  });
}

function papersIn(phase: Phase, records: readonly ListedRecord[]): Paper[] {
  return records
    .filter((record) => record.phases.includes(phase))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((record) => ({
      key: tickOf(phase, record),
      record,
      approvedFirst: record.approvedBy?.text ?? '',
    }));
}

/** What is ticked: the record of a document in one of its phases. */
export function tickOf(phase: Phase, { id, handbook }: Pick<ListedRecord, 'id' | 'handbook'>): string {
  return `${phase}-${id.slice(handbook.length + 1)}`;
}

const last = 9;
const soonness: Readonly<Record<string, number>> = { before: 1, immediately: 2, promptly: 3, after: 5 };

/** Leave comes before what it is for; then what is due soonest; what a document only mentions comes last. */
function rank({ kind, approvedBy, elsewhere, times }: ListedRecord): number {
  if (elsewhere) return last;
  if (kind === 'request' || approvedBy) return 0;
  // A duration comes between at once and afterwards; what has no time at all comes after those that have one.
  const ranks = times.map(({ within, every }) => (within ? (soonness[within] ?? 4) : every ? 7 : 6));
  return Math.min(last - 1, ...ranks);
}
