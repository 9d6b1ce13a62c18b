import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Where Astro finds the pages to render: those of the handbooks in force. A folder without handbooks has none, and Astro
 * wants a folder that is there.
 * @param content path of the content folder; @param handbooks ids of those in force
 */
export function listPagePatterns(content: string, handbooks: readonly string[]): { base: string; pattern: string[] } {
  const folder = resolve(content, 'handbooks');
  const base = existsSync(folder) ? folder : resolve('src/pages');
  return { base, pattern: handbooks.length > 0 ? handbooks.map((id) => `${id}/*.mdx`) : ['!**'] };
}

/**
 * Lets Vite compile pages of a content folder outside the project: packages that they need are those of the project, and
 * the server may read the folder.
 */
export function contentFolder(content: string): Plugin {
  const folder = resolve(content) + sep;
  return {
    name: 'kitei:content-folder',
    enforce: 'pre',
    config: () => ({ server: { fs: { allow: [resolve('.'), folder] } } }),
    async resolveId(source, importer, options) {
      const isBare = /^[@a-z]/i.test(source) && !/^[a-z]:/i.test(source);
      if (!isBare || !importer?.startsWith(folder)) return undefined;
      return this.resolve(source, resolve('src/pages/index.astro'), { ...options, skipSelf: true });
    },
  };
}
