import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Engine, type Pagefind } from '../../search/engine.ts';

/** The search of a built site, outside a browser. */
export interface SiteEngine {
  engine: Engine;
  close(): Promise<void>;
}

/**
 * Opens the search of a built site for Node.
 * @param site path of the folder that has `pagefind/` and `search-index/`; nothing is read of it before a question is asked
 */
export async function openSite(site: string): Promise<SiteEngine> {
  const folder = await serve(site);
  let opened: OpenPagefind | undefined;
  const engine = new Engine({
    async loadPagefind() {
      opened = await openPagefind(site, folder.origin);
      return opened;
    },
    loadJson: async (name) => JSON.parse(await readFile(join(site, 'search-index', name), 'utf8')),
  });
  return {
    engine,
    async close() {
      // Pagefind says that it is ready before it is. A question without a word waits for nothing, and what is still being
      // fetched would find the server gone.
      await opened?.filters();
      folder.close();
    },
  };
}

interface OpenPagefind extends Pagefind {
  /** Answers when everything that a search needs is there. */
  filters(): Promise<unknown>;
}

async function openPagefind(site: string, origin: string): Promise<OpenPagefind> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(join(site, 'pagefind/pagefind.js')).href);
  if (!isPagefindModule(module)) throw new Error(`${site}/pagefind/pagefind.js is not the Pagefind of this project.`);
  const pagefind = module.createInstance({ basePath: `${origin}/pagefind/`, noWorker: true });
  await pagefind.init();
  return pagefind;
}

interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): OpenPagefind & { init(): Promise<void> };
}

function isPagefindModule(value: unknown): value is PagefindModule {
  return typeof value === 'object' && value !== null && 'createInstance' in value;
}

/** Pagefind fetches its files; Node's fetch reads no folder, so one is served to it alone. */
async function serve(root: string): Promise<{ origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const path = normalize(join(root, new URL(request.url ?? '/', 'http://site').pathname));
    const bytes = path.startsWith(root) ? await readFile(path).catch(() => undefined) : undefined;
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
