import type { Modality, WrittenWhen } from '../../core/regulation/provision.ts';
import type { UnderstoodDocument } from '../import-document.ts';
import type { Diagnostic, Spot } from '../model/block.ts';
import type { Certainty, Inferred, InferredFields, Named } from '../model/fields.ts';
import { headingKinds, type NodeKind, type RegulationNode } from '../model/tree.ts';

/** A field as the page shows it: names instead of ids. */
export interface Shown<T> {
  value: T;
  /** `inherited`: as in what it stands under, where it is looked at. */
  certainty: Certainty | 'inherited';
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

/** A document as it was understood; plain data, so that a worker can send it. */
export interface Preview {
  title: string;
  counts: PreviewCounts;
  places: PreviewPlace[];
  notes: Diagnostic[];
}

const chapterKinds: ReadonlySet<NodeKind> = new Set(['part', 'chapter', 'section', 'subsection', 'division']);

/** What a page shows of a document that was understood. */
export function toPreview({
  tree,
  fields,
  diagnostics,
}: Pick<UnderstoodDocument, 'tree' | 'fields' | 'diagnostics'>): Preview {
  const { title, children } = tree;
  const places = children.flatMap((node) => toPlaces(node, 0, fields, {}));
  const count = (wanted: (place: PreviewPlace) => boolean) => places.filter(wanted).length;
  return {
    title: title[0]?.text.trim() ?? '',
    counts: {
      chapters: count(({ kind }) => chapterKinds.has(kind)),
      articles: count(({ kind }) => kind === 'article'),
      headings: count(({ kind }) => kind === 'heading' || kind === 'annex'),
      provisions: count(({ isHeading }) => !isHeading),
      tables: count(({ table }) => table !== undefined),
    },
    places,
    notes: withoutDoubles([...diagnostics, ...tree.diagnostics]),
  };
}

function toPlaces(
  node: RegulationNode,
  depth: number,
  fields: ReadonlyMap<string, InferredFields>,
  above: ShownFields,
): PreviewPlace[] {
  const { anchor, kind, number, caption, label, body, table, children } = node;
  const isHeading = headingKinds.has(kind);
  const place: PreviewPlace = {
    anchor,
    kind,
    isHeading,
    depth,
    number,
    caption: caption?.text ?? '',
    label,
    lines: body.map(({ text }) => text),
    table: table?.rows.map((row) =>
      row.map((cell) => ({ lines: cell.lines.map(({ text }) => text), columns: cell.columns, rows: cell.rows })),
    ),
    fields: markInherited(toShown(fields.get(anchor) ?? {}), above),
  };
  const inner = isHeading ? depth + 1 : depth;
  return [place, ...children.flatMap((child) => toPlaces(child, inner, fields, place.fields))];
}

/** A guess that only repeats what is guessed, or said, above it needs no second look. */
function markInherited(fields: ShownFields, above: ShownFields): ShownFields {
  const said = new Map(Object.entries(above).map(([name, field]) => [name, JSON.stringify(field.value)]));
  const marked = Object.entries(fields).map(([name, field]) => {
    const isSame = field.certainty === 'guess' && said.get(name) === JSON.stringify(field.value);
    return [name, isSame ? { ...field, certainty: 'inherited' } : field];
  });
  return Object.fromEntries(marked);
}

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

/** Where something stands in the given file, in words: `3頁 12行`, `段落 40`. */
export function describeSpot({ page, line, paragraph }: Spot): string {
  return [
    page === undefined ? '' : `${page}頁`,
    line === undefined ? '' : `${line}行`,
    paragraph === undefined ? '' : `段落 ${paragraph}`,
  ]
    .filter(Boolean)
    .join(' ');
}
