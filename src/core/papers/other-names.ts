import { foldText } from '../text/fold.ts';

/** A name shorter than this stands in too many words, e.g. 区. */
const shortest = 3;

/**
 * Names of others that stand in texts which are about to go to somebody else: nothing of one client belongs on another's
 * paper. @param names of the others, a remark in brackets left aside; @returns those that are found, each once
 */
export function findOtherNames(texts: readonly string[], names: readonly string[]): string[] {
  const folded = texts.map(foldText);
  const bare = names.map((name) => name.replace(/（[^）]*）/g, '').trim());
  return [...new Set(bare)].filter(
    (name) => name.length >= shortest && folded.some((text) => text.includes(foldText(name))),
  );
}
