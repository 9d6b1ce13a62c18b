import type { DecisionDefinition } from '../../core/decision/definition.ts';
import { createDecisionStore, type DecisionStore } from '../../stores/decision.ts';
import { provideHost } from './document-host.ts';
import { load } from './load.ts';

/** What the elements of one decision share. */
export interface DecisionContext {
  root: HTMLElement;
  /** Its definition has the texts of the questions only; see logic.ts. */
  store: DecisionStore;
  /**
   * The whole definition, with all texts.
   * @throws LoadError when it does not arrive, or is no longer that of this page
   */
  loadDefinition(): Promise<DecisionDefinition>;
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
  const { base = '/', generator = '' } = root.dataset;
  const logic = readLogic(root);
  const store = createDecisionStore(logic, { storage: () => localStorage, base, now: () => new Date() });
  let whole: Promise<DecisionDefinition> | undefined;
  const loadDefinition = () => {
    whole ??= load(fetchDefinition(base, logic));
    // What did not arrive is asked for again at the next press.
    whole.catch(() => {
      whole = undefined;
    });
    return whole;
  };
  const context = { root, store, loadDefinition };
  contexts.set(root, context);
  provideHost({
    root,
    base,
    generator,
    readHeader: () => store.$given.get().header,
    keepsNothing: () => false,
    mayProceed: () => true,
    async makeDocument() {
      const [definition, { makeDecisionDocument }] = await Promise.all([
        loadDefinition(),
        import('./make-decision-document.ts'),
      ]);
      return makeDecisionDocument(definition, store.$given.get());
    },
  });
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

/** @throws Error when the site was replaced by another version since the page was opened */
async function fetchDefinition(base: string, { id, version }: DecisionDefinition): Promise<DecisionDefinition> {
  const response = await fetch(`${base}decisions/${id}/definition.json`);
  if (!response.ok) throw new Error(`The definition answered ${response.status}.`);
  const definition: DecisionDefinition = await response.json();
  if (definition.id !== id || definition.version !== version) throw new Error('The definition is of another version.');
  return definition;
}
