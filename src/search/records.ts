import { checkItemAnchor } from '../core/regulation/cited-by.ts';
import { recordNames } from '../core/regulation/duty.ts';
import type { HandbookPageEntry, Library } from '../core/regulation/library.ts';
import { originalOf } from '../core/regulation/original.ts';
import type { Provision } from '../core/regulation/provision.ts';
import { fillLines } from '../core/tailoring/wording.ts';

/** One place a result can lead to: a provision, a check item. */
export interface Entry {
  /** On the record's page; empty for the page itself. */
  anchor: string;
  /** As one cites it, e.g. `第16条第2号`, `No. 9`. */
  label: string;
  caption: string;
  text: string;
  /** Modality of a provision, else the record's kind: what the filter 種類 offers. */
  kind: string;
  /** Roles that act or approve, with their handbook, e.g. `nerima:worker`. */
  roles: string[];
}

/**
 * What the index holds: the entries under one heading. The index lists headings, not provisions, because Pagefind
 * fetches a list of all records before its first answer; which entry is meant is decided on the record's text.
 */
export interface SearchRecord {
  /** Handbook id; empty for a check list. */
  handbook: string;
  /** `provision` for handbooks, `checklist` for the questions of a list. */
  type: 'provision' | 'checklist';
  /** Path of the page from the site's base. */
  page: string;
  pageTitle: string;
  /** Headings around the entries, outermost first: `9. 標準設定等`. The last is their own. */
  headings: string[];
  /** Words it is about without having to say them: the topics of its entries, the terms they define. */
  topics: string[];
  entries: Entry[];
}

/** A page that is found by its title alone: it has no records, and is no tool. */
export interface SitePage {
  path: string;
  title: string;
  description: string;
}

/** Everything the search can find, in order of the site. */
export function toRecords(library: Library): SearchRecord[] {
  return [
    ...library.handbooks.flatMap(({ pages }) => pages.flatMap((page) => handbookRecords(library, page))),
    ...library.checklists.flatMap((list) =>
      list.sections.map(
        (section): SearchRecord => ({
          handbook: '',
          type: 'checklist',
          page: `checklists/${list.id}/`,
          pageTitle: list.title,
          headings: [list.title, section.title],
          topics: [],
          entries: section.items.map((item) => ({
            anchor: checkItemAnchor(item.id),
            label: `No. ${item.number}`,
            caption: '',
            text: [item.text, item.guidance ?? ''].join('\n').trim(),
            kind: 'checklist',
            roles: [],
          })),
        }),
      ),
    ),
  ];
}

/**
 * What the texts say before the company chooses, every option of every choice, what a choice takes off the pages, and the
 * sample's rows of every list:
 * a synonym for it must not be an error in the company that chose otherwise.
 */
export function toSampleTexts({ handbooks, wording }: Library): string[] {
  const undecided = { ...wording, values: new Map<string, string>(), lists: {} };
  const passages = handbooks.flatMap(({ pages }) => pages.flatMap((page) => page.passages));
  return passages.map(({ text, beside }) => fillLines([...beside, '\n', ...text], undecided));
}

function handbookRecords(library: Library, page: HandbookPageEntry): SearchRecord[] {
  const groups = new Map<string, Provision[]>();
  for (const provision of page.provisions) {
    const key = provision.section.map(({ anchor }) => anchor).join('/');
    groups.set(key, [...(groups.get(key) ?? []), provision]);
  }
  return [...groups.values()].map((provisions) => toRecord(library, page, provisions));
}

function toRecord(library: Library, page: HandbookPageEntry, provisions: Provision[]): SearchRecord {
  const [first] = provisions;
  const handbook = first?.handbook ?? '';
  const book = library.handbooks.find(({ id }) => id === handbook);
  // A reader of the official text looks for its words.
  const original = ({ units }: Provision) => (book && originalOf(book, units)?.paragraphs) ?? [];
  const ids = new Set(provisions.map(({ id }) => id));
  return {
    handbook,
    type: 'provision',
    page: page.url,
    pageTitle: page.title,
    headings: (first?.section ?? []).map(({ number, caption }) => `${number} ${caption}`.trim()),
    topics: [
      ...[...new Set(provisions.flatMap((provision) => provision.topics))].map((id) => library.topics[id] ?? ''),
      ...library.glossary.filter(({ provision }) => ids.has(provision)).map(({ term }) => term),
    ],
    entries: provisions.map((provision) => ({
      anchor: provision.anchor,
      label: provision.label,
      caption: provision.caption ?? '',
      text: [provision.text, provision.when?.text, ...recordNames(library, provision), ...original(provision)]
        .filter(Boolean)
        .join('\n'),
      kind: provision.modality,
      roles: [...new Set([...provision.actors, ...provision.approvers])].map((id) => `${handbook}:${id}`),
    })),
  };
}
