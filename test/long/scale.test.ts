import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SiteServer } from '../browser/support/serve.ts';
import { brotliBytes } from '../browser/support/weight.ts';
import { type BuiltCopy, buildCopy } from './support/build-copy.ts';
import { growContent } from './support/grow-content.ts';

const sizes = [1, 5, 20];
const built = new Map<number, BuiltCopy>();
/** What was found of each size, printed at the end. */
const table: Record<string, Record<string, number>> = {};

beforeAll(async () => {
  for (const copies of sizes) {
    const copy = await buildCopy((content) => growContent(content, copies));
    built.set(copies, copy);
    table[copies] = { seconds: Math.round(copy.seconds * 10) / 10 };
  }
}, 3_600_000);
afterAll(async () => {
  console.table(table);
  for (const copy of built.values()) await copy.remove();
});

function copyOf(copies: number): BuiltCopy {
  const copy = built.get(copies);
  if (!copy) throw new Error(`The site of ${copies} copies was not built.`);
  return copy;
}

describe('with 1, 5 and 20 copies of the content', () => {
  test('the time of a build grows no faster than the content', () => {
    const seconds = (copies: number) => copyOf(copies).seconds;
    const few = (seconds(5) - seconds(1)) / 4;
    const many = (seconds(20) - seconds(5)) / 15;
    // Twice: collecting garbage takes its share, and more of it the more there is.
    expect(many).toBeLessThan(few * 2);
  });

  test.each(['nerima/index.html', 'company/09/index.html'])(
    '%s grows by no more than a line a handbook',
    async (page) => {
      const weights = await Promise.all(
        sizes.map(async (n) => brotliBytes(await readFile(join(copyOf(n).site, page)))),
      );
      sizes.forEach((copies, index) => {
        Object.assign(table[copies] ?? {}, { [page]: weights[index] ?? 0 });
      });
      const [one = 0, , twenty = 0] = weights;
      // Its list of handbooks names the 95 others.
      expect(twenty - one).toBeLessThan(95 * 25);
    },
  );

  test('a first search fetches no more than 200 KB', { timeout: 600_000 }, async () => {
    // These modules take the folder of the site when they are loaded.
    vi.stubEnv('KITEI_DIST', copyOf(20).site);
    vi.resetModules();
    const { launchBrowser } = await import('../browser/support/launch.ts');
    const { serveSite } = await import('../browser/support/serve.ts');
    const { readQueries, readResults } = await import('../browser/support/search-quality.ts');
    const { weightOfAll } = await import('../browser/support/weight.ts');
    const [browser, server] = await Promise.all([launchBrowser(), serveSite()]);
    const search = async (question: string, { origin, requests }: SiteServer) => {
      const before = requests.length;
      const context = await browser.newContext({ locale: 'ja-JP' });
      const page = await context.newPage();
      await page.goto(`${origin}/search/?q=${encodeURIComponent(question)}`);
      const results = await readResults(page);
      await context.close();
      const asked = requests.slice(before);
      return { question, results: results.length, requests: asked.length, bytes: await weightOfAll(asked) };
    };
    try {
      const found = [];
      for (const { q, expect: wanted } of await readQueries()) {
        found.push({ ...(await search(q, server)), isAnswered: wanted.length > 0 });
      }
      const worst = Math.max(...found.map(({ bytes }) => bytes));
      const requests = Math.max(...found.map((one) => one.requests));
      Object.assign(table['20'] ?? {}, { 'first search': worst, requests });
      // Some questions have no answer in any text.
      expect(found.filter(({ results, isAnswered }) => isAnswered && results === 0)).toEqual([]);
      expect(worst).toBeLessThanOrEqual(190_000);
      // Eight results come from as many files of texts there, and the words from more chunks: above the 30 of one copy.
      expect(requests).toBeLessThanOrEqual(34);
    } finally {
      await Promise.all([browser.close(), server.close()]);
    }
  });
});
