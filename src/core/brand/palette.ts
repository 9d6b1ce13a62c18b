import { contrastOf, type Oklch, toHex, toOklch } from './color.ts';

/** The custom properties of src/styles/theme.css that hang on the accent. */
export interface Palette {
  '--k-key': string;
  '--k-key-hover': string;
  '--k-key-soft': string;
  '--k-key-line': string;
  '--k-on-key': string;
  '--k-link': string;
}

export type Scheme = 'light' | 'dark';

/**
 * What of theme.css stands around the accent in each scheme: the grounds it is written on, the text on its button, the
 * texts that are written on its soft ground. A test holds them against the style sheet.
 */
export const surroundings: Readonly<Record<Scheme, { grounds: string[]; onKey: string; texts: string[] }>> = {
  light: {
    grounds: ['#ffffff', '#f2f2f2', '#e6f5ec', '#fbf5e0', '#fdeeee'],
    onKey: '#ffffff',
    texts: ['#1a1a1a', '#333333', '#666666', '#8b008b', '#197a4b', '#6e5600', '#ce0000'],
  },
  dark: {
    grounds: ['#1a1a1a', '#262626', '#032213', '#2b2614', '#331a1a'],
    onKey: '#1a1a1a',
    texts: ['#ffffff', '#e6e6e6', '#b3b3b3', '#cda6ff', '#71c598', '#ffd43d', '#ff9696'],
  },
};

/** WCAG 2.2 AA: 1.4.3 for text, 1.4.11 for what is no text. */
const leastForText = 4.5;
const leastForLine = 3;

/** The colours of both schemes that follow from an accent. */
export function derivePalette(accent: string): Record<Scheme, Palette> {
  return { light: deriveLight(accent), dark: deriveDark(accent) };
}

/** The accent itself where it can be read on every ground, else the nearest colour of its hue that can. */
export function findReadable(accent: string): string {
  if (findFaint(accent).length === 0) return accent.toLowerCase();
  const color = toOklch(accent);
  // The first step that holds: the lightest of its hue that can be read is nearest to one that is too light.
  return search(color, -0.002, (hex) => findFaint(hex).length === 0) ?? '#000000';
}

/** Every pair of colours that stands on the pages with this accent and is too weak, in words of a style sheet. */
export function findFaint(accent: string): string[] {
  const palettes = derivePalette(accent);
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const palette = palettes[scheme];
    const { grounds, texts } = surroundings[scheme];
    const soft = palette['--k-key-soft'];
    const check = (name: string, one: string, other: string, least: number) => {
      const contrast = contrastOf(one, other);
      return contrast < least ? [`${scheme} ${name}: ${one} / ${other} = ${contrast.toFixed(2)}`] : [];
    };
    return [
      ...[...grounds, soft].flatMap((ground) =>
        (['--k-key', '--k-key-hover', '--k-link'] as const).flatMap((name) =>
          check(name, palette[name], ground, leastForText),
        ),
      ),
      ...texts.flatMap((text) => check('text on --k-key-soft', text, soft, leastForText)),
      ...(['--k-key', '--k-key-hover'] as const).flatMap((name) =>
        check('--k-on-key', palette['--k-on-key'], palette[name], leastForText),
      ),
      ...[grounds[0] ?? '', soft].flatMap((ground) =>
        check('--k-key-line', palette['--k-key-line'], ground, leastForLine),
      ),
    ];
  });
}

function deriveLight(accent: string): Palette {
  const color = toOklch(accent);
  const soft = toHex({ ...color, l: 0.975, c: Math.min(color.c, 0.018) });
  const { grounds, onKey } = surroundings.light;
  const isText = readableOn([...grounds, soft]);
  // Pressed and pointed at, it is darker; what is nearly black already can only be lighter.
  const hover = { ...color, l: color.l + (color.l < 0.3 ? 0.12 : -0.1) };
  const line = { ...color, l: 0.72, c: Math.min(color.c, 0.12) };
  return {
    '--k-key': accent.toLowerCase(),
    '--k-key-hover': search(hover, -0.01, isText) ?? toHex(hover),
    '--k-key-soft': soft,
    '--k-key-line': search(line, -0.01, lineOn(['#ffffff', soft])) ?? toHex(line),
    '--k-on-key': onKey,
    '--k-link': accent.toLowerCase(),
  };
}

function deriveDark(accent: string): Palette {
  const color = toOklch(accent);
  const soft = toHex({ ...color, l: 0.26, c: Math.min(color.c, 0.045) });
  const { grounds, onKey } = surroundings.dark;
  const isText = readableOn([...grounds, soft]);
  const key = { ...color, l: 0.83, c: Math.min(color.c, 0.1) };
  const hover = { ...color, l: 0.93, c: Math.min(color.c, 0.05) };
  const line = { ...color, l: 0.5, c: Math.min(color.c, 0.14) };
  const readable = search(key, 0.01, isText) ?? toHex(key);
  return {
    '--k-key': readable,
    '--k-key-hover': search(hover, 0.01, isText) ?? toHex(hover),
    '--k-key-soft': soft,
    '--k-key-line': search(line, 0.01, lineOn(['#1a1a1a', soft])) ?? toHex(line),
    '--k-on-key': onKey,
    '--k-link': readable,
  };
}

function readableOn(grounds: readonly string[]): (hex: string) => boolean {
  return (hex) => grounds.every((ground) => contrastOf(hex, ground) >= leastForText);
}

function lineOn(grounds: readonly string[]): (hex: string) => boolean {
  return (hex) => grounds.every((ground) => contrastOf(hex, ground) >= leastForLine);
}

/** The first colour, in steps of light from the given one on, for which something holds; undefined for none. */
function search(color: Oklch, step: number, holds: (hex: string) => boolean): string | undefined {
  for (let l = color.l; l >= 0 && l <= 1; l += step) {
    const hex = toHex({ ...color, l });
    if (holds(hex)) return hex;
  }
  return undefined;
}
