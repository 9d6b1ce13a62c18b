import { expect, test } from 'vitest';
import { useHarness } from './support/harness.ts';
import { rankOf, readAnswers, readQueries, readResults, toScore } from './support/search-quality.ts';
import { weightOfAll } from './support/weight.ts';

const harness = useHarness();

/** Median and worst of sorted numbers. */
function spread(values: readonly number[]): { median: number; worst: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}

test('the search answers the questions it is tuned on, within its budget', { timeout: 300_000 }, async () => {
  const queries = await readQueries();
  const answers = await readAnswers();
  const ranks: {
    kind: string;
    q: string;
    rank: number | undefined;
    results: number;
    bytes: number;
    requests: number;
  }[] = [];
  for (const query of queries) {
    const before = harness.server.requests.length;
    const { page, context } = await harness.visit(`/search/?q=${encodeURIComponent(query.q)}`);
    const results = await readResults(page);
    // A first search in a new profile: everything from the page itself to the texts of the results.
    const asked = harness.server.requests.slice(before);
    const bytes = await weightOfAll(asked);
    const { q, kind } = query;
    ranks.push({
      kind,
      q,
      rank: rankOf(query, results, answers),
      results: results.length,
      bytes,
      requests: asked.length,
    });
    await context.close();
  }
  const kinds = [...new Set(ranks.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) => [kind, toScore(ranks.filter((rank) => rank.kind === kind))]);
  const all = toScore(ranks);
  console.table({ ...Object.fromEntries(byKind), all });
  console.table(ranks.filter(({ rank }) => rank !== 1).map(({ q, kind, rank }) => ({ q, kind, rank })));
  const bytes = spread(ranks.map((rank) => rank.bytes));
  const requests = spread(ranks.map((rank) => rank.requests));
  console.log(
    `First search, everything: median ${bytes.median} bytes, worst ${bytes.worst}; requests ${requests.worst}`,
  );
  expect(all.first).toBeGreaterThanOrEqual(0.82);
  expect(all.firstFive).toBeGreaterThanOrEqual(0.98);
  expect(all.nothing).toBe(0);
  expect(bytes.median).toBeLessThanOrEqual(150_000);
  expect(bytes.worst).toBeLessThanOrEqual(180_000);
  expect(requests.worst).toBeLessThanOrEqual(30);
});
