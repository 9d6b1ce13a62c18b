import { listDocuments } from '../../core/crosswalk/crosswalk.ts';
import { topicPath } from '../../core/crosswalk/topic-path.ts';
import type { Library } from '../../core/regulation/library.ts';
import type { Provision } from '../../core/regulation/provision.ts';
import { listRecords } from '../../core/regulation/record-list.ts';
import { listRoleSheets } from '../../core/regulation/role-sheets.ts';
import type { Synonyms } from '../../core/regulation/synonyms.ts';
import { type Headword, type IndexPlace, placeRanks } from '../../core/word-index/entries.ts';
import { fold } from '../../search/fold.ts';
import type { FindPlaces } from './find-places.ts';
import { headLabel, shortLabel } from './short-label.ts';
import { toHeadword } from './to-headword.ts';

/** The words that the registers of a site name: defined terms, roles, records, topics, tables, words of the search. */
export function listTerms(library: Library, { synonyms }: Synonyms, find: FindPlaces): Headword[] {
  const { glossary, topics, lists, provisions, handbooks } = library;
  const shorts = new Map(handbooks.map(({ id, source }) => [id, source.short]));
  const numbers = new Map([...provisions.values()].map(({ url, section }) => [url, section.at(-1)?.number ?? '']));
  const placeOf = ({ url, label, handbook }: Pick<Provision, 'url' | 'label' | 'handbook'>): IndexPlace => ({
    url,
    label: shortLabel(label, numbers.get(url) ?? ''),
    of: shorts.get(handbook) ?? '',
    rank: placeRanks.defines,
  });
  const said = (word: string, ...places: IndexPlace[]): Headword => ({
    word,
    places: [...places, ...find(word)],
    see: [],
  });
  const sought = new Set(synonyms.flatMap((one) => one.find.map((word) => fold(word).text)));
  /** The sound of a word, its spelling or a piece of it has no places that it has not. */
  const isSpelling = (word: string, finds: readonly string[]) =>
    /^[ぁ-ゖー]+$/.test(word) ||
    sought.has(fold(word).text) ||
    finds.some((one) => fold(one).text.includes(fold(word).text));
  const compared = listDocuments(handbooks, library.ours).length > 1;
  return [
    ...glossary.map((term) => said(term.term, placeOf(term))),
    ...listRoleSheets(library).flatMap(({ handbook, sheets }) =>
      sheets
        .filter(({ count }) => count > 0)
        .map(({ name, url }) =>
          said(name, { url, label: '', of: `役割（${handbook.source.short}）`, rank: placeRanks.isTool }),
        ),
    ),
    ...listRecords(library).flatMap(({ name, handbook, sources }) => {
      const word = toHeadword(name);
      const places = sources.flatMap(({ label, url }) =>
        url === undefined ? [] : [{ ...placeOf({ url, label, handbook }), rank: placeRanks.heads }],
      );
      return word === undefined ? [] : [{ word, places, see: [] }];
    }),
    ...Object.entries(topics).flatMap(([id, name]) => {
      const isUsed = [...provisions.values()].some((provision) => provision.topics.includes(id));
      const page = { url: topicPath(id), label: name, of: '主題', rank: placeRanks.answers };
      return isUsed ? name.split('・').map((word) => said(word, ...(compared ? [page] : []))) : [];
    }),
    ...lists.map(({ list, places }) =>
      said(
        list.title,
        ...places.flatMap(({ citation }) => {
          const provision = provisions.get(citation);
          return provision ? [{ ...placeOf(provision), rank: placeRanks.heads }] : [];
        }),
      ),
    ),
    ...synonyms.flatMap(({ find: finds, say = [] }) => [
      ...finds.map((word) => said(word)),
      // Who looks for 訓練 is shown where it stands, before being sent to 教育.
      ...say.map((word): Headword => ({ word, places: isSpelling(word, finds) ? [] : find(word, true), see: finds })),
    ]),
  ];
}

/** What stands as a heading over articles and provisions, where it is the name of something. */
export function listCaptions({ handbooks }: Library, isName: (word: string) => boolean): Headword[] {
  return handbooks.flatMap(({ pages, source }) =>
    pages.flatMap((page) => {
      const headings = page.sections.flatMap(({ anchor, number, caption }) => {
        const first = page.provisions.find(({ section }) => section.some((one) => one.anchor === anchor));
        return first ? [{ caption, url: `${page.url}#${anchor}`, label: headLabel(first.label, number) }] : [];
      });
      const provisions = page.provisions.flatMap(({ caption, url, label, section }) =>
        caption ? [{ caption, url, label: shortLabel(label, section.at(-1)?.number ?? '') }] : [],
      );
      return [...headings, ...provisions].flatMap(({ caption, url, label }): Headword[] => {
        const word = toHeadword(caption);
        if (word === undefined || !isName(word)) return [];
        return [{ word, places: [{ url, label, of: source.short, rank: placeRanks.heads }], see: [] }];
      });
    }),
  );
}
