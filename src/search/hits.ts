import { type EntryMatch, matchEntry } from './answer.ts';
import { type Filters, fits } from './filters.ts';
import type { TextFile } from './index-file.ts';
import type { Weighed } from './lead.ts';
import type { LoadedIndex } from './loaded-index.ts';
import type { Phrase } from './phrase.ts';
import type { Question } from './question.ts';
import type { Entry, SearchRecord } from './records.ts';

/** One line of the result list. */
export interface Hit {
  type: SearchRecord['type'];
  /** Short name of the handbook; empty for a question of a check list. */
  handbook: string;
  pageTitle: string;
  /** Path from the site's base, with the anchor. */
  url: string;
  headings: string[];
  entry: Entry;
  marks: EntryMatch['marks'];
  score: number;
  /** Further entries of the same heading that answer as well. */
  others: { label: string; url: string }[];
  /** Why it stands where it does: its record, and what the full text of the entry says. */
  why: Weighed & { text: number };
}

/** How much the full text of a record may move it. */
const textShare = 0.38;
/** Entries beside the best one that are offered: nearly as good, and not many. */
const othersShare = 0.7;
const mostOthers = 4;

/** What only informs, such as a row of a list that a company fills in, stands behind a rule that answers as well. */
const informationShare = 0.75;

/** A record that was found as a line, with the entry that answers best; undefined where the filters leave none of it. */
export function toHit(
  found: Weighed,
  text: TextFile[number],
  question: Question,
  phrases: readonly Phrase[],
  filters: Filters,
  { file, pages }: LoadedIndex,
): Hit | undefined {
  const page = pages[found.record];
  const matches = text.entries
    .filter((entry) => fits(entry, filters))
    .map((entry) => ({ entry, match: matchEntry(entry, question, file.kanaWords, phrases) }))
    .sort((a, b) => b.match.score - a.match.score);
  const [best, ...rest] = matches;
  if (!page || !best) return undefined;
  const urlOf = ({ anchor }: Entry) => page.path + (anchor && `#${anchor}`);
  return {
    type: page.type,
    handbook: file.handbooks[page.handbook] ?? '',
    pageTitle: page.title,
    url: urlOf(best.entry),
    headings: text.headings,
    entry: best.entry,
    marks: best.match.marks,
    score:
      found.score * (best.entry.kind === 'information' ? informationShare : 1) * (1 + textShare * best.match.score),
    others: rest
      .filter(({ match }) => match.score > 0 && match.score >= best.match.score * othersShare)
      .slice(0, mostOthers)
      .map(({ entry }) => ({ label: entry.label, url: urlOf(entry) })),
    why: { ...found, text: best.match.score },
  };
}
