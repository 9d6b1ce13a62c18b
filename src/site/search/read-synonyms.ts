import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseContent, parseYaml } from '../../compiler/parse-content.ts';
import { ContentError } from '../../core/content-error.ts';
import { type Synonyms, SynonymsSchema } from '../../core/regulation/synonyms.ts';
import { fold } from '../../search/fold.ts';
import type { SearchRecord } from '../../search/records.ts';

/**
 * Reads synonyms.yaml; a folder without it has none.
 * @param root path of the content folder
 * @param sample texts that are in no record because the company chose otherwise
 * @throws ContentError for a word of `find` or `kanaWords` that neither has: it would never find anything
 */
export async function readSynonyms(
  root: string,
  records: readonly SearchRecord[],
  sample: readonly string[] = [],
): Promise<Synonyms> {
  const file = join(root, 'synonyms.yaml');
  const source = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  });
  if (source === undefined) return { kanaWords: [], synonyms: [] };
  const read = parseContent(SynonymsSchema, parseYaml(source, file), file);
  const text = fold([...records.flatMap(textsOf), ...sample].join('\n')).text;
  const check = (word: string, path: string) => {
    if (text.includes(fold(word).text)) return;
    throw new ContentError(`"${word}" stands in no provision and in no check list.`, {
      file,
      path,
      hint: 'Write the word as the texts have it; words that only people use belong under say.',
    });
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
