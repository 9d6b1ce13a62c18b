import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentRoot } from '../compiler/library.ts';
import { readFontFiles } from './font-files.ts';

const folder = 'pdf-font';

/** Cuts the font that PDFs are set in: into `dist/pdf-font/` when building, on the first request in dev. */
export default function fontShards(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'kitei:font-shards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(serveFontFiles(root, base));
      },
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(`${await writeFontFiles(root, dir)} files in ${folder}/`);
      },
    },
  };
}

/** Writes the cut font into a built site. @returns the number of files. */
export async function writeFontFiles(root: string, site: URL): Promise<number> {
  const target = new URL(`${folder}/`, site);
  const files = readFontFiles(root, contentRoot());
  await mkdir(target, { recursive: true });
  for (const [name, bytes] of files) await writeFile(new URL(name, target), bytes);
  return files.size;
}

/** Answers requests for the cut font, which is cut at the first of them; all others go on. */
export function serveFontFiles(
  root: string,
  base: string,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  let files: Map<string, Uint8Array> | undefined;
  // Vite takes the base off a path before some middlewares and not before others.
  const prefixes = [`${base.replace(/\/$/, '')}/${folder}/`, `/${folder}/`];
  return (request, response, next) => {
    const path = request.url?.split('?')[0] ?? '';
    const prefix = prefixes.find((start) => path.startsWith(start));
    if (prefix === undefined) return next();
    files ??= readFontFiles(root, contentRoot());
    const bytes = files.get(path.slice(prefix.length));
    if (bytes === undefined) return next();
    response.setHeader('Content-Type', toContentType(path));
    response.end(bytes);
  };
}

function toContentType(path: string): string {
  if (path.endsWith('.json')) return 'application/json';
  return path.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}
