import type { Source } from '../../search/engine.ts';

/** The built index over the network. @param base the site's base path, with a slash at both ends */
export function networkSource(base: string): Source {
  const load = async (path: string) => {
    // Names of texts and chunks change with their content; the others must fit them.
    const cache = /\/(text-|index\/)/.test(path) ? 'default' : 'no-cache';
    const response = await fetch(base + path, { cache });
    if (!response.ok) throw new Error(`${path}: status ${response.status}`);
    return response;
  };
  return {
    async loadJson(name) {
      const json: unknown = await (await load(`search-index/${name}`)).json();
      return json;
    },
    loadBytes: async (name) => new Uint8Array(await (await load(`pagefind/${name}`)).arrayBuffer()),
  };
}
