import { expect, test } from 'vitest';
import { findShipped, readUndecided } from './undecided.ts';

/** What we count and the sources do not print: sentences, items of a list, rows of a table, parts of a clause. */
const counted = /第\d+文|第\d+段落|箇条|行目|柱書|本文$|前段|後段|ただし書|但書|なお書|また書|^表$/;

test('the margin holds what the sources print; where else a provision stands is in its source line', async () => {
  const library = await readUndecided();
  const shipped = await findShipped(library);
  const provisions = [...library.provisions.values()].filter(({ handbook }) => shipped.has(handbook));
  const faults = provisions.filter(({ number }) => counted.test(number)).map(({ id, number }) => `${id}: ${number}`);
  const bare = provisions.filter(({ number }) => number === '');
  console.log(`${provisions.length} provisions, ${bare.length} without a number in the margin`);
  expect(faults).toEqual([]);
  expect(bare.filter(({ label }) => label === '')).toEqual([]);
});
