import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SummaryDocument } from '../../src/record/v1/summary/summary-document.ts';
import { toHtml } from '../../src/ui/parts/markup.ts';
import { toPaperMarkup } from '../../src/ui/sign/paper-markup.ts';
import { makePlan, makePledges, makeRoster } from '../fixtures/pdf/papers.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { type PdfReading, printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();

/** A page of the site, with its looks, that holds a paper as its only content. */
async function show(paper: SummaryDocument): Promise<Page> {
  const { page } = await harness.visit('/forms/rodokyoku-erasure-plan/');
  const html = toPaperMarkup(paper, '文書番号').map(toHtml).join('');
  await page.evaluate((content) => {
    const main = document.querySelector('main');
    if (main)
      main.innerHTML = `<h1 class="k-screen" id="_top">様式</h1><h2 class="k-screen">白紙</h2><div class="k-folio">${content}</div>`;
  }, html);
  return page;
}

const sheetTexts = (pdf: PdfReading): string[] =>
  pdf.pages.map((texts) => squeeze(texts.map(({ text }) => text).join('')));

describe('an official paper on A4', () => {
  test('blank: what the form prints and nothing of the site, rows of 8 to 10 mm to write in', async () => {
    const page = await show({ ...makePlan('blank'), number: '' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const looks = await page.evaluate(() => {
      const cells = [...document.querySelectorAll('[data-blank] td')];
      const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
      return {
        heights: cells.map((cell) => (cell.getBoundingClientRect().height / 96) * 25.4),
        ink: styleOf('.k-folio__title').color,
        line: styleOf('.k-folio__table td').borderTopColor,
        ground: styleOf('.k-folio__table thead th').backgroundColor,
        edge: styleOf('.k-folio__sheet').borderTopWidth,
      };
    });
    expect(looks.heights).toHaveLength(36);
    for (const height of looks.heights) {
      expect(height).toBeGreaterThanOrEqual(8);
      expect(height).toBeLessThanOrEqual(10.5);
    }
    expect(looks).toMatchObject({
      ink: 'rgb(0, 0, 0)',
      line: 'rgb(0, 0, 0)',
      ground: 'rgba(0, 0, 0, 0)',
      edge: '0px',
    });
    const pdf = await printPage(page);
    const text = sheetTexts(pdf).join('');
    expect(text.slice(0, 40)).toContain(squeeze('（別添1）令和年月日あて協議会名'));
    for (const said of ['作業実施計画書', '（例）紙媒体', '（注3）', '以上', '承認（労働局）', '押印']) {
      expect(text).toContain(squeeze(said));
    }
    expect(text).not.toMatch(/文書番号|要旨|規程集|様式白紙/);
    await pdf.close();
  });

  test('a long table repeats its head on each page and loses nobody', async () => {
    const pdf = await printPage(await show(makeRoster(60)));
    expect(pdf.pageCount).toBeGreaterThan(2);
    const sheets = sheetTexts(pdf);
    const withPeople = sheets.filter((sheet) => sheet.includes('株式会社'));
    for (const sheet of withPeople) expect(sheet.match(/電話番号/g)).toHaveLength(1);
    expect(sheets.join('').match(/みほん/g)).toHaveLength(60);
    await pdf.close();
  });

  test('each sheet begins a page', async () => {
    const pdf = await printPage(await show(makePledges('見本 花子', '見本 太郎')));
    expect(sheetTexts(pdf).map((sheet) => sheet.match(/見本.子|見本.郎/)?.[0])).toEqual(['見本花子', '見本太郎']);
    await pdf.close();
  });
});

describe('an official paper on the screen', () => {
  test.each([
    ['a blank plan', makePlan('blank')],
    ['a roster of 11 columns', makeRoster(3)],
  ])('%s has no fault, narrow and light, wide and dark', async (_, paper) => {
    expect(await findFaultsInLooks(await show(paper), twoLooks)).toEqual([]);
  });

  test('on a narrow screen a cell is named by its column, and one row to write in is enough', async () => {
    const page = await show(makePlan('blank'));
    await page.setViewportSize({ width: 320, height: 900 });
    await expect(page.locator('[data-blank]:visible').count()).resolves.toBe(1);
    const named = await page
      .locator('[data-blank] td')
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(named).toContain('情報の種類（注1）');
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect(page.locator('[data-blank]:visible').count()).resolves.toBe(6);
  });
});
