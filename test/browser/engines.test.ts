import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractPages } from '../support/read-pdf.ts';
import { type Engine, engines } from './support/engines.ts';
import { squeeze } from './support/read-pdf.ts';
import { type SiteServer, serveSite } from './support/serve.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const escapeKey = '\ue00c';
describe.each(['Firefox', 'WebKit'] as const)('%s', (name) => {
  const start = engines[name];
  describe.skipIf(!start)('as this machine has it', () => {
    let engine: Engine;
    let server: SiteServer;
    beforeAll(async () => {
      server = await serveSite();
      if (start) engine = await start();
    });
    afterAll(async () => {
      await engine?.close();
      await server?.close();
    });
    const goTo = (path: string) => engine.goTo(server.origin + path);

    test('letters stand where their boxes are, and nothing is wider than the window', async () => {
      await goTo('/nerima/');
      // WebKit paints digits over kanji where it is to leave room between them.
      const spacing = `getComputedStyle(document.querySelector('main p')).textAutospace ?? 'none'`;
      if (name === 'WebKit') expect(['no-autospace', 'none']).toContain(await engine.run(spacing));
      expect(await engine.run('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    });

    test('the review begins at its heading', async () => {
      await goTo('/checklists/contractor-security/');
      await engine.run(`(async () => {
        await Promise.all(['checklist-form', 'checklist-review'].map((tag) => customElements.whenDefined(tag)));
        for (const [id, text] of [['company', '株式会社𠮷野'], ['checker', '髙橋'], ['checkedOn', '2026-01-15']]) {
          const field = document.getElementById(id);
          field.value = text;
          for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
        }
        document.querySelector('[data-next]').scrollIntoView();
        document.querySelector('[data-next]').click();
      })()`);
      const top = () => engine.run<number>(`document.querySelector('#review-h').getBoundingClientRect().top`);
      await expect.poll(() => engine.run(`document.activeElement?.id`), { timeout: 20_000 }).toBe('review-h');
      expect(await top()).toBeGreaterThanOrEqual(0);
      expect(await top()).toBeLessThan(900);
    });

    test('Escape leaves the search, once its field is empty', async () => {
      await goTo('/nerima/');
      await engine.run(
        `customElements.whenDefined('site-search').then(() => document.querySelector('[data-open]').click())`,
      );
      const isOpen = () => engine.run<boolean>(`document.querySelector('site-search dialog').open`);
      expect(await isOpen()).toBe(true);
      // The search has arrived.
      await expect.poll(() => engine.run(`!!document.querySelector('site-search search-results')`)).toBe(true);
      await engine.type(escapeKey);
      await expect.poll(isOpen).toBe(false);
    });

    test.runIf(name === 'Firefox')('each printed sheet says what it is of', async () => {
      await goTo('/company/03/');
      const pages = await extractPages((await engine.print?.()) ?? new Uint8Array());
      expect(pages.length).toBeGreaterThan(3);
      const title = squeeze('情報セキュリティ関連規程（サンプル）');
      for (const page of pages)
        expect(squeeze(page)).toMatch(new RegExp(`${title.replace(/[()]/g, '\\$&')}3.*正文ではありません`));
    });
  });
});
