import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { intranetHost } from './launch.ts';
import { siteFolder } from './site-folder.ts';

/** The site on a port of 127.0.0.1, as a plain static web server would give it. */
export interface SiteServer {
  /** e.g. `http://127.0.0.1:40123`; a secure context. */
  origin: string;
  /** The same server under another name: plain http on an intranet, no secure context. */
  intranetOrigin: string;
  /** Paths asked for so far, in order, repetitions included. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves a built site until it is closed. A path that is no file gets 404.html with status 404. */
export async function serveSite(folder = siteFolder): Promise<SiteServer> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    requests.push(path);
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    const bytes = file.startsWith(folder) ? await readFile(file).catch(() => undefined) : undefined;
    if (bytes) {
      response.writeHead(200, { 'content-type': mimeTypes[extname(file)] ?? 'application/octet-stream' }).end(bytes);
      return;
    }
    const missing = await readFile(join(folder, '404.html')).catch(() => 'Not found');
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  const { port } = address;
  return {
    origin: `http://127.0.0.1:${port}`,
    intranetOrigin: `http://${intranetHost}:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
