import { describe, expect, test } from 'vitest';
import { contrastOf, toHex, toOklch } from '../../../src/core/brand/color.ts';

describe('toOklch', () => {
  // Values of https://oklch.com and CSS Color 4, to three places.
  test.each([
    ['#ffffff', 1, 0, undefined],
    ['#000000', 0, 0, undefined],
    ['#ff0000', 0.628, 0.258, 29.23],
    ['#00ff00', 0.866, 0.295, 142.5],
    ['#0000ff', 0.452, 0.313, 264.05],
    ['#663399', 0.44, 0.16, 303.37],
  ])('%s', (hex, l, c, h) => {
    const found = toOklch(hex);
    expect(found.l).toBeCloseTo(l, 2);
    expect(found.c).toBeCloseTo(c, 2);
    if (h !== undefined) expect(found.h).toBeCloseTo(h, 0);
  });

  test('and back is the same colour, for every 17th of each channel', () => {
    const steps = Array.from({ length: 16 }, (_, step) => (step * 17).toString(16).padStart(2, '0'));
    for (const r of steps)
      for (const g of steps) for (const b of steps) expect(toHex(toOklch(`#${r}${g}${b}`))).toBe(`#${r}${g}${b}`);
  });

  test.each(['', '#fff', 'red', '#12345g', '#1234567'])('refuses %j', (hex) => {
    expect(() => toOklch(hex)).toThrow(RangeError);
  });
});

describe('toHex', () => {
  test('keeps light and hue of a colour that no screen shows', () => {
    const color = { l: 0.5, c: 0.4, h: 150 };
    const shown = toOklch(toHex(color));
    expect(shown.l).toBeCloseTo(color.l, 1);
    expect(Math.abs(shown.h - color.h)).toBeLessThan(3);
    expect(shown.c).toBeLessThan(color.c);
  });
});

describe('contrastOf', () => {
  // From the examples of WCAG and of its checkers.
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
    ['#ff0000', '#ffffff', 4],
  ])('%s on %s', (one, other, contrast) => {
    expect(contrastOf(one, other)).toBeCloseTo(contrast, 1);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });
});
