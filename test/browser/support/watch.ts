import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What went wrong behind the back of a journey. */
export interface Watch {
  /** One line each: violations of the policy, errors on the console or thrown, requests refused or to another origin. */
  readonly faults: readonly string[];
  /** Holds that nothing went wrong so far. */
  expectClean(): void;
}

/**
 * Watches all pages of a context, those opened later too. Call before the first page is opened.
 * @param origin the only origin that may be asked for anything.
 * @param allowed faults that the journey provokes on purpose.
 */
export async function watchContext(
  context: BrowserContext,
  origin: string,
  allowed: readonly RegExp[] = [],
): Promise<Watch> {
  const faults: string[] = [];
  const note = (fault: string) => {
    if (!allowed.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  await context.exposeBinding('kiteiNoteViolation', (_, violation: string) => note(`policy: ${violation}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'kiteiNoteViolation');
      const where = `${event.sourceFile}:${event.lineNumber}`;
      if (typeof report === 'function')
        report(`${event.effectiveDirective} ${event.blockedURI} ${where} ${event.sample}`);
    });
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) note(`request: ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) note(`status ${response.status()}: ${response.url()}`);
  });
  const follow = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') note(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => note(`thrown: ${error.stack ?? error.message}`));
    page.on('crash', () => note('crash'));
  };
  context.on('page', follow);
  return { faults, expectClean: () => expect(faults).toEqual([]) };
}
