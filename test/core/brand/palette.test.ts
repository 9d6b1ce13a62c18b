import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastOf, toHex, toOklch } from '../../../src/core/brand/color.ts';
import { derivePalette, findFaint, findReadable, surroundings } from '../../../src/core/brand/palette.ts';

describe('findReadable', () => {
  test.each(['#b3520a', '#1d5c3a', '#14284b', '#00428c', '#000000', '#c00000'])('leaves %s as it is', (accent) => {
    const readable = findReadable(accent);
    expect(findFaint(readable)).toEqual([]);
    if (findFaint(accent).length === 0) expect(readable).toBe(accent);
  });

  test.each([
    ['#f08300', '#a85a00'],
    ['#ffd43d', '#856b00'],
    ['#ffffff', '#6e6e6e'],
  ])('darkens %s to the nearest that can be read, in its own hue', (accent, readable) => {
    expect(findReadable(accent)).toBe(readable);
    // A little lighter, and it could not be read.
    const lighter = toOklch(readable);
    expect(findFaint(toHex({ ...lighter, l: lighter.l + 0.01 }))).not.toEqual([]);
  });

  test('finds one for every hue, light and colourfulness, with which every pair of both schemes holds', () => {
    for (let h = 0; h < 360; h += 40)
      for (let l = 0.1; l < 1; l += 0.2)
        for (const c of [0, 0.2]) expect(findFaint(findReadable(toHex({ l, c, h })))).toEqual([]);
  });
});

describe('findFaint', () => {
  test('says which pair is too weak and by how much', () => {
    expect(findFaint('#f08300')[0]).toMatchInlineSnapshot(`"light --k-key: #f08300 / #ffffff = 2.64"`);
  });
});

describe('derivePalette', () => {
  test('turns a dark accent into a light one for the dark scheme, of the same hue', () => {
    const { light, dark } = derivePalette('#1d5c3a');
    expect(light['--k-key']).toBe('#1d5c3a');
    expect(toOklch(dark['--k-key']).l).toBeGreaterThan(0.7);
    expect(Math.abs(toOklch(dark['--k-key']).h - toOklch('#1d5c3a').h)).toBeLessThan(3);
    expect(contrastOf(dark['--k-on-key'], dark['--k-key'])).toBeGreaterThan(7);
  });
});

describe('surroundings', () => {
  const css = readFileSync('src/styles/theme.css', 'utf8');
  const [light = '', dark = ''] = css.split('@media screen and (scripting: enabled)');
  const readValue = (name: string, ...blocks: string[]): string => {
    const value = blocks.map((block) => new RegExp(`${name}:\\s*([^;]+);`).exec(block)?.[1]).find(Boolean) ?? '';
    const [, inner] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
    return inner ? readValue(inner, light) : value;
  };

  test.each([
    ['light', [light]],
    ['dark', [dark, light]],
  ] as const)('are those of the style sheet: %s', (scheme, blocks) => {
    const values = (...names: string[]) => names.map((name) => readValue(`--k-${name}`, ...blocks));
    expect(surroundings[scheme]).toEqual({
      grounds: values('bg', 'surface', 'ok-soft', 'warn-soft', 'err-soft'),
      onKey: readValue('--k-on-key', ...blocks),
      texts: values('ink-1', 'ink', 'ink-2', 'visited', 'ok', 'warn', 'err'),
    });
  });
});
