import { findText } from '../core/decision/answer-set.ts';
import type { ActiveDuty, Result, Verdict } from '../core/decision/decide.ts';
import type { Basis, Outcome } from '../core/decision/definition.ts';
import { describeSkipped } from '../core/decision/describe.ts';
import { timeFieldId } from '../core/decision/field-ids.ts';
import { findDecision } from './support/decision-context.ts';
import { load } from './support/load.ts';
import { part, show } from './support/parts.ts';

/** Shows what follows from the answers, and leads on to paper or to a file. */
class DecisionResult extends HTMLElement {
  #controller = new AbortController();

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const { store } = findDecision(this);
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    on('[data-print]', () => print());
    on('[data-restart]', () => this.#restart());
    on('[data-make]', () => void this.#make());
    this.addEventListener('click', (event) => this.#stamp(event), { signal });
    this.addEventListener('input', (event) => this.#type(event), { signal });
    signal.addEventListener(
      'abort',
      store.$verdict.subscribe((verdict) => this.#show(verdict)),
    );
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  #show(verdict: Verdict): void {
    const isDecided = verdict.kind === 'decided';
    show(this, '[data-result]', isDecided);
    part(this, '[data-announce]', HTMLElement).textContent = '';
    if (!isDecided) return;
    const { result, skipped } = verdict;
    const { outcomes, contradictions, duties } = result;
    part(this, '[data-announce]', HTMLElement).textContent = outcomes.map(({ title }) => title).join('、');
    show(this, '[data-several]', outcomes.length > 1);
    const lines = outcomes.map((outcome) => this.#toOutcome(outcome, result));
    part(this, '[data-outcomes]', HTMLElement).replaceChildren(...lines);
    this.#list(
      '[data-contradictions]',
      '[data-contradiction-list]',
      contradictions.map(({ text }) => text),
    );
    for (const section of this.querySelectorAll<HTMLElement>('[data-stage]')) {
      const some = duties.filter(({ duty }) => duty.stage === section.dataset['stage']);
      section.hidden = some.length === 0;
      part(section, 'ol', HTMLElement).replaceChildren(...some.map((duty) => this.#toDuty(duty)));
    }
    this.#list('[data-skipped]', '[data-skipped-list]', skipped.map(describeSkipped));
  }

  #list(place: string, list: string, texts: readonly string[]): void {
    show(this, place, texts.length > 0);
    const lines = texts.map((textContent) => Object.assign(document.createElement('li'), { textContent }));
    part(this, list, HTMLElement).replaceChildren(...lines);
  }

  #toOutcome({ id, title, text, basis }: Outcome, { rules }: Result): DocumentFragment {
    const made = this.#copy('[data-outcome-template]');
    part(made, '[data-title]', HTMLElement).textContent = title;
    part(made, '[data-text]', HTMLElement).textContent = text;
    const own = rules.filter(({ outcome }) => outcome === id).flatMap((rule) => rule.basis);
    addLinks(part(made, '[data-basis]', HTMLElement), [...basis, ...own]);
    return made;
  }

  #toDuty({ duty, isCertain }: ActiveDuty): DocumentFragment {
    const made = this.#copy('[data-duty-template]');
    const put = (selector: string, text: string) => {
      part(made, selector, HTMLElement).textContent = text;
    };
    put('[data-text]', duty.text);
    put('[data-who]', duty.who);
    put('[data-record]', duty.record);
    show(made, '[data-unsure]', !isCertain);
    show(made, '[data-who-part]', duty.who !== '');
    show(made, '[data-record-part]', duty.record !== '');
    addLinks(part(made, '[data-basis]', HTMLElement), duty.basis);
    const time = made.querySelector<HTMLInputElement>('[data-time]');
    if (time) {
      time.id = timeFieldId(duty.id);
      time.dataset['time'] = duty.id;
      time.value = findText(findDecision(this).store.$given.get().times, duty.id);
      put('[data-time-of]', duty.text);
    }
    return made;
  }

  #copy(selector: string): DocumentFragment {
    return document.importNode(part(this, selector, HTMLTemplateElement).content, true);
  }

  #restart(): void {
    const { root, store } = findDecision(this);
    store.takeAnswers({});
    for (const input of root.querySelectorAll<HTMLInputElement>('[data-question] input')) input.checked = false;
    root.querySelector<HTMLElement>('[data-question]:not([hidden]) legend')?.focus();
  }

  /** Code and fields of the file come when somebody wants one. */
  async #make(): Promise<void> {
    const { root } = findDecision(this);
    show(this, '[data-make-failed]', false);
    try {
      await load(import('./decision-file.ts'));
      root.dispatchEvent(new CustomEvent('decision:make'));
    } catch (error) {
      console.error(error);
      show(this, '[data-make-failed]', true);
    }
  }

  #type({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const duty = target.dataset['time'];
    if (duty !== undefined) findDecision(this).store.fillTime(duty, target.value);
  }

  /** Writes the time of now beside a step. */
  #stamp({ target }: Event): void {
    if (!(target instanceof HTMLElement) || target.closest('[data-now]') === null) return;
    const input = target.closest('li')?.querySelector<HTMLInputElement>('[data-time]');
    const duty = input?.dataset['time'];
    if (!input || duty === undefined) return;
    const two = (n: number) => String(n).padStart(2, '0');
    const now = new Date();
    input.value = `${now.getMonth() + 1}/${now.getDate()} ${two(now.getHours())}:${two(now.getMinutes())}`;
    findDecision(this).store.fillTime(duty, input.value);
  }
}

function addLinks(place: HTMLElement, basis: readonly Basis[]): void {
  const known = new Map(basis.map((one) => [one.citation, one]));
  const links = [...known.values()].map(({ label, href }) =>
    Object.assign(document.createElement('a'), { href, textContent: label }),
  );
  place.append(...links.flatMap((link, index) => (index > 0 ? ['、', link] : [link])));
}

customElements.define('decision-result', DecisionResult);
