import { LiveElement } from '../parts/live-element.ts';

/**
 * Around the folded 原文 of a provision: where the build has left the words on a page of their own, they are fetched
 * when the fold is opened. The link to that page stays where they cannot be.
 */
class OriginalWords extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const link = this.querySelector<HTMLAnchorElement>('summary + a');
    const show = () => {
      if (link) void this.#show(link);
    };
    this.querySelector('details')?.addEventListener('toggle', show, { once: true, signal });
  }

  async #show(link: HTMLAnchorElement): Promise<void> {
    const { origin, pathname, hash } = new URL(link.href);
    // Whether the network or the page is at fault, the link still leads there.
    const page = await loadPage(origin + pathname).catch(() => undefined);
    const words = page?.getElementById(decodeURIComponent(hash.slice(1)))?.querySelectorAll('p') ?? [];
    const copy = page?.querySelector('[data-copy]')?.textContent ?? '';
    if (words.length === 0) return;
    const note = Object.assign(document.createElement('p'), { className: 'k-note', textContent: copy });
    link.replaceWith(...[...words].map((line) => document.importNode(line, true)), note);
  }
}

const pages = new Map<string, Promise<Document>>();

/** The page of the originals, which is fetched once for all of its provisions. */
function loadPage(address: string): Promise<Document> {
  const page = pages.get(address) ?? fetchPage(address);
  pages.set(address, page);
  return page;
}

async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const html = await response.text();
  // Styles in its head would be held against the policy of this page.
  return new DOMParser().parseFromString(html.slice(html.indexOf('<main')), 'text/html');
}

customElements.define('original-words', OriginalWords);
