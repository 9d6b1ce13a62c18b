/** What this element needs of Pagefind's browser API. */
interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<PageData> }[] } | null>;
}
interface PageData {
  sub_results: { title: string; url: string; excerpt: string }[];
}

/** Pages shown, and places per page: what fits a screen. */
const pagesShown = 8;
const placesPerPage = 3;

/** The search dialog: opens with Ctrl+K or `/`, loads Pagefind's index then, lists places with a marked excerpt. */
class SiteSearch extends HTMLElement {
  #controller = new AbortController();
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const dialog = this.querySelector('dialog');
    const opener = this.querySelector<HTMLElement>('[data-open]');
    const input = this.querySelector('input');
    if (!dialog || !opener || !input) return;
    const open = () => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      this.#load().catch(() => this.#say('failed'));
      if (!input.value) this.#say('idle');
    };
    opener.hidden = false;
    opener.addEventListener('click', open, { signal });
    const onAsked = (event: Event) => {
      if (event instanceof CustomEvent && typeof event.detail === 'string') input.value = event.detail;
      open();
      void this.#search(input.value);
    };
    document.addEventListener('kitei:search', onAsked, { signal });
    this.querySelector('[data-close]')?.addEventListener('click', () => dialog.close(), { signal });
    // A click on the backdrop is a click on the dialog itself.
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(), { signal });
    this.querySelector('[data-hits]')?.addEventListener('click', () => dialog.close(), { signal });
    input.addEventListener('input', () => void this.#search(input.value), { signal });
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey, { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= import(/* @vite-ignore */ `${this.dataset['bundle']}pagefind.js`).then(
      async (pagefind: Pagefind) => {
        await pagefind.init();
        return pagefind;
      },
    );
    // A failed load is tried again when the dialog is opened again.
    this.#pagefind.catch(() => {
      this.#pagefind = undefined;
    });
    return this.#pagefind;
  }

  async #search(query: string): Promise<void> {
    if (!query.trim()) {
      this.#show([]);
      return this.#say('idle');
    }
    this.#say('busy');
    try {
      const found = await (await this.#load()).debouncedSearch(query);
      // null: a newer query is on its way.
      if (!found) return;
      const pages = await Promise.all(found.results.slice(0, pagesShown).map((result) => result.data()));
      const places = pages.flatMap((page) => page.sub_results.slice(0, placesPerPage));
      this.#show(places);
      this.#say(places.length > 0 ? 'count' : 'none', places.length);
    } catch {
      // Network or index fault: the reader is told what to do; the page behind works on.
      this.#show([]);
      this.#say('failed');
    }
  }

  #show(places: PageData['sub_results']): void {
    const list = this.querySelector('[data-hits]');
    const template = this.querySelector<HTMLTemplateElement>('template[data-hit]');
    list?.replaceChildren(
      ...places.map((place) => {
        const item = document.importNode(template?.content ?? new DocumentFragment(), true);
        const link = item.querySelector('a');
        if (link) {
          link.href = place.url;
          link.textContent = place.title;
        }
        item.querySelector('p')?.replaceChildren(...markedNodes(place.excerpt));
        return item;
      }),
    );
  }

  #say(what: 'idle' | 'busy' | 'none' | 'count' | 'failed', count?: number): void {
    const status = this.querySelector<HTMLElement>('[data-status]');
    if (status) status.textContent = `${count ? count : ''}${status.dataset[what] ?? ''}`;
  }
}

/** Text and `<mark>` of an excerpt; any other markup in it becomes plain text. */
function markedNodes(excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return new Text(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k') return event.ctrlKey || event.metaKey;
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  return event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

customElements.define('site-search', SiteSearch);
