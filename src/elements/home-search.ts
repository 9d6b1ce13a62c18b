/** The home page's search field: hands what was typed to the one search dialog of the site. */
class HomeSearch extends HTMLElement {
  #controller = new AbortController();

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const form = this.querySelector('form');
    if (!form) return;
    form.hidden = false;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const query = String(new FormData(form).get('q') ?? '');
      document.dispatchEvent(new CustomEvent('kitei:search', { detail: query }));
    };
    form.addEventListener('submit', submit, { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }
}

customElements.define('home-search', HomeSearch);
