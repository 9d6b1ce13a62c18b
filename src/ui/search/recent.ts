import { createRecentSearches } from '../../stores/recent-searches.ts';
import { part } from '../parts/parts.ts';
import { wordItem } from './render.ts';

/** The questions asked on this device, offered where the field is empty. */
export class Recent {
  readonly #root: HTMLElement;
  readonly #kept: ReturnType<typeof createRecentSearches>;

  /** @param onForgotten after the person has erased them */
  constructor(root: HTMLElement, base: string, signal: AbortSignal, onForgotten: () => void) {
    this.#root = root;
    this.#kept = createRecentSearches(base);
    const forget = () => {
      this.#kept.erase();
      this.hide();
      onForgotten();
    };
    part(root, '[data-forget]', HTMLButtonElement).addEventListener('click', forget, { signal });
  }

  add(question: string): void {
    this.#kept.add(question);
  }

  offer(): void {
    const questions = this.#kept.list();
    const place = part(this.#root, '[data-recent]', HTMLElement);
    place.hidden = questions.length === 0;
    part(place, 'ul', HTMLElement).replaceChildren(...questions.map((question) => wordItem(this.#root, question)));
  }

  hide(): void {
    part(this.#root, '[data-recent]', HTMLElement).hidden = true;
  }
}
