import { contrastOf } from './color.ts';

/** Colour of the square while the company has chosen none: --k-key of theme.css. */
const defaultColor = '#00428c';

/** kitei's own sign, for a site that has no name. */
const ownSign = '<path d="M8 6h4v9l7-9h5l-7.5 9.5L25 26h-5l-6-8-2 2.5V26H8z" fill="#fff"/>';

/**
 * The SVG of the tab: one or two letters on a square of the accent, in the reader's own font; kitei's sign for a site
 * without a mark.
 */
export function toFavicon(mark: string | undefined, accent: string = defaultColor): string {
  const ink = contrastOf('#ffffff', accent) >= 4.5 ? '#fff' : '#000';
  const size = mark && [...mark].length > 1 ? 14 : 21;
  const sign =
    mark === undefined
      ? ownSign
      : `<text x="16" y="16" font-family="'BIZ UDPGothic','Hiragino Sans','Noto Sans JP','Noto Sans CJK JP',Meiryo,sans-serif" font-size="${size}" font-weight="700" text-anchor="middle" dominant-baseline="central" fill="${ink}">${escapeXml(mark)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="${accent}"/>${sign}</svg>\n`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
