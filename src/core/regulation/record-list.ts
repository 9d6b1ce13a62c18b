import { type Library, roleName } from './library.ts';
import type { Provision, Time } from './provision.ts';
import type { Party, Phase, RecordEntry } from './registers.ts';

/** A place that a fact rests on. */
export interface Source {
  label: string;
  /** Path from the site's base; undefined where the company's choices take it off the pages. */
  url: string | undefined;
}

/** A fact in the words shown, and what it rests on. */
export interface RecordFact {
  text: string;
  source: Source;
}

/** A record or document with everything the sources say about it; where they are silent, nothing. */
export interface ListedRecord {
  /** `<handbook>:<id>` */
  id: string;
  handbook: string;
  name: string;
  kind: RecordEntry['kind'];
  /** When in the life of the work it is needed. */
  phases: Phase[];
  /** Who makes it: as the record says, or the actors of its provisions. */
  by: string[];
  /** In the words of its provisions, their conditions included. */
  when: string[];
  /** The times behind these words; none of a record that its document only mentions. */
  times: Time[];
  /** In which case it may be left out, or another take its place. */
  except: RecordFact[];
  to: RecordFact | undefined;
  approvedBy: RecordFact | undefined;
  kept: RecordFact | undefined;
  form: RecordFact | undefined;
  /** The document only mentions it here; who makes it, and when, stands in another. */
  elsewhere: Source | undefined;
  /** The provisions that require it, or those that name it. */
  sources: Source[];
  /** The check list to answer on the site, where there is one. */
  checklist: Maker | undefined;
  /** The forms that make it, in order of their ids. */
  forms: Maker[];
}

/** A tool of the site that makes a record. */
export interface Maker {
  title: string;
  /** Path from the site's base. */
  url: string;
  /** Where it is kept over time, entry by entry; of forms that are registers. */
  register?: string;
}

/** The kinds of records as readers know them. */
export const recordKinds: Record<RecordEntry['kind'], string> = {
  register: '管理簿・記録',
  document: '文書',
  report: '報告',
  roster: '名簿',
  certificate: '証明書類',
  request: '許可・承認の求め',
};

/** The phases in their order, as readers know them. */
export const phaseWords: Record<Phase, string> = {
  start: '始め',
  during: '間',
  end: '終わり',
  after: '終わった後',
};

/** When leave is asked for, where its provision tells only in which case it is given. */
export const beforehand = '前もって';

/** Every record that stands on the pages, in order of handbook and of content/records.yaml. */
export function listRecords(library: Library): ListedRecord[] {
  return library.handbooks.flatMap(({ id: handbook }) =>
    Object.entries(library.records[handbook] ?? {}).flatMap(([id, record]) => {
      const named = [...library.provisions.values()].filter(
        (provision) => provision.handbook === handbook && provision.deliverables.includes(id),
      );
      return named.length > 0 ? toListed(library, handbook, id, record, named) : [];
    }),
  );
}

function toListed(
  library: Library,
  handbook: string,
  id: string,
  record: RecordEntry,
  named: Provision[],
): ListedRecord {
  const requiring = (record.basis ?? []).flatMap((citation) => library.provisions.get(citation) ?? []);
  const sources = requiring.length > 0 ? requiring : named;
  const making = record.elsewhere === undefined ? sources : [];
  const times = making.flatMap((provision) => timesOf(provision, id));
  // 「区が必要と認めた場合」 is when one may, not when one asks.
  const isAskedFirst = record.kind === 'request' && !times.some(({ within }) => within === 'before');
  const party = (given: Party | undefined): RecordFact | undefined =>
    given && { text: partyName(library, handbook, given), source: sourceOf(library, given.provision) };
  const fact = (given: RecordEntry['kept']): RecordFact | undefined =>
    given && { text: given.text, source: sourceOf(library, given.provision) };
  const cited = new Set(named.map((provision) => provision.id));
  // The check list is this record where most of its items rest on the record's provisions.
  const checklist = library.checklists.find(({ sections }) => {
    const items = sections.flatMap((section) => section.items);
    const own = items.filter(({ basis }) => basis.some(({ citation }) => cited.has(citation)));
    return own.length * 2 > items.length;
  });
  return {
    id: `${handbook}:${id}`,
    handbook,
    name: record.name,
    kind: record.kind,
    phases: [record.phase].flat(),
    by: record.by
      ? [partyName(library, handbook, record.by)]
      : unique(making.flatMap(({ actors }) => actors.map((role) => roleName(library, handbook, role) ?? role))),
    when: unique([...(isAskedFirst ? [beforehand] : []), ...times.map(({ text }) => text)]),
    times,
    except: (record.except ?? []).flatMap((citation) => {
      const text = library.provisions.get(citation)?.when?.text;
      return text === undefined ? [] : [{ text, source: sourceOf(library, citation) }];
    }),
    to: party(record.to),
    approvedBy: party(record.approvedBy),
    kept: fact(record.kept),
    form: fact(record.form),
    elsewhere: record.elsewhere === undefined ? undefined : sourceOf(library, record.elsewhere),
    sources: sources.map(({ id }) => sourceOf(library, id)),
    checklist: checklist && { title: checklist.title, url: `checklists/${checklist.id}/` },
    forms: formsOf(library, [`${handbook}:${id}`]),
  };
}

/** The forms that make some of these records, each once. @param records ids with their handbook */
export function formsOf({ forms }: Pick<Library, 'forms'>, records: readonly string[]): Maker[] {
  return forms
    .filter((form) => form.records.some((record) => records.includes(record)))
    .map(({ definition: { id, title }, register }) => ({
      title,
      url: `forms/${id}/`,
      ...(register && { register: `registers/${id}/` }),
    }));
}

/** The times of a provision that are of this record: where some are of one, the others are not. */
export function timesOf({ when }: Provision, record: string): Time[] {
  const times = when?.times ?? [];
  const own = times.filter((time) => time.of === record);
  return own.length > 0 ? own : times.filter((time) => time.of === undefined);
}

function partyName(library: Library, handbook: string, { roles, name, either }: Party): string {
  return name ?? (roles ?? []).map((role) => roleName(library, handbook, role) ?? role).join(either ? '又は' : '、');
}

function sourceOf(library: Library, citation: string): Source {
  const provision = library.provisions.get(citation);
  return { label: (provision ?? library.hidden.get(citation))?.label ?? citation, url: provision?.url };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
