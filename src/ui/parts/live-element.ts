import './bring.ts';

/** An element whose listeners end when it leaves the page, and begin anew when it comes back. */
export abstract class LiveElement extends HTMLElement {
  #leaving = new AbortController();

  /** Called with every arrival on the page. @param signal aborted when the element leaves it */
  protected abstract arrive(signal: AbortSignal): void;

  connectedCallback(): void {
    this.querySelector(':scope > [data-not-running]')?.remove();
    this.#leaving = new AbortController();
    this.arrive(this.#leaving.signal);
  }

  /** Until the element leaves. @param stop ends a subscription */
  protected follow(stop: () => void): void {
    this.#leaving.signal.addEventListener('abort', stop);
  }

  disconnectedCallback(): void {
    this.#leaving.abort();
  }
}
