import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawnClasses, readRules } from '../support/css.ts';

/* Each component has its own rules beside its markup; what several use lies in src/styles. */

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => /\.(astro|ts|css)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const sheets = files.flatMap(({ file, text }) => {
  const css = file.endsWith('.css')
    ? [text]
    : [...text.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, one = '']) => one);
  return css.length > 0 && !file.endsWith('.ts') ? [{ file, text, rules: readRules(css.join('\n')) }] : [];
});
const ofBlocks = sheets.filter(({ file }) => !file.startsWith('src/styles/'));
const markup = files
  .filter(({ file }) => !file.endsWith('.css'))
  .map(({ text }) => text.replace(/<style.*?<\/style>/gs, ''));

test('the order of layers is said once', () => {
  const said = files.filter(({ file, text }) =>
    file.endsWith('.css') || file.endsWith('.astro') ? /@layer [^{]+;/.test(text) : false,
  );
  expect(said.map(({ file }) => file)).toEqual(['src/styles/layers.css']);
});

test.each(ofBlocks)(
  '$file keeps to the layers of components, for the screen and for paper',
  ({ text, rules, file }) => {
    if (file.endsWith('.astro')) expect(text.match(/<style[^>]*>/g)).toEqual(['<style is:global>']);
    for (const { within, selectors } of rules) {
      const isPaper = within[0] === '@media print' && within[1] === '@layer kitei.print';
      // A reset must not flatten the shared shapes, which come later.
      const isScreen = within[0] === '@layer kitei.blocks' || within[0] === '@layer kitei.base';
      expect(isPaper || (isScreen && !within.includes('@media print')), `${selectors}`).toBe(true);
    }
  },
);

test('no class is styled that nothing has', () => {
  const words = new Set(markup.flatMap((text) => text.match(/k-[a-z0-9_-]+/g) ?? []));
  // Joined from k-doc__ and the tone of a paragraph in sign/summary-markup.ts.
  for (const tone of ['conclusion', 'notice']) words.add(`k-doc__${tone}`);
  const styled = sheets.flatMap(({ rules }) =>
    rules.flatMap(({ selectors }) => selectors.join().match(/(?<=\.)k-[a-z0-9_-]+/g) ?? []),
  );
  expect(styled.length).toBeGreaterThan(500);
  expect([...new Set(styled)].filter((name) => !words.has(name))).toEqual([]);
});

describe('what several components use', () => {
  const primitives = sheets.find(({ file }) => file === 'src/styles/primitives.css')?.rules ?? [];
  const shared = new Set(primitives.flatMap(({ selectors }) => selectors.flatMap(drawnClasses)));
  // A sign is painted in the colour of its place.
  shared.delete('k-mark');
  /** What redraws a shape; where it stands, how wide it is and whether it is shown is the component's matter. */
  const redrawing = /^(color|background|border|font|padding|letter-spacing|text-decoration|box-shadow|list-style)/;

  test('is drawn in primitives.css only, on the screen', () => {
    expect(shared.size).toBeGreaterThan(15);
    const redrawn = ofBlocks.flatMap(({ file, rules }) =>
      rules
        .filter(
          ({ within, selectors, properties }) =>
            !within.includes('@media print') &&
            selectors.flatMap(drawnClasses).some((name) => shared.has(name)) &&
            properties.some((name) => redrawing.test(name)),
        )
        .map(({ selectors }) => `${file}: ${selectors}`),
    );
    expect(redrawn).toEqual([]);
  });

  test('and every other block has one home', () => {
    const homes = new Map<string, Set<string>>();
    for (const { file, rules } of sheets) {
      for (const selector of rules.flatMap(({ selectors }) => selectors)) {
        const [, name] = /^\.(k-[a-z0-9-]+?)$/.exec(selector) ?? [];
        if (name) homes.set(name, (homes.get(name) ?? new Set()).add(file));
      }
    }
    const doubles = [...homes].filter(([, places]) => places.size > 1).map(([name, places]) => [name, ...places]);
    expect(doubles).toEqual([]);
  });
});

test('no property is asked for that nothing sets: a rule with one would be no rule', () => {
  const found = (pattern: RegExp) => files.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name));
  const set = new Set(found(/(--k-[a-z0-9-]+)(?=['"]?\]?\s*:)/g));
  expect([...new Set(found(/var\((--k-[a-z0-9-]+)/g))].filter((name) => !set.has(name))).toEqual([]);
});
