import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findFaults, overflowOf } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { watchContext } from './support/watch.ts';

// The other tests trust the watch; here it is shown that it barks.
const harness = useHarness();

async function faultsAfter(act: (page: Page) => Promise<unknown>): Promise<string> {
  const context = await harness.browser.newContext();
  const watch = await watchContext(context, harness.server.origin);
  const page = await context.newPage();
  await page.goto(`${harness.server.origin}/`);
  watch.expectClean();
  await act(page);
  await expect.poll(() => watch.faults.length).toBeGreaterThan(0);
  await context.close();
  return watch.faults.join('\n');
}

test('an inline script is refused and noticed', async () => {
  const faults = await faultsAfter((page) =>
    page.evaluate(() => {
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "!"' }));
      return document.title;
    }),
  );
  expect(faults).toMatch(/^policy: script-src/m);
});

test('a request to another origin is refused and noticed', async () => {
  const faults = await faultsAfter((page) =>
    page.evaluate(() => fetch('http://other.invalid/').catch(() => undefined)),
  );
  expect(faults).toMatch(/^policy: connect-src http:\/\/other\.invalid/m);
});

test('a page that leaves the origin is noticed', async () => {
  const faults = await faultsAfter((page) => page.goto('http://other.invalid/').catch(() => undefined));
  expect(faults).toMatch(/^request: http:\/\/other\.invalid\//m);
});

test('an error that is thrown, and a file that is missing, are noticed', async () => {
  const thrown = await faultsAfter((page) =>
    page.evaluate(() => void setTimeout(() => Promise.reject(new Error('lost')))),
  );
  expect(thrown).toMatch(/^thrown: Error: lost/m);
  const missing = await faultsAfter((page) => page.evaluate(() => fetch('/missing.js').then(() => undefined)));
  expect(missing).toMatch(/^status 404: .*\/missing\.js$/m);
});

test('a button without a name and a page wider than its window are found', async () => {
  const { page } = await harness.visit('/404.html', { viewport: { width: 320, height: 900 } });
  await page.evaluate(() => {
    const wide = document.createElement('button');
    wide.style.width = '400px';
    document.querySelector('main')?.append(wide);
  });
  expect(await findFaults(page)).toEqual([expect.stringMatching(/^button-name: /)]);
  expect(await overflowOf(page)).toBeGreaterThan(0);
});
