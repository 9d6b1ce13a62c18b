import type { DecisionDefinition } from '../../record/v1/decision/definition.ts';
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
}

/** The context of the decision around an element. @throws Error if the markup is not that of Decision.astro */
export const findDecision = shareContext('decision-tool', (root): DecisionContext => {
  const { base = '/', addressee = '' } = root.dataset;
  const logic = readLogic(root);
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const storage = () => {
    // The same as where the browser blocks it: nothing is found, nothing is kept, and the page says so.
    if (sharedDevice.isOn()) throw new Error('Nothing is kept on a shared device.');
    return localStorage;
  };
  const store = createDecisionStore(logic, { storage, base, addressee, newCase, now: () => new Date() });
  return { root, store, sharedDevice };
});

/** The build wrote this JSON from a proved definition into the same page; the texts of the questions stand in the form. */
function readLogic(root: HTMLElement): DecisionDefinition {
  const script = root.querySelector('script[data-logic]');
  const logic: DecisionDefinition = JSON.parse(script?.textContent ?? '');
  for (const question of logic.questions) {
    const fieldset = root.querySelector(`[data-question="${question.id}"]`);
    if (!fieldset) continue;
    question.text = fieldset.querySelector('[data-question-text]')?.textContent ?? '';
    for (const option of question.options)
      option.text = fieldset.querySelector(`label:has(> [value="${option.id}"]) [data-option]`)?.textContent ?? '';
  }
  return logic;
}
