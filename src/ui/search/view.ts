import { Engine, type Filters } from '../../search/engine.ts';
import { nearTerms } from '../../search/suggest.ts';
import { part } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { toQuery } from './address.ts';
import { addHits, clearAnswer, showAnswer, showNothing } from './answer-view.ts';
import { handOverMarks } from './marks-handover.ts';
import { moveFocus } from './move-focus.ts';
import { Recent } from './recent.ts';
import { wordsOf } from './render.ts';
import { networkSource } from './source.ts';
import { hideWords, isEnough, offerWords } from './suggestions.ts';
import { alone, type Manner, type Surroundings } from './surroundings.ts';

/** How long to wait for the next letter. */
const pause = 160;
const wordsWhenNothing = 8;

/** What the dialog and the page of the search share: from letters typed to results shown. */
export class SearchView {
  readonly #root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #engine: Engine;
  readonly #base: string;
  readonly #around: Surroundings;
  readonly #recent: Recent;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The latest question; answers to earlier ones are dropped. */
  #turn = 0;
  #shown = 0;
  #absent: readonly string[] = [];

  constructor(root: HTMLElement, signal: AbortSignal, around: Surroundings = alone) {
    this.#root = root;
    this.#base = root.dataset['base'] ?? '/';
    this.#input = part(root, 'input[type=search]', HTMLInputElement);
    part(root, 'search-results', HTMLElement).hidden = false;
    this.#engine = new Engine(networkSource(this.#base));
    this.#around = around;
    this.#recent = new Recent(root, this.#base, signal, () => this.#input.focus());
    // An input method composes letters that are no question yet.
    const onInput = (event: Event) => {
      if (event instanceof InputEvent && event.isComposing) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.ask('typed'), pause);
    };
    this.#input.addEventListener('input', onInput, { signal });
    this.#input.addEventListener('compositionend', onInput, { signal });
    root.addEventListener('keydown', (event) => moveFocus(event, root, this.#input), { signal });
    root.addEventListener('click', (event) => this.#onClick(event), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Rows that stand there. */
  get rows(): number {
    return this.#shown;
  }

  /** Asks what stands in the field and shows the answer. @param rows at least so many, where there are as many */
  async ask(manner: Manner, rows = 0): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const asked = this.#input.value.trim();
    const filters = this.#around.filters();
    this.#around.onAsked(asked, manner);
    if (asked && manner === 'submitted') this.#recent.add(asked);
    if (!toQuery({ question: asked, filters })) return this.#rest(turn);
    this.#recent.hide();
    this.#say('busy');
    try {
      const answer = await this.#engine.ask(asked, filters);
      if (turn !== this.#turn) return;
      showAnswer(this.#root, this.#base, answer);
      this.#absent = answer.absent;
      this.#shown = answer.hits.length;
      if (this.#shown > 0) {
        this.#showMore(answer.count);
        while (this.#shown < Math.min(rows, answer.count) && (await this.#addRows(turn)).length > 0);
        if (turn !== this.#turn) return;
        this.#say('count', { n: String(answer.count) });
      } else await this.#showNothing(asked, filters, turn);
      if (turn !== this.#turn) return;
      this.#around.onAnswered(answer, true);
      if (manner !== 'typed' || !isEnough(asked)) return hideWords(this.#root);
      const words = await this.#engine.words();
      if (turn === this.#turn) offerWords(this.#root, asked, words);
    } catch {
      // Network or index fault: the reader is told what to do; the page works on.
      if (turn !== this.#turn) return;
      this.#clear();
      this.#around.onAnswered(undefined, true);
      this.#say('failed');
    }
  }

  /** Nothing is asked: what was asked before on this device, and what there is. */
  async #rest(turn: number): Promise<void> {
    this.#clear();
    this.#say('idle');
    this.#recent.offer();
    // Ready before the first letter is complete; a fault is told when something is asked.
    const answer = await this.#engine.ask('').catch(() => undefined);
    if (turn === this.#turn) this.#around.onAnswered(answer, false);
  }

  /** Says why nothing is there: the texts have nothing, or the filters leave nothing. */
  async #showNothing(asked: string, filters: Filters, turn: number): Promise<void> {
    const names = this.#around.filterNames();
    const words = { q: [...asked].slice(0, 40).join(''), f: names.join('・') };
    const all = asked && toQuery({ question: '', filters }) ? await this.#engine.ask(asked) : undefined;
    const near = all || !asked ? [] : nearTerms(asked, await this.#engine.words(), wordsWhenNothing);
    if (turn !== this.#turn) return;
    this.#showMore(0);
    const isHindered = !asked || (all !== undefined && all.count > 0);
    if (isHindered) part(this.#root, '[data-report]', HTMLElement).hidden = true;
    else showNothing(this.#root, near);
    const said = !asked ? 'empty' : isHindered ? 'filtered' : 'none';
    this.#say('none', { ...words, n: String(all?.count ?? 0) }, said);
  }

  async #more(): Promise<void> {
    const turn = this.#turn;
    try {
      const [first] = await this.#addRows(turn);
      first?.querySelector('a')?.focus();
    } catch {
      // The next rows did not arrive; those that are there stay.
      if (turn === this.#turn) this.#say('failed');
    }
  }

  /** @returns the rows that came; none where another question was asked meanwhile */
  async #addRows(turn: number): Promise<HTMLElement[]> {
    const { hits, count } = await this.#engine.ask(this.#input.value.trim(), this.#around.filters(), this.#shown);
    if (turn !== this.#turn) return [];
    this.#shown += hits.length;
    this.#showMore(hits.length > 0 ? count : 0);
    return addHits(this.#root, this.#base, hits);
  }

  #onClick(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const word = target.closest('[data-ask]');
    if (word) {
      this.#input.value = word.textContent ?? '';
      this.#input.focus();
      void this.ask('submitted');
    }
    if (target.closest('[data-more]')) void this.#more();
    if (target.closest('[data-copy]')) void this.#report();
    const item = target.closest('[data-hits] > li');
    const link = target.closest('a');
    if (!link || !(item || target.closest('[data-tools]'))) return;
    this.#recent.add(this.#input.value);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    this.#around.onLeaving();
    const url = (link.getAttribute('href') ?? '').slice(this.#base.length);
    handOverMarks(this.#base, { url, words: item ? wordsOf(item) : [] });
  }

  async #report(): Promise<void> {
    const question = this.#input.value.trim();
    const asked = { question, filters: this.#around.filters() };
    const address = new URL(`${this.#base}search/${toQuery(asked)}`, location.href).href;
    try {
      const { reportUnanswered } = await import('./report.ts');
      const filters = this.#around.filterNames();
      await reportUnanswered(this.#root, { question, absent: this.#absent, filters, address });
    } catch {
      this.#say('failed');
    }
  }

  #showMore(count: number): void {
    part(this.#root, '[data-more]', HTMLElement).hidden = this.#shown >= count || this.#shown === 0;
  }

  #clear(): void {
    clearAnswer(this.#root);
    this.#shown = 0;
    this.#showMore(0);
  }

  /** @param state that the search is in, @param words those that say it */
  #say(
    state: 'idle' | 'busy' | 'count' | 'none' | 'failed',
    texts: Readonly<Record<string, string>> = {},
    words: string = state,
  ): void {
    const status = part(this.#root, '[data-status]', HTMLElement);
    const place = state === 'failed' ? status : part(this.#root, 'search-results', HTMLElement);
    status.textContent = toWords(place, [words], texts);
    this.#root.dataset['state'] = state;
  }
}
