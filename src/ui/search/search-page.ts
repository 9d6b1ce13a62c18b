import { LiveElement } from '../parts/live-element.ts';
import { part } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { readQuery, toQuery } from './address.ts';
import { Facets } from './facets.ts';
import { enter, keepPlace, readEntry } from './page-history.ts';
import { isSearchShortcut } from './shortcut.ts';
import type { Manner } from './surroundings.ts';
import { SearchView } from './view.ts';

/** Waiting for the hand to rest: browsers count the changes of an entry. */
const rest = 150;

/** /search/?q=…: the question and its filters stand in the address, so that a search can be linked, kept, and gone back to. */
class SearchPage extends LiveElement {
  /** Until the page stands where it was left, its scrolling is not the person's. */
  #isComingBack = false;
  readonly #ownTitle = document.title;

  protected override arrive(signal: AbortSignal): void {
    this.querySelector('[data-blocked]')?.remove();
    // Rows come after the browser has scrolled.
    history.scrollRestoration = 'manual';
    const form = part(this, 'form', HTMLFormElement);
    form.hidden = false;
    const input = part(form, 'input', HTMLInputElement);
    const facets: Facets = new Facets(
      part(form, '[data-facets]', HTMLElement),
      signal,
      () => void view.ask('submitted'),
    );
    const view = new SearchView(this, signal, {
      filters: () => facets.filters,
      filterNames: () => facets.chosenNames,
      onAsked: (question, manner) => {
        if (manner !== 'restored') {
          this.#keepPlace(view);
          enter(toQuery({ question, filters: facets.filters }), manner === 'submitted');
        }
        this.#entitle([question && toWords(this, ['quoted'], { q: question }), ...facets.chosenNames]);
      },
      onAnswered: (answer, isAsked) => facets.show(answer?.facets, isAsked),
      onLeaving: () => this.#keepPlace(view),
    });
    const takeAddress = async (manner: Manner) => {
      const { question, filters } = readQuery(location.search);
      input.value = question;
      facets.take(filters);
      const { rows, y } = readEntry() ?? { rows: 0, y: 0 };
      this.#isComingBack = true;
      await view.ask(manner, rows);
      if (manner === 'restored') window.scrollTo(0, y);
      this.#isComingBack = false;
    };
    const on = <Name extends keyof WindowEventMap>(name: Name, act: (event: WindowEventMap[Name]) => void) =>
      window.addEventListener(name, act, { signal });
    on('popstate', () => void takeAddress('restored'));
    let timer: ReturnType<typeof setTimeout> | undefined;
    on('scroll', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#keepPlace(view), rest);
    });
    on('keydown', (event) => {
      if (!isSearchShortcut(event)) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      void view.ask('submitted');
    };
    form.addEventListener('submit', submit, { signal });
    const unfilter = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[data-unfilter]')) facets.clear();
    };
    this.addEventListener('click', unfilter, { signal });
    void takeAddress(readEntry() || !location.search ? 'restored' : 'submitted');
  }

  #keepPlace({ rows }: SearchView): void {
    if (!this.#isComingBack) keepPlace(rows, window.scrollY);
  }

  /** Tabs and entries of the history are told apart by what was asked. */
  #entitle(asked: readonly string[]): void {
    const words = asked.filter(Boolean).join('・');
    document.title = words ? toWords(this, ['title'], { w: words }) : this.#ownTitle;
  }
}

customElements.define('search-page', SearchPage);
