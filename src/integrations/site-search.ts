import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
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
        const folder = fileURLToPath(new URL('pagefind/', dir));
        const written = await index.writeFiles({ outputPath: folder });
        const faults = [...added.errors, ...written.errors];
        await close();
        if (faults.length > 0) throw new Error(`Pagefind: ${faults.join('; ')}`);
        await removeUnused(folder);
        logger.info(`${added.page_count} pages`);
      },
    },
  };
}

/** Pagefind ships user interfaces of its own, which no page here loads. */
async function removeUnused(folder: string): Promise<void> {
  const unused = (await readdir(folder)).filter((file) => /^pagefind-.*(ui|highlight)\.(js|css)$/.test(file));
  for (const file of unused) await rm(join(folder, file));
}
