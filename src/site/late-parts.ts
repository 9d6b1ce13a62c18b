import type { Plugin } from 'vite';

const bringer = /\/ui\/parts\/bring\.ts$/;
const preloadHelper = '\0vite/preload-helper.js';
const imports = /\bimport\((["'`]\.\/[\w-]+\.js["'`])\)/g;

/**
 * What a part needs that comes later it names itself. Vite lists all that such a part stands on in every script that asks for
 * it: some hundred bytes on each page, for what few people ask for. In its place stands src/ui/parts/bring.ts, which
 * asks anew for what did not arrive.
 */
export function lateParts(): Plugin {
  return {
    name: 'kitei:late-parts',
    enforce: 'pre',
    // Astro sets what stands in its configuration, whatever ours says.
    configEnvironment: (name) =>
      name === 'client' ? { build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } } } : undefined,
    applyToEnvironment: ({ name }) => name === 'client',
    // Vite's own loads what is listed; nothing is.
    load: (id) => (id === preloadHelper ? 'export const __vitePreload = (part) => part();' : undefined),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const base = chunks.find(({ moduleIds }) => moduleIds.some((id) => bringer.test(id)));
      for (const chunk of chunks) {
        const code = chunk.code.replace(imports, 'kBring($1)');
        if (code === chunk.code) continue;
        if (!base) throw new Error('No script holds src/ui/parts/bring.ts: live-element.ts imports it.');
        const name = base.fileName.split('/').at(-1) ?? '';
        const isThere = chunk === base || code.includes(`./${name}`);
        chunk.code = isThere ? code : `import"./${name}";${code}`;
      }
    },
  };
}
