import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { isAsShipped } from './support/company.ts';
import { requestsOfSearch } from './support/first-search.ts';
import { useHarness } from './support/harness.ts';
import { everyday, rankOf, readAnswers, readQueries, readResults, toScore } from './support/search-quality.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { weightOfAll } from './support/weight.ts';

onShippedSite();

const harness = useHarness();

/** Median and worst of sorted numbers. */
function spread(values: readonly number[]): { median: number; worst: number } {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}

/** Puts a question into the field and asks it. */
function ask(page: Page, question: string): Promise<void> {
  return page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('search-page input[type=search]');
    if (!input?.form) throw new Error('The page has no search.');
    input.value = text;
    input.form.requestSubmit();
  }, question);
}

test.runIf(isAsShipped)('the search answers the questions it is tuned on', async () => {
  const queries = (await readQueries()).filter(({ expect }) => expect.length > 0);
  const answers = await readAnswers();
  const { page } = await harness.visit('/search/');
  const ranks: { kind: string; q: string; rank: number | undefined; results: number }[] = [];
  for (const query of queries) {
    await ask(page, query.q);
    const results = await readResults(page);
    const { q, kind } = query;
    ranks.push({ kind, q, rank: rankOf(query, results, answers), results: results.length });
  }
  const kinds = [...new Set(ranks.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) => [kind, toScore(ranks.filter((rank) => rank.kind === kind))] as const);
  const all = toScore(ranks);
  console.table({ ...Object.fromEntries(byKind), all });
  console.table(ranks.filter(({ rank }) => rank !== 1).map(({ q, kind, rank }) => ({ q, kind, rank })));
  expect(all.first).toBeGreaterThanOrEqual(0.88);
  expect(all.firstFive).toBeGreaterThanOrEqual(0.98);
  expect(all.nothing).toBe(0);
  for (const [kind, score] of byKind) {
    expect(score.first, `${kind}: first`).toBeGreaterThanOrEqual(0.75);
    expect(score.firstFive, `${kind}: in five`).toBeGreaterThanOrEqual(0.92);
  }
});

test.runIf(isAsShipped)('a question of which the texts have nothing is told so, by its words', async () => {
  const { page } = await harness.visit('/search/');
  for (const { q, expect: wanted } of await readQueries()) {
    if (wanted.length > 0) continue;
    await ask(page, q);
    await readResults(page);
    expect(await page.locator('[data-absent]').isVisible(), q).toBe(true);
  }
});

test.runIf(isAsShipped)('everyday sentences lead to the tool that answers them', async () => {
  const { page } = await harness.visit('/search/');
  const missed: string[] = [];
  for (const [said, tools] of everyday) {
    await ask(page, said);
    await readResults(page);
    const offered = await page
      .getByRole('list', { name: 'この質問に答える道具' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    if (!offered.some((href) => tools.some((tool) => href.includes(`/${tool}/`)))) missed.push(said);
  }
  expect(missed).toEqual([]);
});

test('a first search in a new profile keeps within its budget, whatever is asked', async () => {
  const queries = (await readQueries()).map(({ q }) => q);
  const start = harness.server.requests.length;
  const { page } = await harness.visit('/search/');
  await page.waitForLoadState('networkidle');
  const early = harness.server.requests.slice(start);
  const searches: { q: string; asked: string[]; bytes: number }[] = [];
  for (const q of queries) {
    const later = (await requestsOfSearch(q, harness.server)).filter((path) => !early.includes(path));
    const asked = [...early, ...later];
    // Everything from the page itself to the texts of the results.
    searches.push({ q, asked, bytes: await weightOfAll(asked) });
  }
  const bytes = spread(searches.map((search) => search.bytes));
  const requests = spread(searches.map(({ asked }) => asked.length));
  console.log(
    `First search, everything: median ${bytes.median} bytes, worst ${bytes.worst}; requests ${requests.worst}`,
  );
  // design.md: for what was shipped, and for any content up to twenty times as much.
  const limit = isAsShipped
    ? { median: 140_000, worst: 170_000, requests: 24 }
    : { median: 200_000, worst: 200_000, requests: 34 };
  expect(bytes.median).toBeLessThanOrEqual(limit.median);
  expect(bytes.worst).toBeLessThanOrEqual(limit.worst);
  expect(requests.worst).toBeLessThanOrEqual(limit.requests);

  // What was reckoned is what a browser does: for the heaviest, and for some from all over the list.
  const heaviest = searches.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
  for (const { q, asked } of [...heaviest, ...searches.filter((_, index) => index % 20 === 0)]) {
    const before = harness.server.requests.length;
    const visitor = await harness.visit(`/search/?q=${encodeURIComponent(q)}`);
    await readResults(visitor.page);
    const seen = () => harness.server.requests.slice(before).sort();
    await expect.poll(seen, { message: q }).toEqual(asked.toSorted());
    await visitor.context.close();
  }
});

/** Times that each question is asked to tell how long answering takes. */
const rounds = 5;

test('once the index is loaded, an answer takes no longer than 10 ms for 95 of 100 questions', async () => {
  const queries = (await readQueries()).map(({ q }) => q);
  const { page } = await harness.visit('/search/');
  const times = await page.evaluate(timeAnswers, { questions: queries, rounds });
  // Whatever else the machine does makes an answer slower, never faster: the quickest one tells what the code takes.
  const quickest = times.map((taken) => Math.min(...taken)).sort((a, b) => a - b);
  const p95 = quickest[Math.floor(quickest.length * 0.95)] ?? Number.POSITIVE_INFINITY;
  console.log(
    `Answering: median ${quickest[Math.floor(quickest.length / 2)]?.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
  );
  expect(times.map((taken) => taken.length)).toEqual(queries.map(() => rounds));
  expect(p95).toBeLessThanOrEqual(10);
});

/** Runs in the browser. Asks each question as a reader does; the times of a first round, which fetches, do not count. */
async function timeAnswers(asked: { questions: string[]; rounds: number }): Promise<number[][]> {
  const root = document.querySelector<HTMLElement>('search-page');
  const input = root?.querySelector('input');
  if (!root || !input) throw new Error('The page has no search.');
  const state = () => root.dataset['state'];
  const answer = async (question: string) => {
    const start = performance.now();
    input.value = question;
    input.form?.requestSubmit();
    // 調べています… stands from the submit until the answer is shown.
    if (state() !== 'busy') throw new Error(`「${question}」 was not asked.`);
    await new Promise<void>((done) => {
      const watch = new MutationObserver(() => {
        if (state() === 'busy') return;
        watch.disconnect();
        done();
      });
      watch.observe(root, { attributeFilter: ['data-state'] });
    });
    const taken = performance.now() - start;
    // That something is found is another test's matter.
    if (state() !== 'count' && state() !== 'none') throw new Error(`「${question}」 was not answered.`);
    // Painting the last answer is not part of the next one.
    await new Promise((done) => setTimeout(done));
    return taken;
  };
  for (const question of asked.questions) await answer(question);
  const times: number[][] = asked.questions.map(() => []);
  for (let round = 0; round < asked.rounds; round++) {
    for (const [index, question] of asked.questions.entries()) times[index]?.push(await answer(question));
  }
  return times;
}
