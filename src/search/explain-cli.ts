import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Engine, type Pagefind } from './engine.ts';

/**
 * `npm run search -- "質問"`: how the built site understands a question and why it answers so, for people who tune
 * content/synonyms.yaml. Exit 0 when something was found, 1 when nothing, 2 when there is no site or no question.
 */
const site = resolve(process.env['KITEI_DIST'] || 'dist');
const asked = process.argv.slice(2).join(' ');
const most = 10;

process.exitCode = await main();

async function main(): Promise<number> {
  if (!asked.trim()) {
    console.error('Give a question: npm run search -- "USBを持ち出すときは"');
    return 2;
  }
  const folder = await serve(site);
  try {
    const engine = new Engine({
      loadPagefind: () => loadPagefind(folder.origin),
      loadJson: async (name) => JSON.parse(await readFile(join(site, 'search-index', name), 'utf8')),
    });
    return await explain(engine);
  } catch (fault) {
    const isMissing =
      fault instanceof Error && 'code' in fault && /ENOENT|ERR_MODULE_NOT_FOUND/.test(String(fault.code));
    if (!isMissing) throw fault;
    console.error(`There is no built site in ${site}. Run npm run build first.`);
    return 2;
  } finally {
    // What Pagefind still fetches would find the server gone.
    await new Promise((done) => setImmediate(done));
    folder.close();
  }
}

async function explain(engine: Engine): Promise<number> {
  const { question, missing, absent, hits, tools, ranked, count } = await engine.ask(asked);
  console.log('Words of the question, and what else may say them:');
  for (const { text, kind, weight, alternatives } of question.units) {
    console.log(`  ${text} (${kind}, weight ${weight})`);
    for (const { text, terms, weight } of alternatives)
      console.log(`    ${weight.toFixed(2)} ${text}  [${terms.join(' ')}]`);
  }
  for (const { from, to } of question.corrections) console.log(`  もしかして: ${from} → ${to}`);
  for (const word of absent) console.log(`  ${word}: no text has this word`);
  for (const number of missing) console.log(`  ${number}: no document has this number`);
  console.log(`\n${count} headings found; best first, with points by word and the share of the question they answer:`);
  for (const { record, score, coverage, points } of ranked.slice(0, most)) {
    const parts = points.map((value) => value.toFixed(2)).join(' + ');
    console.log(`  ${score.toFixed(2)}  (${parts}) coverage ${coverage.toFixed(2)}  record ${record}`);
  }
  console.log('\nWhat the page shows:');
  for (const { tool, url, score } of tools) console.log(`  tool  ${score.toFixed(2)}  ${tool.title}  ${url}`);
  for (const [index, { score, handbook, headings, entry, url }] of hits.entries()) {
    console.log(`  ${index + 1}. ${score.toFixed(2)}  ${handbook} ${entry.label}  ${headings.at(-1) ?? ''}  ${url}`);
  }
  return hits.length > 0 ? 0 : 1;
}

async function loadPagefind(origin: string): Promise<Pagefind> {
  const module: unknown = await import(pathToFileURL(join(site, 'pagefind/pagefind.js')).href);
  if (!isPagefindModule(module))
    throw new Error('dist/pagefind/pagefind.js is not the Pagefind this project builds with.');
  const pagefind = module.createInstance({ basePath: `${origin}/pagefind/`, noWorker: true });
  await pagefind.init();
  return pagefind;
}

interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): Pagefind & { init(): Promise<void> };
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
