import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, TestRunner } from 'vitest';
import { shareBrowser } from './launch.ts';
import { type SiteServer, serveSite } from './serve.ts';
import { isShippedSite } from './shipped-site.ts';
import { siteFolder } from './site-folder.ts';
import { type Watch, watchContext } from './watch.ts';

export interface OpenOptions extends BrowserContextOptions {
  /** Use the plain http name instead of 127.0.0.1. */
  intranet?: boolean;
  /** Faults that the test provokes on purpose. */
  allowed?: readonly RegExp[];
}

/** One visitor: a browser profile of its own with one page, watched. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  watch: Watch;
  /** The origin the visitor sees. */
  origin: string;
}

export interface Harness {
  readonly browser: Browser;
  readonly server: SiteServer;
  /** Opens a path of the site in a new profile, which is closed after the test. */
  visit(path: string, options?: OpenOptions): Promise<Visitor>;
}

/**
 * Starts browser and site before the tests of a file and ends the site afterwards. Every visitor opened by a test is
 * closed after it, and its watch must be clean: what went wrong behind the scenes fails the test that provoked it.
 */
export function useHarness(): Harness {
  let browser: Browser | undefined;
  let server: SiteServer | undefined;
  let visitors: Visitor[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([shareBrowser(), serveSite()]);
  });
  afterEach(async () => {
    const open = visitors;
    visitors = [];
    // What a page has reported stands before the answer to a question asked later.
    await Promise.all(open.map(({ page }) => page.evaluate(() => undefined).catch(() => undefined)));
    await Promise.all(open.map(({ context }) => context.close()));
    for (const { watch } of open) watch.expectClean();
  });
  afterAll(async () => {
    // Also those that a test opened by itself: the next file has the browser as it came.
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    await server?.close();
  });

  return {
    get browser() {
      return started(browser);
    },
    get server() {
      return started(server);
    },
    async visit(path, { intranet = false, allowed = [], ...options } = {}) {
      skipWhatIsMissing(path);
      const origin = intranet ? started(server).intranetOrigin : started(server).origin;
      const context = await started(browser).newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', ...options });
      context.setDefaultTimeout(10_000);
      const watch = await watchContext(context, origin, allowed);
      const page = await context.newPage();
      const visitor = { context, page, watch, origin };
      visitors.push(visitor);
      await page.goto(origin + path);
      return visitor;
    },
  };
}

/** A page that a site of another company does not have cannot be tested; on kitei's own it must be there. */
function skipWhatIsMissing(path: string): void {
  const { pathname } = new URL(path, 'http://site.invalid');
  if (isShippedSite || !pathname.endsWith('/') || existsSync(join(siteFolder, pathname, 'index.html'))) return;
  TestRunner.getCurrentTest()?.context.skip(`This site has no page ${pathname}.`);
}

function started<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The harness has not been started: call useHarness() at the top of a file.');
  return value;
}
