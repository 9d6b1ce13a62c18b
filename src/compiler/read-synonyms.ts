import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../core/regulation/library.ts';
import type { Synonyms } from '../core/regulation/synonyms.ts';
import { fold } from '../search/fold.ts';
import { type SearchRecord, toSampleTexts } from '../search/records.ts';
import type { Faults } from './faults.ts';
import { readYaml } from './parse-yaml.ts';
import { shapes } from './shapes.ts';

/**
 * Reads synonyms.yaml; a folder without it has none. A word of `find` or `kanaWords` that no text has is a fault: it
 * would never find anything.
 */
export async function readSynonyms(
  library: Library,
  records: readonly SearchRecord[],
  faults: Faults,
): Promise<Synonyms> {
  const none = { kanaWords: [], synonyms: [] };
  const file = join(faults.root, 'synonyms.yaml');
  const read = existsSync(file) ? await readYaml('synonyms.yaml', shapes.synonyms, faults) : none;
  if (!read) return none;
  // What the company's choices take off the pages is in no record, nor is a file that could not be read: its words stand
  // in its source, if there is one.
  const broken = await Promise.all(faults.lostFiles().map((one) => readFile(one, 'utf8').catch(() => '')));
  const text = fold([...records.flatMap(textsOf), ...toSampleTexts(library), ...broken].join('\n')).text;
  const check = (word: string, path: string) => {
    if (text.includes(fold(word).text)) return;
    const hint = 'Write the word as the texts have it; words that only people use belong under say.';
    faults.add(`"${word}" stands in no provision and in no check list.`, { file, path }, hint);
  };
  for (const [index, word] of read.kanaWords.entries()) check(word, `kanaWords[${index}]`);
  for (const [index, { find }] of read.synonyms.entries()) {
    for (const [at, word] of find.entries()) check(word, `synonyms[${index}].find[${at}]`);
  }
  return read;
}

function textsOf({ headings, entries, topics }: SearchRecord): string[] {
  return [...headings, ...topics, ...entries.flatMap(({ label, caption, text }) => [label, caption, text])];
}
