import { LiveElement } from '../parts/live-element.ts';
import { part } from '../parts/parts.ts';
import { isSearchShortcut } from './shortcut.ts';
import { SearchView } from './view.ts';

const fields = ['q', 'handbook', 'role', 'kind'] as const;

/** /search/?q=…: the question and its filters stand in the address, so that a search can be linked and kept. */
class SearchPage extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const form = part(this, 'form', HTMLFormElement);
    form.hidden = false;
    readAddress(form);
    const view = new SearchView(this, signal, { onAsked: () => writeAddress(form) });
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        void view.ask();
      },
      { signal },
    );
    window.addEventListener(
      'popstate',
      () => {
        readAddress(form);
        void view.ask();
      },
      { signal },
    );
    form.addEventListener('change', (event) => event.target instanceof HTMLSelectElement && void view.ask(), {
      signal,
    });
    const shortcut = (event: KeyboardEvent) => {
      if (!isSearchShortcut(event)) return;
      event.preventDefault();
      part(form, 'input', HTMLInputElement).select();
    };
    document.addEventListener('keydown', shortcut, { signal });
    void view.ask();
  }
}

function readAddress(form: HTMLFormElement): void {
  const parameters = new URLSearchParams(location.search);
  for (const name of fields) {
    const field = form.elements.namedItem(name);
    // A select takes an unknown value as none.
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = parameters.get(name) ?? '';
  }
}

function writeAddress(form: HTMLFormElement): void {
  const parameters = new URLSearchParams();
  for (const name of fields) {
    const value = new FormData(form).get(name);
    if (typeof value === 'string' && value) parameters.set(name, value);
  }
  const query = parameters.toString();
  const search = query && `?${query}`;
  // Browsers count these calls and refuse them when there are many.
  if (search !== location.search) history.replaceState(history.state, '', search || location.pathname);
}

customElements.define('search-page', SearchPage);
