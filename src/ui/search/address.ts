import type { Filters } from '../../search/engine.ts';

/** By what a search is narrowed; named so in its address. */
export const facetNames = ['handbook', 'role', 'kind'] as const;
export type FacetName = (typeof facetNames)[number];

/** A search as its address says it. */
export interface Asked {
  question: string;
  filters: Filters;
}

/** The search as `?q=…`, or '' where nothing is asked. */
export function toQuery({ question, filters }: Asked): string {
  const parameters = new URLSearchParams();
  if (question) parameters.set('q', question);
  for (const name of facetNames) {
    const chosen = filters[name];
    if (chosen) parameters.set(name, chosen);
  }
  const query = parameters.toString();
  return query && `?${query}`;
}

/** What an address asks; whether its filters are any that the site has, the caller knows. @param search e.g. `?q=鍵` */
export function readQuery(search: string): Asked {
  const parameters = new URLSearchParams(search);
  const filters = Object.fromEntries(facetNames.map((name) => [name, parameters.get(name) ?? '']));
  return { question: parameters.get('q') ?? '', filters };
}
