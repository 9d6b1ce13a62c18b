import { extname } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { answerItems, checklistPath, fillHeader, goToReview, plainHeader, sign } from './support/checklist.ts';
import { type FirstLoad, readFirstLoad } from './support/first-load.ts';
import { useHarness } from './support/harness.ts';
import { fileOf } from './support/page-facts.ts';
import { listPages, pageTypes } from './support/site-folder.ts';
import { brotliBytes, type Effort, weightOf, weightOfAll } from './support/weight.ts';

const harness = useHarness();
const pages = await listPages();

/** Bytes after Brotli; a KB is 1,000 of them. */
const limits = [
  { pages: /^\/(checklists|verify|desk|people|forms\/.|registers\/.)/, total: 55_000, js: 20_000 },
  // design.md names no limit for the search page itself; what a first search fetches has its own test.
  { pages: /^\/search\//, total: 50_000, js: 28_000 },
  { pages: /^\/print\//, total: 90_000, js: 12_000 },
  // A job is filled in as a check list is.
  { pages: /^\/papers\/./, total: 55_000, js: 20_000 },
  { pages: /^/, total: 40_000, js: 12_000 },
];

/** Printed at the end, so that a reader of the log sees how much room is left. */
const table: Record<string, Record<string, number>> = {};
afterAll(() => console.table(table));

/** One page of each folder, and of each type: what these fetch is asked of a browser, and of the others read off their files. */
const visited = new Set([...new Map(pages.toReversed().map((path) => [folderOf(path), path])).values(), ...pageTypes]);

/** A page at the top stands for itself. */
function folderOf(path: string): string {
  return /^\/[^/]*\/?$/.test(path) ? path : path.replace(/[^/]+\/$/, '');
}

/** What a first visit fetches until nothing more comes, and the scripts inside the page. */
async function visitPage(path: string): Promise<FirstLoad> {
  const before = harness.server.requests.length;
  const { page } = await harness.visit(path);
  // On one page of each type it also waits for what a script may fetch later.
  await page.waitForLoadState(pageTypes.includes(path) ? 'networkidle' : 'load');
  const files = new Set(harness.server.requests.slice(before));
  const inlineScripts = await page.evaluate(() =>
    [...document.scripts].filter(({ src, type }) => !src && type !== 'application/json').map(({ text }) => text),
  );
  return { files, inlineScripts };
}

async function weigh(
  { files, inlineScripts }: FirstLoad,
  effort: Effort,
): Promise<Record<'html' | 'css' | 'js' | 'other' | 'total', number>> {
  const weights = { html: 0, css: 0, js: 0, other: 0 };
  for (const file of files) weights[kindOf(file)] += await weightOf(file, effort);
  const total = await weightOfAll(files, effort);
  // Inline scripts are scripts as well; in the total they already stand, inside the HTML.
  return { ...weights, js: weights.js + brotliBytes(inlineScripts.join('\n'), effort), total };
}

function kindOf(path: string): 'html' | 'css' | 'js' | 'other' {
  const extension = extname(fileOf(path)).slice(1);
  return extension === 'html' || extension === 'css' || extension === 'js' ? extension : 'other';
}

describe('first load', () => {
  test.each(pages)('%s keeps within its budget and brings no font', async (path) => {
    const read = await readFirstLoad(path);
    if (visited.has(path)) {
      const asked = await visitPage(path);
      const [fetched, files] = [asked, read].map((load) => [...load.files].sort());
      // The search page opens its index at once, which is a first search's to weigh; no other fetches more than its files say.
      if (path === '/search/') expect(fetched).toEqual(expect.arrayContaining(files ?? []));
      else expect(fetched).toEqual(files);
      expect(asked.inlineScripts).toEqual(read.inlineScripts);
    }
    const { total = 0, js = 0 } = limits.find((candidate) => candidate.pages.test(path)) ?? {};
    const rough = await weigh(read, 'rough');
    // What keeps within its budget roughly does so at its best: only what comes near it is weighed to the byte.
    const weights = rough.total <= total && rough.js <= js ? rough : await weigh(read, 'best');
    table[path] = { ...weights, 'total ≤': total, 'JS ≤': js };
    expect(weights.total).toBeLessThanOrEqual(total);
    expect(weights.js).toBeLessThanOrEqual(js);
  });
});

describe('signing', () => {
  test('a list without notes fetches little more, and nothing of it before it is asked for', async () => {
    const { page } = await harness.visit(checklistPath);
    await fillHeader(page, plainHeader);
    await answerItems(page, Array(20).fill({ status: 'done' }));
    const early = new Set(harness.server.requests);
    expect([...early].filter((path) => path.startsWith('/pdf-font/'))).toEqual([]);
    await goToReview(page);
    const before = harness.server.requests.length;
    const { bytes } = await sign(page);
    const asked = new Set(harness.server.requests.slice(before));
    const weight = await weightOfAll([...asked].filter((path) => !early.has(path)));
    table['signing, bare list: fetched'] = { total: weight, 'total ≤': 260_000 };
    table['signing, bare list: PDF'] = { total: bytes.length, 'total ≤': 100_000 };
    expect(weight).toBeLessThanOrEqual(260_000);
    expect(bytes.length).toBeLessThanOrEqual(100_000);
  });
});
