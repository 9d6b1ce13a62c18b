import { orThrow } from '../../compiler/faults.ts';
import { contentRoot } from '../../compiler/library.ts';
import { readSynonyms } from '../../compiler/read-synonyms.ts';
import { readWordReadings } from '../../compiler/read-word-readings.ts';
import type { Library } from '../../core/regulation/library.ts';
import { type IndexEntry, type IndexRow, joinHeadwords, pickPlaces, toRows } from '../../core/word-index/entries.ts';
import { toHiragana } from '../../core/word-index/kana-order.ts';
import { fold } from '../../search/fold.ts';
import { toRecords } from '../../search/records.ts';
import { openTexts } from './find-places.ts';
import { listCaptions, listTerms } from './headwords.ts';
import { openReading } from './read-aloud.ts';
import { listToolWords } from './tool-words.ts';

/** Places shown with a word; the search has the others. */
const mostPlaces = 3;

/**
 * The index of a site in the order of the fifty sounds: words of its documents, tools, papers, and what else people say.
 * @param root content folder of the library
 * @throws ContentError for what is wrong in its synonyms or readings
 */
export async function makeIndex(library: Library, root = contentRoot()): Promise<IndexRow[]> {
  const [synonyms, readings] = await orThrow(root, (faults) =>
    Promise.all([readSynonyms(library, toRecords(library), faults), readWordReadings(faults)]),
  );
  const { read, isName, isOpen } = await openReading(readings);
  const headwords = joinHeadwords([
    ...listToolWords(library, isName),
    ...listTerms(library, synonyms, openTexts(library)),
    ...listCaptions(library, isName),
  ]);
  const sought = new Set(headwords.flatMap(({ see }) => see));
  const entries = headwords.flatMap(({ word, places, see }) => {
    if (isOpen(word)) return [];
    const shown = pickPlaces(places, mostPlaces);
    const more = places.length - shown.length;
    return [{ word, reading: read(word), see, places: shown, more, isSought: sought.has(word) }];
  });
  return toRows(dropSpellings(entries));
}

/**
 * もれる leads where 漏れる does, which stands beside it; so does きみつほじ, ひみつほじ before 秘密保持契約, and ウィルス where
 * ウイルス stands.
 */
function dropSpellings(entries: readonly IndexEntry[]): IndexEntry[] {
  const sounds = new Set(entries.filter(({ word }) => !isKana(word)).map(({ reading }) => toSound(reading)));
  const soundOf = new Map(entries.map(({ word, reading }) => [word, toSound(reading)]));
  const isHeard = (sound: string, see: readonly string[]) =>
    sounds.has(sound) || see.some((word) => soundOf.get(word)?.startsWith(sound));
  const spelt = new Set(entries.filter(({ places }) => places.length > 0).map(({ word }) => toSound(word)));
  return entries.filter(
    ({ word, places, reading, see }) =>
      places.length > 0 || !((isKana(word) && isHeard(toSound(reading), see)) || spelt.has(toSound(word))),
  );
}

function toSound(text: string): string {
  return toHiragana(fold(text).text);
}

function isKana(word: string): boolean {
  return /^[ぁ-ゖー]+$/.test(word);
}
