import { decodeAnswers, encodeAnswers } from '../../core/decision/address.ts';
import { LiveElement } from '../parts/live-element.ts';
import { show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';

const mark = '#a=';

/**
 * The frame of a decision: answers stand in the fragment of the address, so that going back in the browser goes back in
 * the questions, and a result can be kept as a bookmark. A fragment is never sent to a server.
 */
class DecisionTool extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store } = findDecision(this);
    show(this, '[data-scripted]', true);
    this.querySelector('[data-rule-table]')?.removeAttribute('open');
    const read = () => {
      if (location.hash.startsWith(mark)) store.takeAnswers(decodeAnswers(location.hash.slice(mark.length)));
      else if (location.hash === '') store.takeAnswers({});
    };
    read();
    addEventListener('popstate', read, { signal });
    this.follow(store.$given.listen(({ answers }) => this.#write(encodeAnswers(answers))));
  }

  #write(text: string): void {
    const address = text ? mark + text : location.pathname + location.search;
    const isThere = text ? location.hash === address : !location.hash.startsWith(mark);
    if (!isThere) history.pushState(null, '', address);
  }
}

customElements.define('decision-tool', DecisionTool);
