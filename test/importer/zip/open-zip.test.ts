import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openZip } from '../../../src/importer/zip/open-zip.ts';

test('a sound zip', () => {
  const files = openZip(
    zipSync({
      'a.xml': strToU8('あいう'.repeat(1000)),
      'b/c.xml': [strToU8('x'), { level: 0 }],
      'd/': new Uint8Array(),
    }),
  );
  expect([...files].map(([k, v]) => [k, new TextDecoder().decode(v).length])).toEqual([
    ['a.xml', 3000],
    ['b/c.xml', 1],
  ]);
});
