import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { topicPath } from '../../src/core/crosswalk/topic-path.ts';
import { knownConflicts } from '../fixtures/conflict-list.ts';
import { findFaults } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { press, tabTo } from './support/keyboard.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { listPages, siteFolder } from './support/site-folder.ts';

onShippedSite();

const harness = useHarness();

/** What a person sees: a tag that is hidden is no text. */
const visibleTexts = async (all: Locator) => (await all.allInnerTexts()).map((text) => text.replace(/\s/g, ''));
const topicPages = (await listPages()).filter((path) => /^\/compare\/./.test(path));

describe('the comparison without JavaScript', () => {
  test('marks every known contradiction and difference, and leads to it', async () => {
    const { page } = await harness.visit('/compare/', { javaScriptEnabled: false });
    const marks = await page
      .locator('[data-marks]')
      .evaluateAll((tags) => tags.flatMap((tag) => tag.getAttribute('data-marks')?.split(' ') ?? []));
    expect(Object.keys(knownConflicts).filter((id) => !marks.includes(id))).toEqual([]);
    const links = await page
      .locator('a[data-carry]:not([data-carry=""])')
      .evaluateAll((all) => all.map((link) => link.getAttribute('data-carry') ?? ''));
    expect(links.toSorted()).toEqual([...new Set(marks)].toSorted());
    expect(await page.locator('form.k-clients').isVisible()).toBe(false);
  });

  test('has every provision of provisions.json under each of its topics', async () => {
    const text = await readFile(join(siteFolder, 'provisions.json'), 'utf8');
    const { provisions }: { provisions: { url: string; topics: string[] }[] } = JSON.parse(text);
    const { page } = await harness.visit('/compare/', { javaScriptEnabled: false });
    const counts = await page.locator('td[data-document]').allTextContents();
    const expected = provisions.reduce((count, { topics }) => count + topics.length, 0);
    expect(counts.reduce((sum, count) => sum + (Number(count) || 0), 0)).toBe(expected);
    const pages = new Map<string, string>();
    for (const path of topicPages) pages.set(path, await readFile(join(siteFolder, path, 'index.html'), 'utf8'));
    const missing = provisions.flatMap(({ url, topics }) =>
      topics
        .filter((topic) => !pages.get(`/${topicPath(topic)}`)?.includes(`<a href="${url}">`))
        .map((topic) => [topic, url]),
    );
    expect(missing).toEqual([]);
    const lines = [...pages.values()].reduce((sum, html) => sum + html.split('<li data-modality=').length - 1, 0);
    expect(lines).toBe(expected);
  });
});

