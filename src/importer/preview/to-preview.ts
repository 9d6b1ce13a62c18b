import type { Modality, WrittenWhen } from '../../core/regulation/provision.ts';
import type { UnderstoodDocument } from '../import-document.ts';
import type { Diagnostic } from '../model/block.ts';
import type { Certainty, Inferred, InferredFields, Named } from '../model/fields.ts';
import type { NodeKind } from '../model/tree.ts';
import type { Part } from '../write/outline.ts';
import { outlineOf } from '../write/plan-places.ts';
import { describeSpot } from '../write/spots.ts';

/** A field as the page shows it: names instead of ids. */
export interface Shown<T> {
  value: T;
  certainty: Certainty | 'person';
}

/** The fields of a place, for showing and correcting. */
export interface ShownFields {
  actors?: Shown<string[]>;
  approvers?: Shown<string[]>;
  modality?: Shown<Modality>;
  when?: Shown<WrittenWhen>;
  deliverables?: Shown<string[]>;
  topics?: Shown<string[]>;
}

/** A cell of a table with its paragraphs. */
export interface PreviewCell {
  lines: string[];
  columns: number;
  rows: number;
}

/** One place of the document as it will stand on its page, in reading order. */
export interface PreviewPlace {
  anchor: string;
  kind: NodeKind;
  isHeading: boolean;
  /** How many headings stand around it. */
  depth: number;
  number: string;
  caption: string;
  /** How one cites it. */
  label: string;
  lines: string[];
  table: PreviewCell[][] | undefined;
  fields: ShownFields;
}

/** How many of a kind the document has, in the words of the page. */
export interface PreviewCounts {
  chapters: number;
  articles: number;
  headings: number;
  provisions: number;
  tables: number;
}

/** Something to be looked at, with its place in words: `第3条第2項（40段落目）`. */
export interface PreviewNote {
  place: string;
  message: string;
}

/** A document as it was understood; plain data, so that a worker can send it. */
export interface Preview {
  title: string;
  counts: PreviewCounts;
  places: PreviewPlace[];
  notes: PreviewNote[];
}

const chapterKinds: ReadonlySet<NodeKind> = new Set(['part', 'chapter', 'section', 'subsection', 'division']);

/** What a page shows of a document that was understood: the places that its handbook will have. */
export function toPreview({
  tree,
  fields,
  diagnostics,
}: Pick<UnderstoodDocument, 'tree' | 'fields' | 'diagnostics'>): Preview {
  const places = outlineOf(tree, fields).flatMap((part) => toPlaces(part, 0, fields));
  const count = (wanted: (place: PreviewPlace) => boolean) => places.filter(wanted).length;
  return {
    title: tree.title[0]?.text.trim() ?? '',
    counts: {
      chapters: count(({ kind, isHeading }) => isHeading && chapterKinds.has(kind)),
      articles: count(({ kind, isHeading }) => isHeading && kind === 'article'),
      headings: count(({ kind, isHeading }) => isHeading && (kind === 'heading' || kind === 'annex')),
      provisions: count(({ isHeading }) => !isHeading),
      tables: count(({ table }) => table !== undefined),
    },
    places,
    notes: withoutDoubles([...diagnostics, ...tree.diagnostics]).map(({ spot, message }) => {
      return { place: describeSpot(spot, tree), message };
    }),
  };
}

function toPlaces(part: Part, depth: number, fields: ReadonlyMap<string, InferredFields>): PreviewPlace[] {
  const { place, number, caption = '' } = part;
  const { anchor, label } = place;
  const base = { anchor, kind: place.node.kind, depth, number, caption, label };
  if (part.kind === 'section') {
    const heading = { ...base, isHeading: true, lines: [], table: undefined, fields: {} };
    return [heading, ...part.parts.flatMap((inner) => toPlaces(inner, depth + 1, fields))];
  }
  const bullets = part.bullets.map((bullet) => `${bullet.number} ${bullet.line.text}`.trim());
  return [
    {
      ...base,
      isHeading: false,
      lines: [...part.lines.map(({ text }) => text), ...bullets],
      table: part.table?.rows.map((row) =>
        row.map((cell) => ({ lines: cell.lines.map(({ text }) => text), columns: cell.columns, rows: cell.rows })),
      ),
      fields: toShown({ modality: unread, ...fields.get(anchor) }),
    },
  ];
}

/** Where nothing says how strongly a place binds, its page calls it information. */
const unread: Inferred<Modality> = { value: 'information', certainty: 'guess', from: '' };

function toShown({ actors, approvers, modality, when, deliverables, topics }: InferredFields): ShownFields {
  const names = (given: Inferred<Named[]> | undefined) =>
    given && { value: given.value.map(({ name }) => name), certainty: given.certainty };
  const plain = <T>(given: Inferred<T> | undefined) => given && { value: given.value, certainty: given.certainty };
  const shown = {
    actors: names(actors),
    approvers: names(approvers),
    modality: plain(modality),
    when: plain(when),
    deliverables: names(deliverables),
    topics: plain(topics),
  };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}

function withoutDoubles(notes: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(notes.map((note) => [JSON.stringify([note.message, note.spot]), note])).values()];
}
