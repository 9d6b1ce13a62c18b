import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../core/regulation/library.ts';
import type { Synonyms } from '../core/regulation/synonyms.ts';
import { fold } from '../search/fold.ts';
import { type SearchRecord, toSampleTexts } from '../search/records.ts';
import type { Faults } from './faults.ts';
import { isGeneral, readGeneral } from './general-knowledge.ts';
import { shapes } from './shapes.ts';

/**
 * Reads synonyms.yaml; a folder without it has those of kitei. A word of `find` or `kanaWords` that no text has is a fault:
 * it would never find anything. Of kitei's own, and where a document is switched off, such a word is left out.
 */
export async function readSynonyms(
  library: Library,
  records: readonly SearchRecord[],
  faults: Faults,
): Promise<Synonyms> {
  const file = join(faults.root, 'synonyms.yaml');
  const read = await readGeneral('synonyms.yaml', shapes.synonyms, faults, { kanaWords: [], synonyms: [] });
  // What the company's choices take off the pages is in no record, nor is a file that could not be read: its words stand
  // in its source, if there is one.
  const broken = await Promise.all(faults.lostFiles().map((one) => readFile(one, 'utf8').catch(() => '')));
  const text = fold([...records.flatMap(textsOf), ...toSampleTexts(library), ...broken].join('\n')).text;
  const isThere = (word: string) => text.includes(fold(word).text);
  if (isGeneral('synonyms.yaml', faults) || library.off.length > 0) {
    const synonyms = read.synonyms.map(({ find, ...words }) => ({ ...words, find: find.filter(isThere) }));
    return { kanaWords: read.kanaWords.filter(isThere), synonyms: synonyms.filter(({ find }) => find.length > 0) };
  }
  const check = (word: string, path: string) => {
    if (isThere(word)) return;
    const hint = '本文にあるとおりの言葉を書いてください。人が使うだけの言葉は say に書きます。';
    faults.add(`「${word}」は、どの条にも、どの確認リストにもありません。`, { file, path }, hint);
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
