import { findAbsent } from './absent.ts';
import { type EntryMatch, matchEntry } from './answer.ts';
import { foldWords } from './fold.ts';
import {
  type FiltersFile,
  type IndexFile,
  readFiltersFile,
  readIndexFile,
  readReadingsFile,
  readTextFile,
  readWordsFile,
  recordOf,
  type TextFile,
} from './index-file.ts';
import type { Readings, Written } from './kana.ts';
import { nearestWord } from './near.ts';
import { longestQuestion, type Question, splitCompound, toQuestion, type Unit } from './question.ts';
import {
  type Positions,
  type Ranked,
  type RecordLayout,
  rankRecords,
  standsSomewhere,
  standsTogether,
} from './rank.ts';
import type { Entry, SearchRecord } from './records.ts';
import { toRuns } from './tokens.ts';
import { type FoundTool, findTools } from './tools.ts';
import { writeOut } from './written.ts';

/** What this code needs of Pagefind's browser API. */
export interface Pagefind {
  search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
  /** Fetches what a search for the term reads. */
  preload(term: string): Promise<void>;
}

/** Where files come from; in the browser the network, in the explain command a folder. */
export interface Source {
  loadPagefind(): Promise<Pagefind>;
  /** @param name a file of `search-index/`, e.g. `index.json` */
  loadJson(name: string): Promise<unknown>;
}

/** What to leave out; each empty or absent for no choice. */
export interface Filters {
  handbook?: string;
  /** `<handbook>:<role id>` */
  role?: string;
  kind?: string;
}

/** One line of the result list. */
export interface Hit {
  type: SearchRecord['type'];
  /** Short name of the handbook; empty for a tool. */
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
}

export interface Answer {
  question: Question;
  /** Numbers of clauses in the question that no document has. */
  missing: string[];
  /** Words of the question that no text has, as they were typed. */
  absent: string[];
  /** Records that were found in all. */
  count: number;
  hits: Hit[];
  /** Decisions, check lists, forms and registers that answer it, the best first. */
  tools: FoundTool[];
  /** Every record found, for the explain command. */
  ranked: Ranked[];
}

interface Loaded {
  file: IndexFile;
  pagefind: Pagefind;
  layout: RecordLayout;
}

/** Records whose texts are fetched and weighed: what a screen shows, and the tools among the first. */
const shown = 8;
/** How much the full text of a record may move it. */
const textShare = 0.35;
/** Entries beside the best one that are offered: nearly as good, and not many. */
const othersShare = 0.7;
const mostOthers = 4;
/** What a place of another document counts where the question names a client. */
const otherDocument = 0.05;
/** What the question of a check list counts against a provision. */
const questionShare = 0.6;
/** What a word counts that the reader probably meant. */
const correctionWeight = 0.8;

