import { expect, test } from 'vitest';
import { trimSheet } from '../../src/site/trim-styles.ts';

const trim = (css: string) => trimSheet(css, new Set(['met', 'also']));

test('a rule of Starlight that asks for a class which nothing has is left out, with what it leaves empty', () => {
  expect(trim('@layer starlight.core{.met{top:0}.gone{top:1px}@media print{.gone a{top:2px}}}')).toBe(
    '@layer starlight.core{.met{top:0}}',
  );
  expect(trim('@layer starlight.core{.gone{top:0}}a{top:0}')).toBe('a{top:0}');
});

test('of several selectors those stay that can be met', () => {
  expect(trim('@layer starlight.core{.gone,.met .also,a{top:0}}')).toBe('@layer starlight.core{.met .also,a{top:0}}');
});

test('what is denied, or one of several, is not asked for', () => {
  const css =
    '@layer starlight.content{.met:not(:where(.gone *)){top:0}:is(.gone,.met){top:0}.rtl\\:flip{top:0}a:hover{top:.5em}}';
  expect(trim(css)).toBe(css.replace('.rtl\\:flip{top:0}', ''));
});

test("kitei's own rules stay as they are", () => {
  const css = '@layer kitei.blocks{.gone{top:0}}.gone{top:0}@layer starlights{.gone{top:0}}';
  expect(trim(css)).toBe(css);
});
