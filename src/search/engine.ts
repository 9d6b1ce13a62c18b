import { findAbsent } from './absent.ts';
import { matchEntry } from './answer.ts';
import { correct, findUnknown, printCorrections, toMeant } from './correct.ts';
import { countFacets, type Facets, type Filters, isFiltered, isLeft } from './filters.ts';
import { type Hit, toHit } from './hits.ts';
import { engineFile, readReadingsFile, readTextFile, readWordsFile, recordOf, type TextFile } from './index-file.ts';
import { leadNamed, type Weighed } from './lead.ts';
import { type LoadedIndex, readIndex } from './loaded-index.ts';
import { settleNumbers } from './numbers.ts';
import { once, onceEach } from './once.ts';
import { readOperators } from './operators.ts';
import { openPagefind, type Pagefind } from './pagefind.ts';
import { hasPhrase, leaveOut, type Phrase, toPhrase } from './phrase.ts';
import { longestQuestion, type Question, toQuestion } from './question.ts';
import { type Positions, rankRecords, standsSomewhere } from './rank.ts';
import { type FoundTool, findTools } from './tools.ts';
import { writeOut } from './written.ts';

export type { FacetCount, Facets, Filters } from './filters.ts';
export type { Hit } from './hits.ts';

/** Where files come from; in the browser the network, in the explain command a folder. */
export interface Source {
  /** @param name a file of `search-index/`, e.g. `index.json` */
  loadJson(name: string): Promise<unknown>;
  /** @param name a file of `pagefind/`, e.g. `engine.pagefind` */
  loadBytes(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Answer {
  question: Question;
  /** Numbers of clauses in the question that no document has. */
  missing: string[];
  /** Words of the question that no text has, as they were typed. */
  absent: string[];
  /** The question with its corrections in it: what 「もしかして」 asks. */
  meant: string | undefined;
  /** Records that were found in all; each is a hit. */
  count: number;
  hits: Hit[];
  /** What each filter would leave of what was found; without a question, of everything. */
  facets: Facets;
  /** Decisions, check lists, forms and registers that answer it, the best first. */
  tools: FoundTool[];
  /** Every record found, the best first. */
  ranked: Weighed[];
}

/**
 * Records whose texts are fetched and weighed at first, and with each 「続き」. Each text is a request or nearly one: what a
 * screen shows comes first, and whoever reads on has time.
 */
const firstRows = 5;
const furtherRows = 10;
/** Files of texts that are looked through for a phrase. In a site with more of them its words decide. */
const mostLookedThrough = 150;

/** The search: asks Pagefind for each word of a question, ranks what comes back, and fetches the texts to show. */
export class Engine {
  /** Fetches what every search needs. A failed load is tried again by the next call. */
  readonly load: () => Promise<LoadedIndex & { pagefind: Pagefind }>;
  /** Words worth suggesting. */
  readonly words: () => Promise<string[]>;
  readonly #readings;
  readonly #textsOf: (name: string) => Promise<TextFile>;
  /** Where a word of the index stands. */
  readonly #positionsOf: (term: string) => Promise<Positions>;

  constructor(source: Source) {
    this.load = once(async () => {
      const [json, code] = await Promise.all([source.loadJson('index.json'), source.loadBytes(engineFile)]);
      const index = readIndex(json);
      const meta = Uint8Array.from(atob(index.file.meta), (byte) => byte.charCodeAt(0));
      const pagefind = await openPagefind(code, meta, (name) => source.loadBytes(`index/${name}.pf_index`));
      return { ...index, pagefind };
    });
    this.words = once(async () => readWordsFile(await source.loadJson('words.json')));
    this.#readings = once(async () => readReadingsFile(await source.loadJson('readings.json')));
    this.#textsOf = onceEach(async (name) => readTextFile(await source.loadJson(`text-${name}.json`)));
    this.#positionsOf = onceEach(async (term) => {
      const { pagefind } = await this.load();
      return new Map(
        pagefind.search(term).map(({ name, places }) => [recordOf(name), places.toSorted((a, b) => a - b)]),
      );
    });
  }

