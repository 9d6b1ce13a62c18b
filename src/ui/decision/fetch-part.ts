import { load } from '../parts/load.ts';
import type { DecisionContext } from './decision-context.ts';

/**
 * What src/site/set-aside.ts took out of a decision's page.
 * @throws LoadError when it does not arrive
 */
export async function fetchPart({ root, store }: DecisionContext, name: string): Promise<Element[]> {
  const { base = '/' } = root.dataset;
  const markup = await load(fetchText(`${base}decisions/${store.definition.id}/${name}`));
  return [...new DOMParser().parseFromString(markup, 'text/html').body.children];
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`A part of the page answered ${response.status}.`);
  return response.text();
}
