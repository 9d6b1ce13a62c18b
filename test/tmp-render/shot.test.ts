import { readFileSync, writeFileSync } from 'node:fs';
import { findFaults } from '../browser/support/axe.ts';
import { test } from 'vitest';
import { launchBrowser } from '../browser/support/launch.ts';
import { makePlan, makeRoster, makePledges } from '../fixtures/pdf/papers.ts';
import { toHtml } from '../../src/ui/parts/markup.ts';
import { toPaperMarkup } from '../../src/ui/sign/paper-markup.ts';
const out = '/tmp/w-form-paper/';
const css = ['styles/layers.css', 'styles/theme.css', 'styles/base.css', 'styles/primitives.css', 'styles/print.css', 'ui/sign/paper.css'].map((f) => readFileSync(`src/${f}`, 'utf8')).join('\n');
test('shots', async () => {
  const browser = await launchBrowser();
  const blank = makePlan('blank');
  blank.number = '';
  for (const [name, s] of Object.entries({ plan: makePlan(), blank, roster: makeRoster(6), pledges: makePledges('見本 花子', '見本 太郎') })) {
    for (const theme of ['light', 'dark']) {
      const html = `<!doctype html><html lang="ja" data-theme="${theme}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><style>*{box-sizing:border-box} body{margin:0;font-family:var(--sl-font);line-height:1.75;background:var(--k-bg);color:var(--k-ink)} main{max-width:60rem;margin:auto;padding:1rem}</style><style>${css}</style><body><main><h1 class="k-screen">頁</h1><h2 class="k-screen">様式</h2><div class="k-folio">${toPaperMarkup(s, '文書番号').map(toHtml).join('')}</div></main></html>`;
      for (const width of [1280, 375, 320]) {
        if (theme === 'dark' && width === 375) continue;
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.setContent(html);
        await page.screenshot({ path: `${out}s-${name}-${width}-${theme}.png`, fullPage: true }).catch(() => console.log("no shot", name, width, theme));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) console.log(name, width, 'overflow', over);
        if (theme === 'light' && width === 1280) writeFileSync(`${out}p-${name}.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
        await page.close();
      }
      const c = await browser.newContext(); const p = await c.newPage(); await p.setContent(html);
      console.log(name, theme, await findFaults(p));
      await c.close();
    }
  }
  await browser.close();
}, 120000);
