import { documentPrefix } from '../../stores/document-prefix.ts';
import { attempt } from '../parts/attempt.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part } from '../parts/parts.ts';
import '../parts/watch-characters.ts';

/**
 * A document: the whole of it stands on the page to be read and printed. What fills it in comes when it is asked for, or at once
 * where there is a draft of it.
 */
class DocumentTool extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const begin = () =>
      attempt(this, '[data-failed]', async () => {
        const { beginDocument } = await import('./begin-document.ts');
        beginDocument(this, signal);
      });
    const button = part(this, '[data-begin]', HTMLButtonElement);
    button.hidden = false;
    // Whoever pressed goes on with the fields; the button is gone.
    const press = () => begin().then(() => this.querySelector<HTMLElement>('[data-edit] form > h2')?.focus());
    button.addEventListener('click', () => void press(), { signal });
    if (location.hash.startsWith('#draft=') || this.#hasDraft()) void begin();
  }

  #hasDraft(): boolean {
    const { base = '/', document: id = '' } = this.dataset;
    try {
      return Object.keys(localStorage).some((key) => key.startsWith(documentPrefix(base, id)));
    } catch {
      // Storage is blocked: there is none to be read.
      return false;
    }
  }
}

customElements.define('document-tool', DocumentTool);
