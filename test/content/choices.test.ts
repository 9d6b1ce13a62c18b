import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { contentRoot } from '../../src/compiler/library.ts';
import type { FillInItem } from '../../src/core/tailoring/items.ts';
import { shareLibrary } from '../support/share-library.ts';
import { readWith } from './undecided.ts';

const choices = (await shareLibrary(contentRoot())).fillIns.flatMap(({ path, options }) => {
  const [group, id = ''] = path.split('.');
  return group === 'choices' ? [{ id, options: Object.keys(options ?? {}) }] : [];
});

/** The content of a company that has decided; what the build checks of it is checked. */
async function readDecided(decisions: Record<string, string>): Promise<FillInItem[]> {
  const values = new Map(Object.entries(decisions).map(([id, option]) => [`choices.${id}`, option]));
  const { library, root } = await readWith(values);
  try {
    return library.fillIns.filter(({ path }) => path.startsWith('choices.'));
  } finally {
    await rm(root, { recursive: true });
  }
}

if (choices.length === 0) test.skip('this folder leaves no choice to the company');

describe.runIf(choices.length > 0)('a company that decides every choice can build its site:', () => {
  // Over the longest list of options each option is taken at least once.
  const most = Math.max(0, ...choices.map(({ options }) => options.length));
  test.each(Array.from({ length: most }, (_, turn) => turn))('option %i of each', { timeout: 60_000 }, async (turn) => {
    const decisions = choices.map(({ id, options }) => [id, options[turn % options.length] ?? '']);
    const items = await readDecided(Object.fromEntries(decisions));
    expect(items.filter(({ isOpen }) => isOpen)).toEqual([]);
    expect(items.map(({ path, value }) => [path.replace('choices.', ''), value])).toEqual(decisions);
  });
});
