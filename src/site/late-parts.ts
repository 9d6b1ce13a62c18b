import type { Plugin } from 'vite';

/**
 * What a part needs that comes later it names itself. Vite lists all that such a part stands on in every script that asks for
 * it: some hundred bytes on each page, for what few people ask for.
 */
export function lateParts(): Plugin {
  return {
    name: 'kitei:late-parts',
    // Astro sets what stands in its configuration, whatever ours says.
    configEnvironment: (name) =>
      name === 'client' ? { build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } } } : undefined,
  };
}
