import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { orThrow } from '../compiler/faults.ts';
import { contentRoot, loadLibrary, siteBase } from '../compiler/library.ts';
import { readSynonyms } from '../compiler/read-synonyms.ts';
import { type SitePage, toRecords } from '../search/records.ts';
import { listTools } from './search/list-tools.ts';
import { toOpenSearch } from './search/open-search.ts';
import { writeIndex } from './search/write-index.ts';

/** Pages that are no answer to a question. */
const notFound = new Set(['', '404.html', '404/', 'search/']);

/**
 * Builds the search's index from the library and the finished pages: into `dist/pagefind/` and `dist/search-index/`.
 * KITEI_SITE (e.g. `https://rules.example.jp`) goes into the OpenSearch description, which needs a full address.
 */
export default function siteSearch(): AstroIntegration {
  return {
    name: 'kitei:site-search',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const site = fileURLToPath(dir);
        const library = await loadLibrary();
        // Handbooks and check lists have records of their own; print/ holds the handbooks once more.
        const known = [...library.handbooks.map(({ id }) => id), 'checklists', 'decisions', 'print'];
        const others = pages
          .map(({ pathname }) => pathname)
          .filter(
            (path) => !notFound.has(path) && (path === 'checklists/' || !known.includes(path.split('/')[0] ?? '')),
          )
          // Forms are listed with what people say of them, topics of the comparison with what differs.
          .filter((path) => !/^(?:compare|documents|forms|registers)\/./.test(path))
          .sort();
        const found = await Promise.all(others.map((path) => readPage(site, path)));
        const sitePages = found.filter((page) => page !== undefined);
        const records = toRecords(library);
        const synonyms = await orThrow(contentRoot(), (faults) => readSynonyms(library, records, faults));
        const handbooks = Object.fromEntries(library.handbooks.map(({ id, source }) => [id, source.short]));
        // As people say it: 労働局, not 労働局（局名の記載なし）.
        const clients = Object.fromEntries(
          library.handbooks
            .filter(({ id }) => !library.ours.includes(id))
            .map(({ id, source }) => [id, source.publisher.replace(/（.*）$/, '')]),
        );
        await writeIndex(
          {
            records,
            synonyms,
            handbooks,
            clients,
            listTools: (vocabulary, readings) => listTools(library, sitePages, vocabulary, readings),
          },
          site,
        );
        await mkdir(join(site, 'search'), { recursive: true });
        await writeFile(
          join(site, 'search/opensearch.xml'),
          toOpenSearch(process.env['KITEI_SITE'] ?? '', siteBase(), library.brand),
        );
        logger.info(`${records.length} records`);
      },
    },
  };
}

/** What a built page says of itself; undefined where it asks not to be found. @throws Error if it has no heading */
async function readPage(site: string, path: string): Promise<SitePage | undefined> {
  const html = await readFile(join(site, path, 'index.html'), 'utf8');
  if (html.includes('<meta name="kitei-search" content="none"')) return undefined;
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1];
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';
  if (title === undefined) throw new Error(`/${path} has no heading of the first level.`);
  return { path, title: toText(title), description: toText(description) };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function toText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-z]+|#\d+);/g, (entity, name: string) => entities[name] ?? entity)
    .trim();
}
