import type { DecisionLogic } from '../../core/decision/logic.ts';
import type { OfferedBy } from '../../core/decision/papers.ts';
import { createDecisionStore, type DecisionStore } from '../../stores/decision.ts';
import { createSharedDevice, type SharedDevice } from '../../stores/shared-device.ts';
import { shareContext } from '../parts/context.ts';
import { newCase } from '../parts/new-id.ts';

/** What the elements of one decision share. */
export interface DecisionContext {
  root: HTMLElement;
  /** Its definition has the texts of the questions only; see logic.ts. */
  store: DecisionStore;
  sharedDevice: SharedDevice;
  /** When each form is offered; what goes into it is fetched with the rest. */
  papers: readonly OfferedBy[];
}

/** The context of the decision around an element. @throws Error if the markup is not that of Decision.astro */
export const findDecision = shareContext('decision-tool', (root): DecisionContext => {
  const { base = '/', addressee = '' } = root.dataset;
  const { papers, ...logic } = readLogic(root);
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const store = createDecisionStore(logic, {
    storage() {
      if (sharedDevice.isOn()) throw new Error('Nothing is kept on a shared device.');
      return localStorage;
    },
    base,
    addressee,
    newCase,
    caseId: caseOfPlace(),
    now: () => new Date(),
  });
  return { root, store, sharedDevice, papers };
});

/** The case that a place in the browser's history is about; undefined for a place that no decision has written. */
export function caseOfPlace(): string | undefined {
  const found: unknown = history.state?.case;
  return typeof found === 'string' ? found : undefined;
}

/** The build wrote this JSON from a proved definition into the same page; the texts of the questions stand in the form. */
function readLogic(root: HTMLElement): DecisionLogic {
  const script = root.querySelector('script[data-logic]');
  const logic: DecisionLogic = JSON.parse(script?.textContent ?? '');
  for (const question of logic.questions) {
    const fieldset = root.querySelector(`[data-question="${question.id}"]`);
    if (!fieldset) continue;
    question.text = fieldset.querySelector('[data-question-text]')?.textContent ?? '';
    for (const option of question.options)
      option.text = fieldset.querySelector(`label:has(> [value="${option.id}"]) [data-option]`)?.textContent ?? '';
  }
  return logic;
}
