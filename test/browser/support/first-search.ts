import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Engine, type Pagefind } from '../../../src/search/engine.ts';
import type { SiteServer } from './serve.ts';
import { siteFolder } from './site-folder.ts';

/**
 * Paths that the very first search of a visitor asks the server for, beside those that the page of the search fetches
 * by itself: the engine asks as in the browser, with nothing kept from the question before, at a tenth of the cost.
 */
export async function requestsOfSearch(question: string, server: SiteServer): Promise<string[]> {
  const before = server.requests.length;
  const engine = new Engine({
    loadPagefind: () => loadPagefind(server.origin),
    loadJson: async (name) => {
      const response = await fetch(`${server.origin}/search-index/${name}`);
      if (!response.ok) throw new Error(`search-index/${name}: status ${response.status}`);
      return response.json();
    },
  });
  await engine.ask(question);
  return server.requests.slice(before);
}

async function loadPagefind(origin: string): Promise<Pagefind> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(join(siteFolder, 'pagefind/pagefind.js')).href);
  if (!isPagefindModule(module)) throw new Error('dist/pagefind/pagefind.js is not the Pagefind of this project.');
  const pagefind = module.createInstance({ basePath: `${origin}/pagefind/`, noWorker: true });
  await pagefind.init();
  return pagefind;
}

interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): Pagefind & { init(): Promise<void> };
}

function isPagefindModule(value: unknown): value is PagefindModule {
  return typeof value === 'object' && value !== null && 'createInstance' in value;
}