  /**
   * @param asked as typed; blank with a filter for everything that the filter leaves, in the order of the site
   * @param from first record to show, for 「続き」
   */
  async ask(asked: string, filters: Filters = {}, from = 0): Promise<Answer> {
    const index = await this.load();
    const { text, phrases, excluded } = readOperators(asked.slice(0, longestQuestion));
    const written = await writeOut(text, index.vocabulary, this.#readings);
    const question = { ...toQuestion(written.text, index.vocabulary), phrases, excluded };
    const find = await this.#lookUp(question, index);
    const missing = settleNumbers(question, find);
    const absent = findAbsent(text, question, written.unread, index.file.near, find);
    question.corrections = printCorrections(question.corrections, text, index.prints);
    const ranked = leadNamed(rankRecords(question, find, index.layout), question, index);
    const isBlank = text.trim() === '';
    const toPhrases = (words: readonly string[]) => words.map((word) => toPhrase(word, index.vocabulary.loans));
    const [exact, banned] = [toPhrases(phrases), toPhrases(excluded)];
    const having = await this.#narrow(ranked, exact, isBlank, index);
    const partly = await this.#leaveOut(having, question, { phrases: exact, banned, isBlank }, index);
    const matching = having.filter(({ record }) => partly.get(record)?.entries.length !== 0);
    const seen = { ...index, sorts: index.sorts.map((sorts, record) => partly.get(record)?.entries ?? sorts) };
    const kept = isBlank && !isFiltered(filters) ? [] : matching.filter((one) => isLeft(one.record, filters, seen));
    const hits = await Promise.all(
      kept.slice(from, from + (from === 0 ? firstRows : furtherRows)).map(async (one) => {
        const record = partly.get(one.record) ?? (await this.#textOf(one.record, index));
        return record && toHit(one, record, question, exact, filters, index);
      }),
    );
    return {
      question,
      missing,
      absent,
      meant: toMeant(asked, question.corrections),
      count: kept.length,
      hits: hits.filter((hit) => hit !== undefined).sort((a, b) => b.score - a.score),
      facets: countFacets(
        matching.map(({ record }) => record),
        filters,
        seen,
      ),
      tools: filters.kind || filters.role ? [] : findTools(question, index.tools),
      ranked: kept,
    };
  }

  /** Looks up all words of a question, and what stands nowhere once more as it was probably meant. */
  async #lookUp(question: Question, { vocabulary, tools }: LoadedIndex): Promise<(term: string) => Positions> {
    const found = new Map<string, Positions>();
    const find = (term: string) => found.get(term) ?? new Map<number, readonly number[]>();
    const findAll = async () => {
      const terms = question.units.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.terms));
      for (const [term, positions] of await this.#findAll(terms)) found.set(term, positions);
    };
    await findAll();
    const stands = (terms: readonly string[]) => standsSomewhere(terms, find);
    const unknown = findUnknown(question, stands);
    if (unknown.length === 0) return find;
    correct(question, unknown, await this.words(), stands, (word) => tools.rarity.has(word), vocabulary);
    await findAll();
    return find;
  }

  async #findAll(terms: readonly string[]): Promise<Map<string, Positions>> {
    const distinct = [...new Set(terms)];
    const { pagefind } = await this.load();
    // Pagefind finds longer words as well, in whatever parts of the index it has by then: all of them first, or the same
    // question is answered one way or another, as its parts arrive.
    await Promise.all(distinct.map((term) => pagefind.preload(term)));
    return new Map(await Promise.all(distinct.map(async (term) => [term, await this.#positionsOf(term)] as const)));
  }

  /**
   * What has all phrases. A phrase is found whether its words rank it or not, and without a question everything is.
   */
  async #narrow(
    ranked: readonly Weighed[],
    phrases: readonly Phrase[],
    isBlank: boolean,
    index: LoadedIndex,
  ): Promise<Weighed[]> {
    let kept = phrases.length > 0 || isBlank ? withRest(ranked, index.pages.length) : [...ranked];
    for (const phrase of phrases) {
      const having = await this.#findHaving(phrase, kept, index);
      kept = kept.filter(({ record }) => having.has(record));
    }
    return kept;
  }

  /**
   * What is left of the records with something that is not wanted: only its entries without it, and none of them where these
   * do not answer any more.
   */
  async #leaveOut(among: readonly Weighed[], question: Question, asked: Narrowed, index: LoadedIndex) {
    const { phrases, banned, isBlank } = asked;
    const left = new Map<number, TextFile[number]>();
    for (const phrase of banned) {
      const having = await this.#findHaving(phrase, among, index);
      const isLookedThrough = new Set([...having].map((record) => index.texts[record]?.name)).size <= mostLookedThrough;
      for (const record of having) {
        const text = isLookedThrough ? await this.#textOf(record, index) : undefined;
        const rest = text ? leaveOut(text, banned) : { headings: [], entries: [] };
        const answers =
          phrases.length > 0
            ? phrases.every((one) => hasPhrase(rest, one))
            : isBlank || rest.entries.some((entry) => matchEntry(entry, question, index.file.kanaWords).score > 0);
        left.set(record, answers ? rest : { ...rest, entries: [] });
      }
    }
    return left;
  }

  /** Which of the records have a phrase, by the index and then by their texts. */
  async #findHaving(phrase: Phrase, among: readonly Weighed[], index: LoadedIndex): Promise<Set<number>> {
    const positions = await this.#findAll(phrase.traces.flat());
    const likely = among
      .map(({ record }) => record)
      .filter((record) => phrase.traces.every((terms) => terms.some((term) => positions.get(term)?.has(record))));
    const files = new Set(likely.map((record) => index.texts[record]?.name));
    if (files.size > mostLookedThrough) return new Set(likely);
    const texts = await Promise.all(likely.map((record) => this.#textOf(record, index)));
    return new Set(likely.filter((_, at) => texts[at] !== undefined && hasPhrase(texts[at], phrase)));
  }

  async #textOf(record: number, { texts }: LoadedIndex): Promise<TextFile[number] | undefined> {
    const place = texts[record];
    return place && (await this.#textsOf(place.name))[place.at];
  }
}

/** How a question is narrowed by its signs. */
interface Narrowed {
  phrases: readonly Phrase[];
  /** What must not stand there. */
  banned: readonly Phrase[];
  isBlank: boolean;
}

/** All records: those that words rank, then the others in the order of the site. */
function withRest(ranked: readonly Weighed[], total: number): Weighed[] {
  const known = new Set(ranked.map(({ record }) => record));
  const rest = Array.from({ length: total }, (_, record) => record).filter((record) => !known.has(record));
  return [...ranked, ...rest.map((record) => ({ record, score: 0, coverage: 0, points: [], shares: [], factor: 1 }))];
}
