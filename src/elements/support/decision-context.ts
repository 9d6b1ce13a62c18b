import type { DecisionDefinition } from '../../core/decision/definition.ts';
import { createDecisionStore, type DecisionStore } from '../../stores/decision.ts';
import { provideHost } from './document-host.ts';

/** What the elements of one decision share. */
export interface DecisionContext {
  root: HTMLElement;
  store: DecisionStore;
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
  const definition = readDefinition(root);
  const store = createDecisionStore(definition, { storage: () => localStorage, base, now: () => new Date() });
  const context = { root, store };
  contexts.set(root, context);
  provideHost({
    root,
    base,
    generator,
    readHeader: () => store.$given.get().header,
    keepsNothing: () => false,
    mayProceed: () => true,
    async makeDocument() {
      const { makeDecisionDocument } = await import('./make-decision-document.ts');
      return makeDecisionDocument(definition, store.$given.get());
    },
  });
  return context;
}

/** The build wrote this JSON from a proved definition into the same page; nobody else can have. */
function readDefinition(root: HTMLElement): DecisionDefinition {
  const script = root.querySelector('script[data-definition]');
  const definition: DecisionDefinition = JSON.parse(script?.textContent ?? '');
  return definition;
}
