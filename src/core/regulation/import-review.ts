import { fillText } from '../tailoring/wording.ts';
import { type FieldState, stateOf } from './certainty.ts';
import { everyWords, modalityWords, type ReviewedField, reviewedFields, withinWords } from './field-names.ts';
import type { ImportedPlace, ImportRecord } from './imported.ts';
import { isPageTitle } from './is-page-title.ts';
import { type Handbook, type HandbookPageEntry, type Library, roleName } from './library.ts';
import type { Provision, Time, WrittenWhen } from './provision.ts';

export interface ReviewedCell {
  field: ReviewedField;
  /** As the page has it now; empty where a person took it off. */
  text: string;
  state: FieldState;
}

/** A provision of an imported handbook with what was inferred of it. */
export interface ReviewedPlace {
  anchor: string;
  label: string;
  /** Path from the site's base. */
  url: string;
  /** Its words, one paragraph. */
  text: string;
  /** File in the content folder and line where its attributes stand. */
  at: string;
  /** Names of those who act or give leave. */
  who: string[];
  cells: ReviewedCell[];
}

/** Provisions under one heading, and how many of them have a guess to look at. */
export interface ReviewedFold {
  title: string;
  places: ReviewedPlace[];
  guessed: number;
}

/** What the review of an import shows, and how much of it wants a look. */
export interface ImportReview {
  /** By page or chapter of the handbook, in its order; by article inside. */
  groups: { title: string; folds: ReviewedFold[] }[];
  /** How many fields are in each state. */
  counts: Record<FieldState, number>;
  /** How many provisions have a field that is a guess. */
  guessed: number;
  /** Everybody who acts or gives leave, in the order of the document. */
  who: string[];
}

/** What an import inferred, place by place, held against what the pages say now. */
export function reviewImport(library: Library, handbook: Handbook): ImportReview {
  const counts: ImportReview['counts'] = { sure: 0, guess: 0, hint: 0, person: 0 };
  const groups: ImportReview['groups'] = [];
  for (const page of handbook.pages) {
    for (const provision of page.provisions) {
      const cells = cellsOf(library, provision, handbook.imported && placesOf(handbook.imported).get(provision.anchor));
      for (const { state } of cells) counts[state]++;
      const [chapter, article] = headingsOf(page, provision, handbook.pages.length);
      if (groups.at(-1)?.title !== chapter) groups.push({ title: chapter, folds: [] });
      const folds = groups.at(-1)?.folds ?? [];
      if (folds.at(-1)?.title !== article) folds.push({ title: article, places: [], guessed: 0 });
      const fold = folds.at(-1);
      fold?.places.push(toPlace(library, page, provision, cells));
      if (fold && isGuessed(cells)) fold.guessed++;
    }
  }
  const all = groups.flatMap(({ folds }) => folds);
  const who = [...new Set(all.flatMap(({ places }) => places.flatMap((place) => place.who)))];
  return { groups, counts, guessed: all.reduce((sum, fold) => sum + fold.guessed, 0), who };
}

/** Whether a provision has a guess to look at. */
export function isGuessed(cells: readonly Pick<ReviewedCell, 'state'>[]): boolean {
  return cells.some(({ state }) => state === 'guess');
}

/** The heading it is listed under, and that of the fold it stands in; both are the page's where it has no other. */
function headingsOf(page: HandbookPageEntry, { section }: Provision, pages: number): [string, string] {
  const inside = section.filter((one) => !isPageTitle(page, one));
  const titleOf = (one: (typeof section)[number] | undefined) => one && `${one.number} ${one.caption}`.trim();
  const outer = inside.length > 1 && pages === 1 ? inside[0] : undefined;
  return [titleOf(outer) ?? page.title, titleOf(inside.at(-1)) ?? page.title];
}

