import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';
import { takeReturnedList, type Written } from './take-returned-list.ts';

/**
 * Reads the file that was chosen in the field of a `<returned-list>`.
 * @throws LoadError when some of what verifies does not arrive
 */
export async function readReturned(input: HTMLInputElement): Promise<void> {
  const element = input.closest('returned-list');
  if (element instanceof ReturnedList) await element.read(input);
}

/** Lets a check list that came back answer a question. It comes with the first file. */
class ReturnedList extends LiveElement {
  readonly #written: Written = {};
  /** Of the file chosen last; what is found of one before it is not told any more. */
  #turn = 0;

  protected override arrive(): void {
    // Begun anew: what was found belongs to the case before.
    this.follow(
      findDecision(this).store.$given.listen(({ answers }) => {
        if (Object.keys(answers).length === 0) this.#clear();
      }),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#turn += 1;
  }

  /** @throws LoadError when some of what verifies does not arrive */
  async read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    this.#clear();
    if (!file) return;
    // The same file chosen again must be a change again.
    input.value = '';
    const turn = this.#turn;
    show(this, '[data-checking]', true);
    // A person who has gone on to another question has answered without the file.
    const isWanted = () => this.#turn === turn && this.closest('[hidden]') === null;
    try {
      await takeReturnedList(this, file, this.#written, isWanted);
    } finally {
      if (this.#turn === turn) show(this, '[data-checking]', false);
    }
  }

  #clear(): void {
    this.#turn += 1;
    part(this, '[data-found]', HTMLElement).replaceChildren();
    show(this, '[data-checking], [data-found], [data-refused], [data-not-loaded]', false);
  }
}

customElements.define('returned-list', ReturnedList);
