import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Faults } from './faults.ts';
import { isMisspelling } from './suggest.ts';

/** The registers at the top of a content folder. */
const registers = [
  'choices',
  'conflicts',
  'glossary',
  'letters',
  'organization',
  'products',
  'readings',
  'records',
  'roles',
  'synonyms',
  'term-variants',
  'topics',
];

/** A register may be left out; one under a misspelt name would be left out without a word. */
export async function checkFolder(faults: Faults): Promise<void> {
  if (!existsSync(faults.root)) return;
  const files = await readdir(faults.root);
  for (const file of files.filter((name) => /\.ya?ml$/.test(name)).sort()) {
    const name = file.replace(/\.ya?ml$/, '');
    if (file.endsWith('.yaml') && registers.includes(name)) continue;
    const meant = registers.find((one) => isMisspelling(name, one) && !files.includes(`${one}.yaml`));
    if (meant === undefined) continue;
    const place = { file: join(faults.root, file), line: 1, path: '' };
    faults.add(
      '内容のフォルダーに、この名前のファイルはありません。',
      place,
      `名前を ${meant}.yaml に変えてください。`,
    );
  }
}
