/** The home page's search field: shown where scripts run, because the page of the search needs them. */
class HomeSearch extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('form')?.removeAttribute('data-waits');
    this.querySelector('[data-blocked]')?.remove();
  }
}

customElements.define('home-search', HomeSearch);
