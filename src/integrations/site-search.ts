import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Builds Pagefind's index from the finished pages into `dist/pagefind/`; the dialog loads it when it is opened. */
export default function siteSearch(): AstroIntegration {
  return {
    name: 'kitei:site-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await createIndex();
        if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: fileURLToPath(dir) });
        const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        const faults = [...added.errors, ...written.errors];
        await close();
        if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
        logger.info(`${added.page_count} pages`);
      },
    },
  };
}
