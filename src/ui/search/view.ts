import { type Answer, Engine, type Filters } from '../../search/engine.ts';
import { leastLetters, nearTerms, suggest } from '../../search/suggest.ts';
import { part } from '../parts/parts.ts';
import { moveFocus } from './move-focus.ts';
import { hitItem, toolItem, wordItem } from './render.ts';
import { networkSource } from './source.ts';

/** How long to wait for the next letter. */
const pause = 160;
const suggestions = 6;
const wordsWhenNothing = 8;

/** What the dialog and the page of the search share: from letters typed to results shown. */
export class SearchView {
  readonly #root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #engine: Engine;
  readonly #base: string;
  readonly #onAsked: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The latest question; answers to earlier ones are dropped. */
  #turn = 0;
  #shown = 0;

  constructor(root: HTMLElement, signal: AbortSignal, { onAsked = () => {} } = {}) {
    this.#root = root;
    this.#base = root.dataset['base'] ?? '/';
    this.#input = part(root, 'input[type=search]', HTMLInputElement);
    this.#engine = new Engine(networkSource(this.#base));
    this.#onAsked = onAsked;
    // An input method composes letters that are no question yet.
    const onInput = (event: Event) => {
      if (event instanceof InputEvent && event.isComposing) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.ask({ typing: true }), pause);
    };
    this.#input.addEventListener('input', onInput, { signal });
    this.#input.addEventListener('compositionend', onInput, { signal });
    root.addEventListener('keydown', (event) => moveFocus(event, root, this.#input), { signal });
    const onWord = ({ target }: Event) => {
      const word = target instanceof Element ? target.closest('[data-ask]') : null;
      if (!word) return;
      this.#input.value = word.textContent ?? '';
      this.#input.focus();
      void this.ask();
    };
    root.addEventListener('click', onWord, { signal });
    root.querySelector('[data-more]')?.addEventListener('click', () => void this.#more(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    if (this.#input.value) void this.ask();
    else {
      this.#say('idle');
      // Ready before the first letter is complete; a fault is told when something is asked.
      this.#engine.load().catch(() => undefined);
    }
  }

  /** Asks what stands in the field and shows the answer. */
  async ask({ typing = false } = {}): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const asked = this.#input.value.trim();
    this.#onAsked();
    if (!asked) {
      this.#clear();
      return this.#say('idle');
    }
    this.#say('busy');
    try {
      const answer = await this.#engine.ask(asked, this.#filters());
      if (turn !== this.#turn) return;
      await this.#show(answer, asked);
      if (typing) await this.#suggest(asked, turn);
      else this.#hideSuggestions();
    } catch {
      // Network or index fault: the reader is told what to do; the page works on.
      if (turn !== this.#turn) return;
      this.#clear();
      this.#say('failed');
    }
  }

  async #more(): Promise<void> {
    const turn = this.#turn;
    const answer = await this.#engine
      .ask(this.#input.value.trim(), this.#filters(), this.#shown)
      .catch(() => undefined);
    if (turn !== this.#turn) return;
    if (!answer) return this.#say('failed');
    const items = answer.hits.map((hit) => hitItem(this.#root, hit, this.#base));
    part(this.#root, '[data-hits]', HTMLElement).append(...items);
    this.#shown += answer.hits.length;
    this.#showMore(answer.count);
    items[0]?.querySelector('a')?.focus();
  }

  #filters(): Filters {
    const data = new FormData(part(this.#root, 'form', HTMLFormElement));
    const value = (name: string) => String(data.get(name) ?? '');
    return { handbook: value('handbook'), role: value('role'), kind: value('kind') };
  }

  async #show(answer: Answer, asked: string): Promise<void> {
    part(this.#root, '[data-hits]', HTMLElement).replaceChildren(
      ...answer.hits.map((hit) => hitItem(this.#root, hit, this.#base)),
    );
    const tools = part(this.#root, '[data-tools]', HTMLElement);
    tools.replaceChildren(...answer.tools.map((hit) => toolItem(this.#root, hit, this.#base)));
    tools.hidden = answer.tools.length === 0;
    const meant = part(this.#root, '[data-meant]', HTMLElement);
    const [correction] = answer.question.corrections;
    meant.hidden = correction === undefined;
    part(meant, 'button', HTMLElement).textContent = correction?.to ?? '';
    const missing = part(this.#root, '[data-missing]', HTMLElement);
    missing.hidden = answer.missing.length === 0;
    missing.textContent = fill(missing.dataset['text'] ?? '', { n: answer.missing.join('」「') });
    const absent = part(this.#root, '[data-absent]', HTMLElement);
    absent.hidden = answer.absent.length === 0;
    const near = answer.hits.length > 0 ? (absent.dataset['near'] ?? '') : '';
    absent.textContent = fill(absent.dataset['text'] ?? '', { w: answer.absent.join('」「') }) + near;
    this.#shown = answer.hits.length;
    this.#showMore(answer.count);
    const nothing = part(this.#root, '[data-nothing]', HTMLElement);
    nothing.hidden = answer.hits.length > 0;
    if (answer.hits.length > 0) return this.#say('count', { n: String(answer.count) });
    this.#say('none', { q: [...asked].slice(0, 40).join('') });
    const words = nearTerms(asked, await this.#engine.words(), wordsWhenNothing);
    part(nothing, 'ul', HTMLElement).replaceChildren(...words.map((word) => wordItem(this.#root, word)));
  }

  #showMore(count: number): void {
    const more = this.#root.querySelector<HTMLElement>('[data-more]');
    if (more) more.hidden = this.#shown >= count || this.#shown === 0;
  }

  async #suggest(asked: string, turn: number): Promise<void> {
    if ([...asked].length < leastLetters) return this.#hideSuggestions();
    const words = suggest(asked, await this.#engine.words(), suggestions);
    if (turn !== this.#turn) return;
    const list = part(this.#root, '[data-suggestions]', HTMLElement);
    part(list, 'ul', HTMLElement).replaceChildren(...words.map((word) => wordItem(this.#root, word)));
    list.hidden = words.length === 0;
  }

  #hideSuggestions(): void {
    part(this.#root, '[data-suggestions]', HTMLElement).hidden = true;
  }

  #clear(): void {
    for (const name of ['hits', 'tools']) part(this.#root, `[data-${name}]`, HTMLElement).replaceChildren();
    for (const name of ['tools', 'meant', 'missing', 'absent', 'nothing', 'suggestions']) {
      part(this.#root, `[data-${name}]`, HTMLElement).hidden = true;
    }
    this.#shown = 0;
    this.#showMore(0);
  }

  #say(what: 'idle' | 'busy' | 'count' | 'none' | 'failed', values: Record<string, string> = {}): void {
    const status = part(this.#root, '[data-status]', HTMLElement);
    status.textContent = fill(status.dataset[what] ?? '', values);
    this.#root.dataset['state'] = what;
  }
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w)\}/g, (_, name: string) => values[name] ?? '');
}
