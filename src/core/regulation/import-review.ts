import { fillText } from '../tailoring/wording.ts';
import { everyWords, modalityWords, withinWords } from './field-names.ts';
import type { ImportedPlace } from './imported.ts';
import { type Handbook, type Library, roleName } from './library.ts';
import type { Provision, Time, WrittenWhen } from './provision.ts';

/** Who says what a field holds: a fixed form of words, a rule that may err, or a person since then. */
export type FieldState = 'sure' | 'guess' | 'person';

export const fieldStateWords: Record<FieldState, string> = { sure: '推定', guess: '要確認', person: '人が直した' };

/** Fields that an import infers, with the names that the pages give them. */
export const reviewedFields = {
  actors: '誰が',
  approvers: '許可・承認する人',
  modality: '拘束力',
  when: 'いつ',
  deliverable: '記録・提出物',
  topics: '主題',
} as const;
export type ReviewedField = keyof typeof reviewedFields;

export interface ReviewedCell {
  field: ReviewedField;
  /** As the page has it now; empty where a person took it off. */
  text: string;
  state: FieldState;
}

/** A provision of an imported handbook with what was inferred of it. */
export interface ReviewedPlace {
  label: string;
  /** Path from the site's base. */
  url: string;
  /** Its words, one paragraph. */
  text: string;
  /** File in the content folder and line where its attributes stand. */
  at: string;
  cells: ReviewedCell[];
}

/** What the review of an import shows, and how much of it wants a look. */
export interface ImportReview {
  /** By page of the handbook, in its order. */
  pages: { title: string; places: ReviewedPlace[] }[];
  counts: Record<FieldState, number>;
}

/** What an import inferred, place by place, held against what the pages say now. */
export function reviewImport(library: Library, { id, pages, imported }: Handbook): ImportReview {
  const placeOf = new Map(imported?.places.map((place) => [place.anchor, place]));
  const counts: Record<FieldState, number> = { sure: 0, guess: 0, person: 0 };
  const reviewed = pages.map(({ id: page, title, provisions, lines }) => {
    const file = `handbooks/${id}/${page.slice(id.length + 1) || 'index'}.mdx`;
    return {
      title,
      places: provisions.map((provision): ReviewedPlace => {
        const { anchor, label, url, text } = provision;
        const cells = cellsOf(library, provision, placeOf.get(anchor));
        for (const { state } of cells) counts[state]++;
        return { label, url, text: text.replaceAll('\n', ' '), at: `${file}:${lines[anchor] ?? 1}`, cells };
      }),
    };
  });
  return { pages: reviewed.filter(({ places }) => places.length > 0), counts };
}

function cellsOf(library: Library, provision: Provision, place: ImportedPlace | undefined): ReviewedCell[] {
  const now = shownNow(library, provision);
  const then = shownThen(library, provision, place?.inferred ?? {});
  return (Object.keys(reviewedFields) as ReviewedField[]).flatMap((field): ReviewedCell[] => {
    const text = now[field];
    const wasGuessed = place?.guessed?.includes(field) === true;
    if (text === then[field]) return text === '' ? [] : [{ field, text, state: wasGuessed ? 'guess' : 'sure' }];
    return [{ field, text, state: 'person' }];
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