describe('「練馬区と労働局の仕事を受けている。廃棄のとき何を出す?」', () => {
  test('is answered by keyboard, on one screen', async () => {
    const { page } = await harness.visit('/compare/', { viewport: { width: 1280, height: 900 } });
    await tabTo(page, page.getByLabel('練馬区'));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByLabel('労働局'));
    await page.keyboard.press('Space');
    await page.getByText('見せている文書: 練馬区、労働局').waitFor();
    expect(await page.getByRole('columnheader', { name: '自社の規程' }).isVisible()).toBe(false);
    await press(page, page.getByRole('link', { name: '廃棄・返還' }));
    await page.waitForURL(/\/compare\/disposal\/#c=nerima,rodokyoku$/);

    const records = page.locator('.k-records:visible > li');
    expect(await records.locator('b').allTextContents()).toEqual([
      '管理簿（記録媒体の廃棄）',
      '情報の返還・処分を証明する書類',
      '外部へ委託した廃棄を証明する書類',
      '情報の廃棄を外部へ委託することの承認',
      '作業実施計画書（別添1）',
      '作業完了報告書（別添2）',
    ]);
    // The plan has its own time; the case in which another stands for it is told as such.
    const planned = records.filter({ hasText: '作業実施計画書' }).locator('p');
    expect(await planned.textContent()).toMatch(/^\s*返却・廃棄・抹消の前に、承認。\s*省略・代替できるのは、/);
    for (const box of await records.evaluateAll((all) => all.map((item) => item.getBoundingClientRect().bottom))) {
      expect(box).toBeLessThan(900);
    }
    const plan = page.locator('#disposalPlan > dl > div:visible');
    expect(await visibleTexts(plan.locator('dt'))).toEqual(['練馬区特記事項', '労働局の措置最も厳しい']);

    expect(await findFaults(page)).toEqual([]);

    // What was chosen stays with the tab, also where an address says nothing of it; the server never hears of it.
    await page.goto(`${new URL(page.url()).origin}/compare/copying/`);
    expect(await page.getByRole('checkbox', { name: '練馬区' }).isChecked()).toBe(true);
    expect(harness.server.requests.filter((path) => path.includes('c='))).toEqual([]);
  });

  test('comes out on paper and as a file with the chosen documents only', async () => {
    const { page } = await harness.visit('/compare/disposal/#c=nerima,rodokyoku');
    const pdf = await printPage(page);
    const text = squeeze(pdf.text);
    expect(text).toContain('見せている文書:練馬区、労働局');
    expect(text).toContain('作業実施計画書(別添1)');
    expect(text).not.toContain('完全消去専用');
    expect(text).not.toContain('どの委託元の仕事');
    expect(pdf.pageCount).toBeLessThanOrEqual(4);
    await pdf.close();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSVを保存する' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('委託元くらべ_廃棄・返還.csv');
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.startsWith('\uFEFF区分,主題,')).toBe(true);
    expect(csv).toContain('労働局の措置');
    expect(csv).not.toContain('自社の規程');
  });

  test('works where the browser stores nothing', async () => {
    const { page, context } = await harness.visit('/compare/');
    await context.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.reload();
    await page.getByLabel('東大阪市').check();
    await page.getByLabel('練馬区').check();
    await page.getByRole('link', { name: '複写・複製してよいか' }).click();
    await page.waitForURL(/\/compare\/copying\/#copying&c=higashiosaka,nerima$/);
    const panel = page.locator('#copying');
    expect(await panel.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(720);
    expect(await visibleTexts(panel.locator('dt:visible'))).toEqual(['東大阪市の実施手順最も厳しい', '練馬区特記事項']);
    await page.getByRole('button', { name: '選択を外す' }).click();
    const documents = await panel.locator('dt').count();
    expect(documents).toBeGreaterThanOrEqual(5);
    expect(await panel.locator('dt:visible').count()).toBe(documents);
  });
});

describe('what documents are to one another hangs on the choice', () => {
  test('between 練馬区 and 労働局 nothing contradicts, and nothing speaks of the others', async () => {
    const { page } = await harness.visit('/compare/#c=nerima,rodokyoku');
    await page.getByText('見せている文書: 練馬区、労働局').waitFor();
    expect(await page.locator('[data-kind="contradiction"]:visible').count()).toBe(0);
    expect(await page.locator('[data-list="contradiction"] > li:visible').count()).toBe(0);
    expect(await page.locator('[data-none="contradiction"]').isVisible()).toBe(true);
    const differences = page.locator('[data-list="difference"] > li:visible');
    expect(await differences.filter({ hasText: '持ち出すのに' }).count()).toBe(1);

    await page.getByRole('checkbox', { name: '自社の規程' }).check();
    const contradictions = page.locator('[data-list="contradiction"] > li:visible');
    expect(await contradictions.allTextContents()).toEqual([expect.stringContaining('情報を持ち出すのに')]);
    await contradictions.getByRole('link').click();
    await page.waitForURL(/\/compare\/removal\//);
    const panel = page.locator('#removalApproval');
    expect(await panel.locator('[data-tag]').textContent()).toBe('矛盾');
    expect(await panel.locator('[data-strictest]:visible').count()).toBe(2);
    await page.getByRole('checkbox', { name: '自社の規程' }).uncheck();
    await expect.poll(() => panel.locator('[data-tag]').textContent()).toBe('扱いの差');
    expect(await panel.locator('[data-strictest]:visible').count()).toBe(0);
  });

  test('no reason names a document that was not chosen', async () => {
    const names = { nerima: '練馬区', rodokyoku: '労働局', higashiosaka: '東大阪市', company: '会社' };
    const { page } = await harness.visit('/compare/private-devices/#c=nerima,rodokyoku');
    const why = page.locator('#privateDevices .k-conf__why > li:visible');
    expect((await why.allTextContents()).join()).not.toMatch(`${names.higashiosaka}|${names.company}`);
    await page.getByRole('checkbox', { name: names.higashiosaka }).check();
    expect((await why.allTextContents()).join()).toContain(names.higashiosaka);
    expect((await why.allTextContents()).join()).not.toContain(names.company);
  });
});

test('the search shows the contradiction above the text', async () => {
  const { page } = await harness.visit(`/search/?q=${encodeURIComponent('個人情報 メール 送ってよいか')}`);
  const tool = page
    .getByRole('list', { name: 'この質問に答える道具' })
    .getByRole('link', { name: '委託元くらべ: 授受・送付' });
  expect(await tool.getAttribute('href')).toBe('/compare/transfer/#mailPersonalInformation');
});
