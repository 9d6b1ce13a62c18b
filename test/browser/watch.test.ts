import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findFaults, overflowOf } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { watchContext } from './support/watch.ts';

// The other tests trust the watch; here it is shown that it barks.
const harness = useHarness();

/** Does something on a page and waits until the watch has noticed it. */
async function expectNoticed(fault: RegExp, act: (page: Page) => Promise<unknown>): Promise<void> {
  const context = await harness.browser.newContext();
  const watch = await watchContext(context, harness.server.origin);
  const page = await context.newPage();
  await page.goto(`${harness.server.origin}/`);
  watch.expectClean();
  await act(page);
  await expect.poll(() => watch.faults.join('\n'), { timeout: 5000 }).toMatch(fault);
  await context.close();
}

test('an inline script is refused and noticed', async () => {
  await expectNoticed(/^policy: script-src/m, (page) =>
    page.evaluate(() => {
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'document.title = "!"' }));
    }),
  );
});

test('a request to another origin is refused and noticed', async () => {
  await expectNoticed(/^policy: connect-src http:\/\/other\.invalid/m, (page) =>
    page.evaluate(() => fetch('http://other.invalid/').catch(() => undefined)),
  );
});

test('a page that leaves the origin is noticed', async () => {
  await expectNoticed(/^request: http:\/\/other\.invalid\//m, (page) =>
    page.goto('http://other.invalid/').catch(() => undefined),
  );
});

test('an error that is thrown, and a file that is missing, are noticed', async () => {
  await expectNoticed(/^thrown: Error: lost/m, (page) =>
    page.evaluate(() => void setTimeout(() => Promise.reject(new Error('lost')))),
  );
  await expectNoticed(/^status 404: .*\/missing\.js$/m, (page) =>
    page.evaluate(() => fetch('/missing.js').then(() => undefined)),
  );
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
