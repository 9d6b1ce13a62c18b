import type { ActiveDuty, Result, Verdict } from '../../record/v1/decision/decide.ts';
import type { Contradiction } from '../../record/v1/decision/definition.ts';
import { describeSkipped } from '../../record/v1/decision/describe.ts';
import { attempt } from '../parts/attempt.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';

/** Shows what follows from the answers, and leads on to paper or to a file. */
class DecisionResult extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store } = findDecision(this);
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    on('[data-print]', () => print());
    on('[data-restart]', () => this.#restart());
    on('[data-make]', () => this.#make());
    // A browser asks only once for a module that did not arrive.
    on('[data-reload]', () => location.reload());
    this.follow(store.$verdict.subscribe((verdict) => this.#show(verdict)));
  }

  #show(verdict: Verdict): void {
    const isDecided = verdict.kind === 'decided';
    show(this, '[data-result]', isDecided);
    if (!isDecided) return;
    // Trying a password helps, but nothing is decided by it: without its code the result stands as it is.
    if (this.querySelector('password-check')) import('./password-check.ts').catch(console.error);
    const { result, skipped } = verdict;
    const { outcomes, contradictions, duties } = result;
    show(this, '[data-several]', outcomes.length > 1);
    const [strictest, ...others] = outcomes.map(({ id }) => this.#toOutcome(id, result));
    part(this, '[data-strictest]', HTMLElement).replaceChildren(...(strictest ? [strictest] : []));
    // What is announced is the conclusion; the rest is read below it.
    part(this, '[data-announce]', HTMLElement).textContent =
      strictest?.querySelector('[data-title]')?.textContent ?? '';
    part(this, '[data-other-outcomes]', HTMLElement).replaceChildren(...others);
    this.#showFold('others', others.length);
    show(this, '[data-contradictions]', contradictions.length > 0);
    part(this, '[data-contradiction-list]', HTMLElement).replaceChildren(
      ...contradictions.map((contradiction) => this.#toContradiction(contradiction)),
    );
    for (const section of this.querySelectorAll<HTMLElement>('[data-stage]')) {
      const isCertain = section.dataset['unsure'] === undefined;
      const some = duties.filter((one) => one.duty.stage === section.dataset['stage'] && one.isCertain === isCertain);
      section.hidden = some.length === 0;
      part(section, 'ol', HTMLElement).replaceChildren(...some.map((duty) => this.#toDuty(duty)));
    }
    if (this.querySelector('[data-papers]')) this.#showPapers();
    this.#showFold('perhaps', duties.filter(({ isCertain }) => !isCertain).length);
    this.#showFold('skipped', skipped.length);
    const sentences = skipped.map(describeSkipped);
    const lines = sentences.map((textContent) => Object.assign(document.createElement('li'), { textContent }));
    part(this, '[data-skipped-list]', HTMLElement).replaceChildren(...lines);
  }

  /** What the table says of an outcome, with what the rules that fit rest on. */
  #toOutcome(id: string, { rules }: Result): HTMLElement {
    const made = part(this.#copy('[data-outcome-template]'), 'div', HTMLElement);
    made.append(...copyOf(this.#find('outcome', id)));
    const all = findDecision(this).store.definition.rules;
    for (const rule of rules) {
      const basis = rule.outcome === id && this.#table().querySelector(`[data-rule="${all.indexOf(rule)}"]`);
      if (basis) made.append(basis.cloneNode(true));
    }
    return made;
  }

  /** What few need at once is folded away, with how much it is. */
  #showFold(name: 'others' | 'perhaps' | 'skipped', count: number): void {
    const fold = part(this, `[data-${name}]`, HTMLDetailsElement);
    fold.hidden = count === 0;
    fold.open = false;
    part(fold, `[data-${name}-count]`, HTMLElement).textContent = String(count);
  }

  /** With those documents alone that take part. */
  #toContradiction({ point, positions }: Contradiction): HTMLElement {
    const made = this.#find('point', point).cloneNode(true);
    if (!(made instanceof HTMLElement)) throw new Error(`"${point}" is no element.`);
    for (const position of made.querySelectorAll<HTMLElement>('[data-source]'))
      if (!positions.some(({ source }) => source === position.dataset['source'])) position.remove();
    return made;
  }

  #toDuty({ duty }: ActiveDuty): DocumentFragment {
    const made = this.#copy('[data-duty-template]');
    const cell = this.#find('duty', duty.id);
    part(made, '[data-text]', HTMLElement).append(...copyOf(cell));
    return made;
  }

  /** The forms to write now are listed by code of their own, which comes with the first result. */
  #showPapers(): void {
    void attempt(this, '[data-no-papers]', async () => (await load(import('./result-papers.ts'))).showPapers(this));
  }

  #table(): HTMLElement {
    return part(findDecision(this).root, '[data-rule-table]', HTMLElement);
  }

  #find(name: 'outcome' | 'duty' | 'point', id: string): HTMLElement {
    return part(this.#table(), `[data-${name}="${id}"]`, HTMLElement);
  }

  #copy(selector: string): DocumentFragment {
    return document.importNode(part(this, selector, HTMLTemplateElement).content, true);
  }

  #restart(): void {
    const { root, store } = findDecision(this);
    store.begin();
    for (const input of root.querySelectorAll<HTMLInputElement>('[data-question] input')) input.checked = false;
    root.querySelector<HTMLElement>('[data-question]:not([hidden]) legend')?.focus();
  }

  /** Code and fields of the file come when somebody wants one. A browser asks only once for a module that did not arrive. */
  #make(): void {
    void attempt(this, '[data-make-failed]', async () =>
      (await load(import('./decision-file.ts'))).openDecisionFile(this),
    );
  }
}

/** Copies of what stands in a cell. */
function copyOf(cell: HTMLElement): Node[] {
  return [...cell.childNodes].map((node) => node.cloneNode(true));
}

customElements.define('decision-result', DecisionResult);
