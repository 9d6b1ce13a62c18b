import type { Library } from '../../core/regulation/library.ts';
import { type IndexPlace, placeRanks } from '../../core/word-index/entries.ts';
import { fold } from '../../search/fold.ts';
import { escapePattern } from './escape-pattern.ts';
import { shortLabel } from './short-label.ts';

/**
 * Every provision in which a word stands, those first that have it as their heading.
 * @param isAlone only where it is a word of its own: 業者 is none in 事業者, nor 消す in 抹消する, nor incident in an address
 */
export type FindPlaces = (word: string, isAlone?: boolean) => IndexPlace[];

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
  return (word, isAlone = false) => {
    const folded = fold(word).text;
    const pattern = isAlone ? new RegExp(notWithin(folded) + toPattern(folded).source, 'u') : toPattern(folded);
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

/**
 * A word stands where no longer one does: ログ is none in ブログ, nor 記録 in 登記録音. Of kanji only single ones are so short.
 * A text may set Latin letters off: USB メモリ is USBメモリ.
 */
function toPattern(word: string): RegExp {
  const [first = ''] = word;
  const last = word.at(-1) ?? '';
  const kind = (letter: string) =>
    [/[a-z0-9]/, /\p{Script=Katakana}/u].find((one) => one.test(letter))?.source ??
    (word.length === 1 ? '\\p{Script=Han}' : undefined);
  const spaced = word
    .split(/\s*(?<=[a-z0-9])(?=[^\sa-z0-9])|(?<=[^\sa-z0-9])(?=[a-z0-9])/)
    .map(escapePattern)
    .join('\\s?');
  const before = kind(first);
  const after = kind(last);
  return new RegExp(`${before ? `(?<!${before})` : ''}${spaced}${after && word.length < 4 ? `(?!${after})` : ''}`, 'u');
}

/** What must not stand before and after a word that is one of its own. */
function notWithin(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return `(?<![./@])(?!${word}[@.])`;
  if (/^\p{Script=Han}\p{Script=Hiragana}/u.test(word)) return '(?<!\\p{Script=Han})';
  // Kanji are read in pairs from the beginning: 派遣社員 has 社員, 事業者 no 業者.
  return /^\p{Script=Han}{2}$/u.test(word) ? '(?<!(?<!\\p{Script=Han})(?:\\p{Script=Han}{2})*\\p{Script=Han})' : '';
}