/** The search: asks Pagefind for each word of a question, ranks what comes back, and fetches the texts to show. */
export class Engine {
  readonly #source: Source;
  readonly #texts = new Map<string, Promise<TextFile>>();
  readonly #positions = new Map<string, Promise<Positions>>();
  #ready: Promise<Loaded> | undefined;
  #filters: Promise<FiltersFile> | undefined;
  #words: Promise<string[]> | undefined;
  #readings: Promise<Readings> | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Fetches what every search needs. A failed load is tried again by the next call. */
  load(): Promise<Loaded> {
    this.#ready ??= this.#load().catch((cause: unknown) => {
      this.#ready = undefined;
      throw cause;
    });
    return this.#ready;
  }

  async #load(): Promise<Loaded> {
    const [json, pagefind] = await Promise.all([this.#source.loadJson('index.json'), this.#source.loadPagefind()]);
    const file = readIndexFile(json);
    return { file, pagefind, layout: toLayout(file) };
  }

  /** Words worth suggesting. */
  words(): Promise<string[]> {
    this.#words ??= this.#source.loadJson('words.json').then(readWordsFile);
    this.#words.catch(() => {
      this.#words = undefined;
    });
    return this.#words;
  }

  /** @param from first record to show, for 「続き」 */
  async ask(asked: string, filters: Filters = {}, from = 0): Promise<Answer> {
    const { file, layout } = await this.load();
    const written = await this.#writeOut(asked, file);
    const question = toQuestion(written.text, file);
    const found = new Map<string, Positions>();
    const find = (term: string) => found.get(term) ?? new Map();
    await this.#findAll(question.units, found);
    await this.#correct(question, found, find);
    await this.#printCorrections(question);
    const missing = replaceMissingNumbers(question, find);
    const absent = findAbsent(asked, question, written.unread, file.near, find);
    const isAllowed = await this.#toTest(filters, file);
    const ranked = leadNamed(rankRecords(question, find, layout), question, file);
    const kept = ranked.filter(({ record }) => isAllowed(record));
    const tools = filters.kind || filters.role ? [] : findTools(question, file.tools);
    const toHit = (one: Ranked) => this.#toHit(one, question, filters, file);
    const hits = await Promise.all(kept.slice(from, from + shown).map(toHit));
    return {
      question,
      missing,
      absent,
      count: kept.length,
      hits: hits.filter((hit) => hit !== undefined).sort((a, b) => b.score - a.score),
      tools,
      ranked: kept,
    };
  }

  /** The question in the writing of the texts. */
  #writeOut(asked: string, file: IndexFile): Promise<Written> {
    return writeOut(asked.slice(0, longestQuestion), file, () => {
      this.#readings ??= this.#source.loadJson('readings.json').then(readReadingsFile);
      this.#readings.catch(() => {
        this.#readings = undefined;
      });
      return this.#readings;
    });
  }

  async #findAll(units: readonly Unit[], found: Map<string, Positions>): Promise<void> {
    const terms = new Set(units.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.terms)));
    const { pagefind } = await this.load();
    // Pagefind finds longer words as well, in whatever parts of the index it has by then: all of them first, or the same
    // question is answered one way or another, as its parts arrive.
    await Promise.all([...terms].map((term) => pagefind.preload(term)));
    await Promise.all([...terms].map(async (term) => found.set(term, await this.#find(term))));
  }

  /** Adds the nearest word of the texts to each word of the question that stands nowhere. */
  async #correct(question: Question, found: Map<string, Positions>, find: (term: string) => Positions): Promise<void> {
    // Three letters beside other words are seldom worth a list of words: 見分け方.
    const leastUnknown = question.units.length > 1 ? 4 : 3;
    const unknown = question.units.filter(
      ({ kind, text, alternatives }) =>
        kind === 'word' &&
        text.length >= leastUnknown &&
        !alternatives.some(({ terms }) => standsSomewhere(terms, find)),
    );
    if (unknown.length === 0) return;
    const { file } = await this.load();
    const words = await this.words();
    for (const unit of unknown) {
      const nearest = nearestWord(unit.text, words);
      if (nearest === undefined) {
        const pieces = splitCompound(unit, (terms) => standsSomewhere(terms, find), file);
        if (pieces) question.units.splice(question.units.indexOf(unit), 1, ...pieces.units);
        if (pieces?.isCut) question.cut.push(unit.text);
        continue;
      }
      const terms = toRuns(nearest, file.kanaWords).flatMap((run) => run.terms);
      unit.alternatives.push({ text: nearest, terms, weight: correctionWeight });
      question.corrections.push({ from: unit.text, to: nearest });
    }
    await this.#findAll(question.units, found);
  }

  /** A correction is shown as the texts print it; one that no list has in print is kept to itself. */
  async #printCorrections({ corrections }: Question): Promise<void> {
    if (corrections.length === 0) return;
    const words = await this.words();
    const printed = corrections.flatMap(({ from, to }) => {
      const word = words.includes(to) ? to : words[foldWords(words).indexOf(to)];
      return word === undefined ? [] : [{ from, to: word }];
    });
    corrections.splice(0, corrections.length, ...printed);
  }

  /** Positions of a word of the index in the records. */
  #find(term: string): Promise<Positions> {
    const known = this.#positions.get(term);
    if (known) return known;
    const positions = this.load().then(async ({ pagefind }) => {
      const { results } = await pagefind.search(term);
      const byRecord = new Map<number, number[]>();
      for (const { id, words } of results)
        byRecord.set(
          recordOf(id),
          words.toSorted((a, b) => a - b),
        );
      return byRecord;
    });
    this.#positions.set(term, positions);
    positions.catch(() => this.#positions.delete(term));
    return positions;
  }

  /** Whether the filters leave a record. */
  async #toTest(filters: Filters, file: IndexFile): Promise<(record: number) => boolean> {
    const { handbook, role, kind } = filters;
    if (!handbook && !role && !kind) return () => true;
    if (role || kind) this.#filters ??= this.#source.loadJson('filters.json').then(readFiltersFile);
    this.#filters?.catch(() => {
      this.#filters = undefined;
    });
    const lists = await this.#filters;
    return (record) =>
      (!handbook || pageOf(file, record)?.handbook === handbook) &&
      (!role || lists?.[record]?.roles.includes(role) === true) &&
      (!kind || lists?.[record]?.kinds.includes(kind) === true);
  }

  async #toHit(
    { record, score }: Ranked,
    question: Question,
    filters: Filters,
    file: IndexFile,
  ): Promise<Hit | undefined> {
    const page = pageOf(file, record);
    const block = file.texts.findLast(({ from }) => from <= record);
    const text = block && (await this.#loadTexts(block.name))[record - block.from];
    if (!page || !text) return undefined;
    const fits = ({ kind, roles }: Entry) =>
      (!filters.kind || kind === filters.kind) && (!filters.role || roles.includes(filters.role));
    const matches = text.entries
      .filter(fits)
      .map((entry) => ({ entry, match: matchEntry(entry, question, file.kanaWords) }));
    matches.sort((a, b) => b.match.score - a.match.score);
    const [best, ...rest] = matches;
    if (!best) return undefined;
    const urlOf = ({ anchor }: Entry) => page.path + (anchor && `#${anchor}`);
    return {
      type: page.type,
      handbook: file.handbooks[page.handbook] ?? '',
      pageTitle: page.title,
      url: urlOf(best.entry),
      headings: text.headings,
      entry: best.entry,
      marks: best.match.marks,
      score: score * (1 + textShare * best.match.score),
      others: rest
        .filter(({ match }) => match.score > 0 && match.score >= best.match.score * othersShare)
        .slice(0, mostOthers)
        .map(({ entry }) => ({ label: entry.label, url: urlOf(entry) })),
    };
  }

  #loadTexts(name: string): Promise<TextFile> {
    const known = this.#texts.get(name);
    if (known) return known;
    const texts = this.#source.loadJson(`text-${name}.json`).then(readTextFile);
    this.#texts.set(name, texts);
    texts.catch(() => this.#texts.delete(name));
    return texts;
  }
}

