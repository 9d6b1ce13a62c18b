/** A colour as light, colourfulness and hue (degrees): steps of `l` look equally far apart whatever the hue. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

type Triple = readonly [number, number, number];

/** `#rrggbb` as the three channels, 0 to 1. @throws RangeError for anything else */
function toChannels(hex: string): Triple {
  const [, r, g, b] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex) ?? [];
  if (r === undefined || g === undefined || b === undefined) throw new RangeError(`"${hex}" is no colour #rrggbb.`);
  return [Number.parseInt(r, 16) / 255, Number.parseInt(g, 16) / 255, Number.parseInt(b, 16) / 255];
}

/** Of sRGB (IEC 61966-2-1). */
function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function fromLinear(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}

function multiply(rows: readonly Triple[], [x, y, z]: Triple): Triple {
  const [a = 0, b = 0, c = 0] = rows.map(([p, q, r]) => p * x + q * y + r * z);
  return [a, b, c];
}

/** The matrices of Oklab, from https://bottosson.github.io/posts/oklab/ and the inverse of each. */
const toCone: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const fromLab: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const fromCone: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** A colour `#rrggbb` in OKLCH. */
export function toOklch(hex: string): Oklch {
  const [r, g, b] = toChannels(hex);
  const [p, q, s] = multiply(toCone, [toLinear(r), toLinear(g), toLinear(b)]);
  const [l, x, y] = multiply(toLab, [Math.cbrt(p), Math.cbrt(q), Math.cbrt(s)]);
  return { l, c: Math.hypot(x, y), h: ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360 };
}

function toRgb({ l, c, h }: Oklch): Triple {
  const angle = (h * Math.PI) / 180;
  const [p, q, s] = multiply(fromLab, [l, c * Math.cos(angle), c * Math.sin(angle)]);
  return multiply(fromCone, [p ** 3, q ** 3, s ** 3]);
}

/** `#rrggbb` of a colour; one that no screen shows loses colourfulness until it can be shown, never light or hue. */
export function toHex(color: Oklch): string {
  const isShown = (c: number) => toRgb({ ...color, c }).every((channel) => channel > -0.0001 && channel < 1.0001);
  let c = color.c;
  if (!isShown(c)) {
    let [low, high] = [0, c];
    for (let step = 0; step < 24; step++) {
      const middle = (low + high) / 2;
      if (isShown(middle)) low = middle;
      else high = middle;
    }
    c = low;
  }
  const channels = toRgb({ ...color, c }).map((channel) =>
    Math.round(fromLinear(Math.min(1, Math.max(0, channel))) * 255),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** How far two colours stand apart, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminanceOf(hex: string): number {
  const [r, g, b] = toChannels(hex);
  return 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b);
}
