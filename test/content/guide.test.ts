import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { shapes } from '../../src/compiler/shapes.ts';

test('each message about a shape sends its reader to the file that explains it, and the guide does too', async () => {
  const guide = await readFile('content/README.md', 'utf8');
  for (const { schema, file } of Object.values(shapes)) {
    const exported = Object.values(await import(/* @vite-ignore */ `../../${file}`));
    expect(exported, file).toContain(schema);
    expect(guide).toContain(file);
  }
});