function toPlace(
  library: Library,
  { id: page, lines }: HandbookPageEntry,
  { handbook, anchor, label, url, text, actors, approvers }: Provision,
  cells: ReviewedCell[],
): ReviewedPlace {
  const file = `handbooks/${handbook}/${page.slice(handbook.length + 1) || 'index'}.mdx`;
  const who = [...new Set([...actors, ...approvers])].map((role) => roleName(library, handbook, role) ?? role);
  return { anchor, label, url, text: text.replaceAll('\n', ' '), at: `${file}:${lines[anchor] ?? 1}`, who, cells };
}

/** Fields of a provision that are guesses nobody has looked at; none of one that was not imported. */
export function guessesOf(library: Library, { imported }: Handbook, provision: Provision): ReadonlySet<ReviewedField> {
  const place = imported && placesOf(imported).get(provision.anchor);
  if (!place?.guessed) return new Set();
  const cells = cellsOf(library, provision, place).filter(({ state }) => state === 'guess');
  return new Set(cells.map(({ field }) => field));
}

/** Every provision of a page asks for its place in the same record. */
const placesByRecord = new WeakMap<ImportRecord, ReadonlyMap<string, ImportedPlace>>();

function placesOf(record: ImportRecord): ReadonlyMap<string, ImportedPlace> {
  const known = placesByRecord.get(record) ?? new Map(record.places.map((place) => [place.anchor, place]));
  placesByRecord.set(record, known);
  return known;
}

function cellsOf(library: Library, provision: Provision, place: ImportedPlace | undefined): ReviewedCell[] {
  const now = shownNow(library, provision);
  const then = shownThen(library, provision, place?.inferred ?? {});
  return (Object.keys(reviewedFields) as ReviewedField[]).flatMap((field): ReviewedCell[] => {
    const text = now[field];
    const isSame = text === then[field];
    if (isSame && text === '') return [];
    return [{ field, text, state: stateOf(field, place ?? {}, isSame, provision.checked === true) }];
  });
}

type Shown = Record<ReviewedField, string>;

function shownNow(library: Library, provision: Provision): Shown {
  const { handbook, actors, approvers, modality, when, under, deliverables, topics } = provision;
  const names = namesOf(library, handbook);
  return {
    actors: names.roles(actors),
    approvers: names.roles(approvers),
    modality: modalityWords[modality],
    // What it stands under is written at another place.
    when: when && under === undefined ? whenText(when.times) : whenText(when?.times.slice(-1)),
    deliverable: names.records(deliverables),
    topics: names.topics(topics),
  };
}

function shownThen(
  library: Library,
  { handbook }: Provision,
  { actors, approvers, modality, when, deliverable = [], topics }: NonNullable<ImportedPlace['inferred']>,
): Shown {
  const names = namesOf(library, handbook);
  const times = (written: WrittenWhen): Time[] =>
    [written, ...(written.next ?? [])].map((time) => ({ ...time, text: fillText(time.text, library.wording) }));
  return {
    actors: names.roles(actors),
    approvers: names.roles(approvers),
    // Every provision has one; where nothing could be read, it is written as information.
    modality: modalityWords[modality ?? 'information'],
    when: when ? whenText(times(when)) : '',
    deliverable: names.records([deliverable].flat()),
    topics: names.topics(topics),
  };
}

/** Names of ids; one that the registers no longer have stands as it is. */
function namesOf(library: Library, handbook: string) {
  const list = (ids: readonly string[] = [], name: (id: string) => string | undefined) =>
    ids.map((id) => name(id) ?? id).join('、');
  return {
    roles: (ids?: readonly string[]) => list(ids, (id) => roleName(library, handbook, id)),
    records: (ids?: readonly string[]) => list(ids, (id) => library.records[handbook]?.[id]?.name),
    topics: (ids?: readonly string[]) => list(ids, (id) => library.topics[id]),
  };
}

/** The words, and in brackets what they count as: 毎年4月（毎年）. */
function whenText(times: readonly Time[] = []): string {
  return times
    .map(({ text, within, every }) => {
      const read = [within && withinWords(within), every && everyWords(every)].filter(Boolean);
      return read.length > 0 ? `${text}（${read.join('、')}）` : text;
    })
    .join('。');
}
