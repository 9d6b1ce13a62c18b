import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readFontFiles } from './font-files.ts';

const folder = 'pdf-font';

/** Cuts the font that PDFs are set in: into `dist/pdf-font/` when building, on the first request in dev. */
export default function fontShards(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'kitei-font-shards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        let files: Map<string, Uint8Array> | undefined;
        const prefix = `${base.replace(/\/$/, '')}/${folder}/`;
        server.middlewares.use((request, response, next) => {
          const path = request.url?.split('?')[0] ?? '';
          // Astro strips the base before its middlewares; a later version may not.
          const name = [prefix, `/${folder}/`].find((start) => path.startsWith(start));
          if (name === undefined) return next();
          files ??= readFontFiles(root);
          const bytes = files.get(path.slice(name.length));
          if (bytes === undefined) return next();
          response.setHeader('Content-Type', toContentType(path));
          response.end(bytes);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const target = fileURLToPath(new URL(`${folder}/`, dir));
        const files = readFontFiles(root);
        await mkdir(target, { recursive: true });
        for (const [name, bytes] of files) await writeFile(`${target}${name}`, bytes);
        logger.info(`${files.size} files in ${folder}/`);
      },
    },
  };
}

function toContentType(path: string): string {
  if (path.endsWith('.json')) return 'application/json';
  return path.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}
