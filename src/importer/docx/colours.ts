import { elementsOf, findElement, type XmlElement } from '../zip/read-xml.ts';
import { valOf } from './values.ts';

/** What a colour tells a reader of the document: red and blue are marks, `other` only takes an inherited one away. */
export type Tint = 'red' | 'blue' | 'other';

/** Name of a theme's colour, e.g. `accent1` → RRGGBB. */
export type Theme = ReadonlyMap<string, string>;

/** What Word calls a theme's colours in a document, and what the theme does. */
const aliases: Record<string, string> = {
  dark1: 'dk1',
  text1: 'dk1',
  light1: 'lt1',
  background1: 'lt1',
  dark2: 'dk2',
  text2: 'dk2',
  light2: 'lt2',
  background2: 'lt2',
};

/** Reads the colours of a theme part. */
export function readTheme(root: XmlElement | undefined): Theme {
  const scheme = findElement(findElement(root, 'a:themeElements'), 'a:clrScheme');
  const colours = new Map<string, string>();
  for (const entry of scheme ? elementsOf(scheme) : []) {
    const [colour] = elementsOf(entry);
    const rgb = colour?.attributes['lastClr'] ?? colour?.attributes['val'];
    if (rgb !== undefined) colours.set(entry.name.replace(/^a:/, ''), rgb);
  }
  return colours;
}

/** The tint of a `w:color`; `undefined` where there is none. */
export function readTint(element: XmlElement | undefined, theme: Theme): Tint | undefined {
  if (!element) return undefined;
  const name = element.attributes['w:themeColor'];
  // Links are blue for being links.
  if (name === 'hyperlink' || name === 'followedHyperlink') return 'other';
  const base = name === undefined ? undefined : theme.get(aliases[name] ?? name);
  const rgb = parseRgb(base ?? valOf(element));
  if (!rgb) return 'other';
  const { 'w:themeTint': tint, 'w:themeShade': shade } = base === undefined ? {} : element.attributes;
  const light = (part: number) => (tint === undefined ? part : 255 - (255 - part) * (Number.parseInt(tint, 16) / 255));
  const dark = (part: number) => (shade === undefined ? part : part * (Number.parseInt(shade, 16) / 255));
  const [red, green, blue] = rgb;
  return tintOf(dark(light(red)), dark(light(green)), dark(light(blue)));
}

function parseRgb(text: string | undefined): [number, number, number] | undefined {
  if (text === undefined || !/^[0-9a-f]{6}$/i.test(text)) return undefined;
  const value = Number.parseInt(text, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * By what an eye calls red or blue: hue, with enough colour in it and neither near black nor near white. FF0000, C00000, EE0000
 * are red, ED7D31 is orange; 0000FF, 0070C0, 00B0F0, 4472C4 are blue, 44546A is grey, 7030A0 purple.
 */
function tintOf(red: number, green: number, blue: number): Tint {
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  const lightness = (most * 2 - spread) / 510;
  const saturation = spread / 255 / (1 - Math.abs(2 * lightness - 1) || 1);
  if (saturation < 0.45 || lightness < 0.17 || lightness > 0.78) return 'other';
  const hue = hueOf(red, green, blue, most, spread);
  if (hue <= 16 || hue >= 340) return 'red';
  return hue >= 190 && hue <= 255 ? 'blue' : 'other';
}

/** In degrees, 0 for red, 120 for green, 240 for blue. */
function hueOf(red: number, green: number, blue: number, most: number, spread: number): number {
  if (most === red) return (60 * ((green - blue) / spread) + 360) % 360;
  if (most === green) return 60 * ((blue - red) / spread) + 120;
  return 60 * ((red - green) / spread) + 240;
}
