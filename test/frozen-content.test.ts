import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A call that opens content/ or something in it. */
const read = /\b(?:readLibrary|readDecisionDraft|readFile|readFileSync|readdir|readdirSync|cp)\(\s*['"`]content['"`/]/;
/** These look at what a company may change, and hold for whatever it writes. */
const ofTheSite = /^(content|site|browser|long)\//;

test('no test of the code reads content/, which companies change', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const readers = files.filter((file) => read.test(readFileSync(join('test', file), 'utf8')));
  expect(readers.some((file) => ofTheSite.test(file))).toBe(true);
  expect(readers.filter((file) => !ofTheSite.test(file))).toEqual([]);
});
