import { footLine, type Noticed } from '../../core/regulation/notice.ts';
import { toCssString } from '../../core/text/css-string.ts';

interface Chapter {
  /** Id of its title, e.g. `chapter-06`. */
  anchor: string;
  title: string;
}

/**
 * Style rules for the foot of each sheet, which names the document and its chapter: a sheet taken out of the pile
 * still says what it is of. Browsers take no text of the page into its margins yet (string-set), only that of a style.
 */
export function footStyles(source: Noticed, chapters: readonly Chapter[]): string {
  const { title } = source;
  const foot = (page: string, text: string) =>
    `@page ${page}{@bottom-left{content:${toCssString(footLine(text, [source]))} !important}}`;
  return [
    foot('whole', title),
    // Where margins take no text at all (print.css), it stands on the sheets without its chapter.
    `:root{--k-foot:${toCssString(footLine(title, [source]))}}`,
    // The cover names the document in large letters.
    '@page whole:first{@bottom-left{content:none !important}@bottom-right{content:none !important}}',
    ...chapters.map(({ anchor, title: chapter }) => {
      return `${foot(anchor, `${title}　${chapter}`)}@media print{article:has(>#${anchor}){page:${anchor}}}`;
    }),
  ].join('');
}
