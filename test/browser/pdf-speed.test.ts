import type { CDPSession } from 'playwright-core';
import { expect, test } from 'vitest';
import { everydayNotes, evidenceNames } from '../fixtures/pdf/filled-list.ts';
import {
  answerItems,
  catchDownload,
  checklistPath,
  fillHeader,
  goToReview,
  type HandedOut,
  type ItemPlan,
  makeKeyButton,
  plainHeader,
  signButton,
} from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { weightOfAll } from './support/weight.ts';

onShippedSite();

const harness = useHarness();

/** The *filled* fixture of design.md, as it is typed. */
const plans: readonly ItemPlan[] = everydayNotes.map((note, index) => ({
  status: 'done',
  texts: { note, evidence: evidenceNames[index % evidenceNames.length] ?? '' },
}));

interface Run {
  file: HandedOut;
  /** From the first press to the file, in milliseconds: of the clock, and of the page's main thread. */
  wall: number;
  busy: number;
  /** What was fetched for it. */
  fetched: string[];
}

/** One visitor with nothing in the cache, on a processor that is four times as slow. */
async function signSlowly(): Promise<Run> {
  const { context, page } = await harness.visit(checklistPath);
  await fillHeader(page, plainHeader);
  await answerItems(page, plans);
  await goToReview(page);
  const early = new Set(harness.server.requests);
  const before = harness.server.requests.length;
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const busyBefore = await readBusyTime(session);
  const begin = performance.now();
  await signButton(page).click();
  await makeKeyButton(page).waitFor();
  const file = await catchDownload(page, () => makeKeyButton(page).click());
  const wall = Math.round(performance.now() - begin);
  const busy = Math.round((await readBusyTime(session)) - busyBefore);
  const asked = new Set(harness.server.requests.slice(before));
  return { file, wall, busy, fetched: [...asked].filter((path) => !early.has(path)) };
}

/** Milliseconds that the main thread has worked, the slowing included and other programs not. */
async function readBusyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const { value } = metrics.find(({ name }) => name === 'TaskDuration') ?? {};
  if (value === undefined) throw new Error('This browser does not tell how long its tasks took.');
  return value * 1000;
}

// Three lists are typed in first, which takes longest.
test('a list with 20 notes is signed within 1.5 s on a slow machine, and within its bytes', {
  timeout: 180_000,
  retry: 1,
}, async () => {
  const first = await signSlowly();
  const runs = [first, await signSlowly(), await signSlowly()];
  const fonts = first.fetched.filter((path) => path.startsWith('/pdf-font/'));
  const [weight, fontWeight] = [await weightOfAll(first.fetched), await weightOfAll(fonts)];
  console.info(
    `filled list, processor slowed 4 times: main thread ${runs.map(({ busy }) => busy).join(', ')} ms, ` +
      `clock ${runs.map(({ wall }) => wall).join(', ')} ms; fetched ${weight} bytes, ${fontWeight} of them font ` +
      `in ${fonts.length} files; signed PDF ${first.file.bytes.length} bytes`,
  );
  expect(fonts.length).toBeGreaterThan(10);
  expect(weight).toBeLessThanOrEqual(450_000);
  expect(first.file.bytes.length).toBeLessThanOrEqual(180_000);
  // The best of three: while the slowed thread waits for a processor that others use, it is slowed all the same.
  expect(Math.min(...runs.map(({ busy }) => busy))).toBeLessThanOrEqual(1500);
});
