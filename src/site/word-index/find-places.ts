import type { Library } from '../../core/regulation/library.ts';
import { type IndexPlace, placeRanks } from '../../core/word-index/entries.ts';
import { fold } from '../../search/fold.ts';
import { escapePattern } from './escape-pattern.ts';
import { shortLabel } from './short-label.ts';

/** Every provision in which a word stands, those first that have it as their heading. */
export type FindPlaces = (word: string) => IndexPlace[];

/** Opens the texts of a site for `FindPlaces`; words are folded as the search folds them. */
export function openTexts({ provisions, handbooks }: Pick<Library, 'provisions' | 'handbooks'>): FindPlaces {
  const shorts = new Map(handbooks.map(({ id, source }) => [id, source.short]));
  const texts = [...provisions.values()].map(({ url, label, handbook, caption = '', section, text }) => ({
    url,
    label: shortLabel(label, section.at(-1)?.number ?? ''),
    section: `${handbook}:${section.at(-1)?.anchor}`,
    of: shorts.get(handbook) ?? '',
    headings: [fold(caption).text, fold(section.at(-1)?.caption ?? '').text],
    text: fold(text).text,
  }));
  return (word) => {
    const pattern = toPattern(fold(word).text);
    const found = texts.flatMap(({ headings, text, ...place }) => {
      const inHeading = headings.findIndex((heading) => pattern.test(heading));
      if (inHeading < 0 && !pattern.test(text)) return [];
      return [{ ...place, rank: placeRanks.says, order: inHeading < 0 ? headings.length : inHeading }];
    });
    // One place of an article leads to all of it.
    const first = new Map(found.toReversed().map((place) => [place.section, place]));
    return found
      .filter((place) => first.get(place.section) === place)
      .sort((a, b) => a.order - b.order)
      .map(({ order: _, section: _section, ...place }) => place);
  };
}

/** A word stands where no longer one does: ログ is none in ブログ, nor 記録 in 登記録音. Of kanji only single ones are so short. */
function toPattern(word: string): RegExp {
  const [first = ''] = word;
  const last = word.at(-1) ?? '';
  const kind = (letter: string) =>
    [/[a-z0-9]/, /\p{Script=Katakana}/u].find((one) => one.test(letter))?.source ??
    (word.length === 1 ? '\\p{Script=Han}' : undefined);
  const before = kind(first);
  const after = kind(last);
  return new RegExp(
    `${before ? `(?<!${before})` : ''}${escapePattern(word)}${after && word.length < 4 ? `(?!${after})` : ''}`,
    'u',
  );
}
