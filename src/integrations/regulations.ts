import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { roleName } from '../core/regulation/library.ts';
import { readLibrary, siteBase } from './library.ts';

/**
 * Checks everything under content/ before a build begins, and writes `provisions.json`:
 * every provision with its typed fields, plain text and url, for other programs to read.
 */
export default function regulations(): AstroIntegration {
  return {
    name: 'kitei:regulations',
    hooks: {
      'astro:build:start': async ({ logger }) => {
        const { provisions, handbooks, checklists } = await readLibrary('content', siteBase());
        logger.info(`${handbooks.length} handbooks, ${provisions.size} provisions, ${checklists.length} check lists`);
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add('content');
        server.watcher.on('change', (path) => {
          if (!path.includes('content/') || !path.endsWith('.yaml')) return;
          // The company's words and the glossary are in the compiled pages.
          server.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:build:done': async ({ dir }) => {
        const library = await readLibrary('content', siteBase());
        const provisions = [...library.provisions.values()].map((provision) => ({
          ...provision,
          actors: provision.actors.map((id) => ({ id, name: roleName(library, provision.handbook, id) })),
          url: siteBase() + provision.url,
        }));
        const handbooks = library.handbooks.map(({ id, source: { title, publisher, version, status } }) => ({
          id,
          title,
          publisher,
          version,
          status,
        }));
        await mkdir(fileURLToPath(dir), { recursive: true });
        const json = JSON.stringify({ format: 'kitei-provisions/1', handbooks, provisions }, undefined, 1);
        await writeFile(fileURLToPath(new URL('provisions.json', dir)), `${json}\n`);
      },
    },
  };
}
