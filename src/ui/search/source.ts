import type { Pagefind, Source } from '../../search/engine.ts';

/** What is used of Pagefind's module. */
interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): Pagefind & { init(): Promise<void> };
}

/** The built index over the network. @param base the site's base path, with a slash at both ends */
export function networkSource(base: string): Source {
  return {
    async loadPagefind() {
      const module: PagefindModule = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
      // Answers take a millisecond or two; a worker would cost another 11 KB before the first.
      const pagefind = module.createInstance({ basePath: `${base}pagefind/`, noWorker: true });
      await pagefind.init();
      return pagefind;
    },
    async loadJson(name) {
      // Names of text files change with their content; the others must fit them.
      const cache = name.startsWith('text-') ? 'default' : 'no-cache';
      const response = await fetch(`${base}search-index/${name}`, { cache });
      if (!response.ok) throw new Error(`search-index/${name}: status ${response.status}`);
      const json: unknown = await response.json();
      return json;
    },
  };
}
