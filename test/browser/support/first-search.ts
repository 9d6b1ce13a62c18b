import { Engine } from '../../../src/search/engine.ts';
import { networkSource } from '../../../src/ui/search/source.ts';
import type { SiteServer } from './serve.ts';

/**
 * Paths that the very first search of a visitor asks the server for, beside those that the page of the search fetches
 * by itself: the engine asks as in the browser, with nothing kept from the question before, at a tenth of the cost.
 */
export async function requestsOfSearch(question: string, server: SiteServer): Promise<string[]> {
  const before = server.requests.length;
  await new Engine(networkSource(`${server.origin}/`)).ask(question);
  return server.requests.slice(before);
}
