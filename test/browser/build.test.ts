import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { useHarness } from './support/harness.ts';
import { fileOf, type PageFacts, readPage } from './support/page-facts.ts';
import { isShippedSite } from './support/shipped-site.ts';
import { everywhere, listPages, pageTypes, siteFolder } from './support/site-folder.ts';

const harness = useHarness();
const pages = await listPages();
const facts = new Map<string, PageFacts>();
const home = 'http://site.invalid';

beforeAll(async () => {
  const page = await harness.browser.newPage();
  for (const path of pages) facts.set(path, await readPage(page, path));
  await page.close();
});

function factsOf(path: string): PageFacts {
  const found = facts.get(path);
  if (!found) throw new Error(`${path} was not read.`);
  return found;
}

/** What is wrong with an address on a page, or undefined. Other sites are not visited. */
function findFault(path: string, address: string): string | undefined {
  const url = new URL(address, home + path);
  if (url.origin !== home) return undefined;
  const target = decodeURIComponent(url.pathname);
  if (!existsSync(join(siteFolder, fileOf(target)))) return `${path} → ${address}: there is no such page.`;
  const anchor = decodeURIComponent(url.hash.slice(1));
  // What a tool keeps in the address, `#r=…`, names no place.
  if (/^[a-z]=/.test(anchor)) return undefined;
  const ids = facts.get(target)?.ids;
  return anchor && ids && !ids.includes(anchor) ? `${path} → ${address}: there is no such place.` : undefined;
}

test('the pages of the main job are there', () => {
  expect(pages).toEqual(expect.arrayContaining([...everywhere]));
  if (isShippedSite) expect(pageTypes).toHaveLength(24);
});

describe.each(pages)('%s', (path) => {
  test('is Japanese, has a title and one heading of the first level', () => {
    const { lang, title, headings } = factsOf(path);
    expect(lang).toBe('ja');
    expect(title).toMatch(/[\p{Script=Han}\p{Script=Kana}]/u);
    expect(headings).toHaveLength(1);
    expect(headings[0]).not.toBe('');
  });

  test('states its policy before anything else, without room for inline scripts', () => {
    const { policy } = factsOf(path);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src-attr 'none'");
    expect(policy).not.toMatch(/(script-src|style-src-elem|default-src)[^;]*'unsafe-(inline|eval)'/);
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test('has no handlers in attributes', () => {
    expect(factsOf(path).handlers).toEqual([]);
  });

  test('has each id once', () => {
    expect(factsOf(path).doubles).toEqual([]);
  });

  test('loads nothing from elsewhere, and nothing that is missing', () => {
    const { loads } = factsOf(path);
    expect(loads.filter((address) => new URL(address, home + path).origin !== home)).toEqual([]);
    expect(loads.flatMap((address) => findFault(path, address) ?? [])).toEqual([]);
  });

  test('leads nowhere that is not there', () => {
    expect(factsOf(path).links.flatMap((address) => findFault(path, address) ?? [])).toEqual([]);
  });
});

test('each address in provisions.json leads to its provision', async () => {
  const text = await readFile(join(siteFolder, 'provisions.json'), 'utf8');
  const addresses = [...text.matchAll(/"url":\s*"([^"]+)"/g)].map(([, url = '']) => url);
  if (isShippedSite) expect(addresses.length).toBeGreaterThan(100);
  expect(addresses.flatMap((address) => findFault('/', address) ?? [])).toEqual([]);
});

/** Sheets that a decision, or the desk, fetches when somebody asks for what they style. */
const asked = /\/(document|keys|summary|returned-list|desk-views)\./;

test('each block of a page has its styles on the page, after the order of layers', async () => {
  const sheets = new Map<string, string>();
  for (const file of (await readdir(join(siteFolder, '_astro'))).filter((name) => name.endsWith('.css')))
    sheets.set(`/_astro/${file}`, await readFile(join(siteFolder, '_astro', file), 'utf8'));
  const classesIn = (css: string) => css.match(/(?<=\.)k-[a-z0-9_-]+/g) ?? [];
  const styled = new Set([...sheets.values()].flatMap(classesIn));
  const later = [...sheets.keys()].filter((file) => asked.test(file));
  expect(styled.size).toBeGreaterThan(150);
  const apart: string[] = [];
  for (const path of pages) {
    const html = await readFile(join(siteFolder, fileOf(path)), 'utf8');
    const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
    expect(html.indexOf('@layer starlight,'), path).toBeLessThan(html.indexOf('<link rel="stylesheet"'));
    expect(html, path).toMatch(/<style>@layer starlight,[^<]*<\/style>/);
    const reached = /^\/(?:decisions|desk)\//.test(path) ? [...links, ...later] : links;
    const here = new Set(reached.flatMap((href) => classesIn(sheets.get(href) ?? '')));
    const used = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
    for (const name of used) if (styled.has(name) && !here.has(name)) apart.push(`${path}: .${name}`);
  }
  expect(apart).toEqual([]);
});

test('style sheets load nothing from elsewhere', async () => {
  const files = (await readdir(siteFolder, { recursive: true })).filter((file) => file.endsWith('.css'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const css = await readFile(join(siteFolder, file), 'utf8');
    expect(css, file).not.toMatch(/(@import|url\()\s*["']?(https?:)?\/\//);
  }
});