/** 第16条第99号 where 第16条 has no such item: the longest part that stands somewhere is looked for in its place. */
function replaceMissingNumbers(question: Question, find: (term: string) => Positions): string[] {
  const missing: string[] = [];
  for (const unit of question.units) {
    const [number] = unit.alternatives;
    if (unit.kind !== 'clause' || !number || standsTogether(number.terms, find)) continue;
    const place = unit.alternatives.find(({ terms }) => standsTogether(terms, find));
    if (place) {
      unit.alternatives = [place];
      continue;
    }
    missing.push(unit.text);
    const parts = number.terms.map((_, index) => number.terms.slice(0, index)).reverse();
    const terms = parts.find((part) => part.length > 0 && standsTogether(part, find));
    if (terms) unit.alternatives = [{ ...number, terms }];
  }
  return missing;
}

/** The document of a client that the question names leads; what a check list asks stands behind the rule that it asks about. */
function leadNamed(ranked: Ranked[], { named }: Question, file: IndexFile): Ranked[] {
  const weightOf = (record: number) => {
    const { type, handbook = '' } = pageOf(file, record) ?? {};
    if (type === 'checklist') return questionShare;
    return named.length === 0 || named.includes(handbook) ? 1 : otherDocument;
  };
  const weighed = ranked.map((one) => ({ ...one, score: one.score * weightOf(one.record) }));
  return weighed.sort((a, b) => b.score - a.score || a.record - b.record);
}

function pageOf(file: IndexFile, record: number): IndexFile['pages'][number] | undefined {
  return file.pages.findLast(({ from }) => from <= record);
}

/** Names of pages and documents, folded once: 練馬区 in a question means the document. */
function toLayout(file: IndexFile): RecordLayout {
  const names = file.pages.map(({ title, handbook, from }, index) => ({
    name: wordsOf(`${title} ${file.handbooks[handbook] ?? ''}`),
    from,
    end: file.pages[index + 1]?.from ?? file.ends.length,
  }));
  return {
    ends: file.ends,
    onPagesNamed: (text) => {
      const records = new Set<number>();
      for (const { name, from, end } of names) {
        if (text.length < 2 || !name.includes(text)) continue;
        for (let record = from; record < end; record++) records.add(record);
      }
      return records;
    },
  };
}

function wordsOf(text: string): string {
  return toRuns(text, [])
    .map((run) => run.text)
    .join(' ');
}
