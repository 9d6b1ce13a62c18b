import { decodeAnswers, encodeAnswers } from '../../core/decision/address.ts';
import { LiveElement } from '../parts/live-element.ts';
import { show } from '../parts/parts.ts';
import { caseOf, findDecision } from './decision-context.ts';

const mark = '#a=';

/**
 * The frame of a decision: answers stand in the fragment of the address, so that going back in the browser goes back in
 * the questions, and a result can be kept as a bookmark. A fragment is never sent to a server. Which case it is stands in
 * the browser's history: loading again goes on with it, a bookmark begins another one.
 */
class DecisionTool extends LiveElement {
  /** What an address says is not written back into it while it is being taken up. */
  #isReading = false;

  protected override arrive(signal: AbortSignal): void {
    const { store } = findDecision(this);
    show(this, '[data-scripted]', true);
    this.querySelector('[data-rule-table]')?.removeAttribute('open');
    const read = () => {
      this.#isReading = true;
      const caseId = caseOf(history.state);
      if (caseId !== undefined) store.openCase(caseId);
      if (location.hash.startsWith(mark)) store.takeAnswers(decodeAnswers(location.hash.slice(mark.length)));
      else if (location.hash === '') store.takeAnswers({});
      this.#isReading = false;
      this.#write();
    };
    read();
    addEventListener('popstate', read, { signal });
    this.follow(store.$given.listen(() => this.#write()));
  }

  #write(): void {
    if (this.#isReading) return;
    const { answers, case: caseId } = findDecision(this).store.$given.get();
    const text = encodeAnswers(answers);
    const address = text ? mark + text : location.pathname + location.search;
    const isThere = text ? location.hash === address : !location.hash.startsWith(mark);
    const state = { ...history.state, case: caseId };
    if (!isThere) history.pushState(state, '', address);
    else if (caseOf(history.state) !== caseId) history.replaceState(state, '');
  }
}

customElements.define('decision-tool', DecisionTool);
