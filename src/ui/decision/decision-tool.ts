import { decodeAnswers, encodeAnswers } from '../../core/decision/address.ts';
import type { Answers } from '../../record/v1/decision/answers.ts';
import { LiveElement } from '../parts/live-element.ts';
import { show } from '../parts/parts.ts';
import { caseOfPlace, findDecision } from './decision-context.ts';

const mark = '#a=';

function toAddress(answers: Answers): string {
  const text = encodeAnswers(answers);
  return text ? mark + text : location.pathname + location.search;
}

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
    const take = (answers: Answers) => {
      // In the place of what was read: going back must not lead to it again.
      history.replaceState(history.state, '', toAddress(answers));
      store.takeAnswers(answers, caseOfPlace());
    };
    const read = () => {
      const { hash } = location;
      const isOurs = /^#a\W/.test(hash);
      const answers = decodeAnswers(hash.slice(mark.length));
      if (isOurs) take(answers);
      else if (hash === '') store.takeAnswers({}, caseOfPlace());
      this.#write();
      if (!isOurs || hash === toAddress(answers)) return;
      const given = store.$given.get();
      import('./mend-address.ts').then(
        ({ mendAddress }) => mendAddress(this, hash.slice(2), given, take),
        () => show(this, '[data-address-cut]', true),
      );
    };
    read();
    addEventListener('popstate', read, { signal });
    this.follow(store.$given.listen(() => this.#write()));
  }

  #write(): void {
    const { answers, case: caseId } = findDecision(this).store.$given.get();
    const address = toAddress(answers);
    const isThere = address.startsWith(mark) ? location.hash === address : !location.hash.startsWith(mark);
    const state = { ...history.state, case: caseId };
    if (!isThere) history.pushState(state, '', address);
    else if (caseOfPlace() !== caseId) history.replaceState(state, '');
  }
}

customElements.define('decision-tool', DecisionTool);
