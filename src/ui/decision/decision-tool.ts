import { decodeAnswers, encodeAnswers } from '../../core/decision/address.ts';
import { LiveElement } from '../parts/live-element.ts';
import { show } from '../parts/parts.ts';
import { caseOfPlace, findDecision } from './decision-context.ts';

const mark = '#a=';

/**
 * The frame of a decision: answers stand in the fragment of the address, so that going back in the browser goes back in
 * the questions, and a result can be kept as a bookmark. A fragment is never sent to a server. Which case it is stands in
 * the browser's history: loading again goes on with it, a bookmark begins another one.
 */
class DecisionTool extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store } = findDecision(this);
    show(this, '[data-scripted]', true);
    this.querySelector('[data-rule-table]')?.removeAttribute('open');
    const read = () => {
      const { hash } = location;
      const isOurs = hash.startsWith(mark);
      if (isOurs || hash === '') store.takeAnswers(isOurs ? decodeAnswers(hash.slice(mark.length)) : {}, caseOfPlace());
      this.#write();
    };
    read();
    addEventListener('popstate', read, { signal });
    this.follow(store.$given.listen(() => this.#write()));
  }

  #write(): void {
    const { answers, case: caseId } = findDecision(this).store.$given.get();
    const text = encodeAnswers(answers);
    const address = text ? mark + text : location.pathname + location.search;
    const isThere = text ? location.hash === address : !location.hash.startsWith(mark);
    const state = { ...history.state, case: caseId };
    if (!isThere) history.pushState(state, '', address);
    else if (caseOfPlace() !== caseId) history.replaceState(state, '');
  }
}

customElements.define('decision-tool', DecisionTool);
