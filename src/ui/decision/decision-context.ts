import type { DecisionDefinition } from '../../record/v1/decision/definition.ts';
import { createDecisionStore, type DecisionStore } from '../../stores/decision.ts';
import { createSharedDevice, type SharedDevice } from '../../stores/shared-device.ts';

/** What the elements of one decision share. */
export interface DecisionContext {
  root: HTMLElement;
  /** Its definition has the texts of the questions only; see logic.ts. */
  store: DecisionStore;
  sharedDevice: SharedDevice;
}

const contexts = new WeakMap<Element, DecisionContext>();

/**
 * The context of the decision around an element, made by whichever element asks first.
 * @throws Error if the markup is not that of Decision.astro
 */
export function findDecision(element: Element): DecisionContext {
  const root = element.closest<HTMLElement>('decision-tool');
  if (!root) throw new Error(`<${element.localName}> must stand inside <decision-tool>.`);
  const known = contexts.get(root);
  if (known) return known;
  const { base = '/' } = root.dataset;
  const logic = readLogic(root);
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const storage = () => {
    // The same as where the browser blocks it: nothing is found, nothing is kept, and the page says so.
    if (sharedDevice.isOn()) throw new Error('Nothing is kept on a shared device.');
    return localStorage;
  };
  const store = createDecisionStore(logic, { storage, base, now: () => new Date() });
  const context = { root, store, sharedDevice };
  contexts.set(root, context);
  return context;
}

/** The build wrote this JSON from a proved definition into the same page; the texts of the questions stand in the form. */
function readLogic(root: HTMLElement): DecisionDefinition {
  const script = root.querySelector('script[data-logic]');
  const logic: DecisionDefinition = JSON.parse(script?.textContent ?? '');
  for (const question of logic.questions) {
    const fieldset = root.querySelector(`[data-question="${question.id}"]`);
    if (!fieldset) continue;
    question.text = fieldset.querySelector('[data-question-text]')?.textContent ?? '';
    for (const option of question.options)
      option.text = fieldset.querySelector(`input[value="${option.id}"] + span b`)?.textContent ?? '';
  }
  return logic;
}
