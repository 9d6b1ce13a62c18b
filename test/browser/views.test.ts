import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { organization } from './support/company.ts';
import { useHarness } from './support/harness.ts';
import { fileOf } from './support/page-facts.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { listPages, siteFolder } from './support/site-folder.ts';

onShippedSite();

const harness = useHarness();
const pages = await listPages();
const { trainingOfficer = '' } = organization.roles;

interface PublishedProvision {
  id: string;
  handbook: string;
  actors: { id: string }[];
  approvers: { id: string }[];
  when?: object;
}
const provisions: PublishedProvision[] = JSON.parse(
  await readFile(join(siteFolder, 'provisions.json'), 'utf8'),
).provisions;

/** What stands in the HTML of the pages under a path: per page, each element's own mark and that of what is around it. */
async function findMarks(path: string, selector: string, mark: string, around: string) {
  const page = await harness.browser.newPage();
  const found: { path: string; mark: string; around: string }[] = [];
  for (const each of pages.filter((one) => one.startsWith(path))) {
    const html = await readFile(join(siteFolder, fileOf(each)), 'utf8');
    const marks = await page.evaluate(
      ([html = '', selector = '', mark = '', around = '']) => {
        const document = new DOMParser().parseFromString(html, 'text/html');
        return [...document.querySelectorAll<HTMLElement>(selector)].map((element) => ({
          mark: element.dataset[mark] ?? '',
          around: element.closest<HTMLElement>(`[data-${around}]`)?.dataset[around] ?? '',
        }));
      },
      [html, selector, mark, around],
    );
    found.push(...marks.map((one) => ({ path: each, ...one })));
  }
  await page.close();
  return found;
}

describe('the views hold what provisions.json and records.yaml hold', () => {
  test('each provision stands under each of its actors, and under each of those whose leave it needs', async () => {
    const found = await findMarks('/roles/', 'li[data-duty]', 'duty', 'role');
    const expected = provisions.flatMap(({ id, handbook, actors, approvers }) =>
      [...actors, ...approvers].map((role) => `${handbook}:${role.id} ${id}`),
    );
    expect(expected.length).toBeGreaterThan(700);
    expect(found.map(({ path, mark, around }) => `${path.split('/')[2]}:${around} ${mark}`).toSorted()).toEqual(
      expected.toSorted(),
    );
  });

  test('each record stands once in each of its phases', async () => {
    const found = await findMarks('/records/', '[data-record]', 'record', 'phase');
    const records: Record<string, Record<string, { phase: string | string[] }>> = parse(
      await readFile('content/records.yaml', 'utf8'),
    );
    const expected = Object.entries(records).flatMap(([handbook, entries]) =>
      Object.entries(entries).flatMap(([id, { phase }]) => [phase].flat().map((one) => `${one} ${handbook}:${id}`)),
    );
    expect(expected.length).toBeGreaterThan(100);
    expect(found.map(({ mark, around }) => `${around} ${mark}`).toSorted()).toEqual(expected.toSorted());
  });

  test('each time stands on the page of its document, and what has a date on the common page', async () => {
    const found = await findMarks('/schedule/', 'li[data-duty]', 'duty', 'group');
    const pageOf = ({ id, handbook }: PublishedProvision) => `/schedule/${handbook}/ ${id}`;
    const withTime = provisions.filter(({ when, approvers }) => when || approvers.length > 0);
    expect(withTime.length).toBeGreaterThan(300);
    const own = found.filter(({ path }) => path !== '/schedule/');
    expect([...new Set(own.map(({ path, mark }) => `${path} ${mark}`))].toSorted()).toEqual(
      withTime.map(pageOf).toSorted(),
    );
    const lines = (some: typeof found) => some.map(({ mark, around }) => `${around} ${mark}`).toSorted();
    expect(lines(found.filter(({ path }) => path === '/schedule/'))).toEqual(
      lines(own.filter(({ around }) => around !== 'onEvent')),
    );
    const groupsOf = (id: string) => own.filter(({ mark }) => mark === id).map(({ around }) => around);
    expect(groupsOf('rodokyoku:1-2-n3')).toEqual(['before', 'onChange']);
    expect(groupsOf('rodokyoku:3-n3')).toEqual(['promptly', 'before']);
    expect(groupsOf('higashiosaka:3-n6')).toEqual(['before', 'after']);
  });
});

describe('the records', () => {
  test('narrow to the chosen documents and phases, and share the choice with the comparison', async () => {
    const { page } = await harness.visit('/records/');
    await page.getByLabel('練馬区').check();
    await page.getByLabel('労働局').check();
    await page.getByRole('checkbox', { name: '始め' }).check();
    const rows = page.locator('[data-record]:visible');
    const shown = await rows.evaluateAll((all) => all.map((row) => row.dataset['record'] ?? ''));
    expect(shown).toContain('nerima:managerApproval');
    expect(shown).toContain('rodokyoku:securityManagementPlan');
    expect(shown.filter((id) => !/^(nerima|rodokyoku):/.test(id))).toEqual([]);
    expect(shown).not.toContain('nerima:disposalCertificate');
    expect(await page.locator('record-filter [data-status]').textContent()).toBe(`${shown.length}件を見せています。`);
    const roster = page.locator('[data-record="rodokyoku:workerRoster"]');
    expect(squeeze((await roster.textContent()) ?? '')).toContain('研究開発及び調査、コンピューターサービス');
    expect(squeeze((await roster.textContent()) ?? '')).toContain('省略・代替できる場合');
    await page.goto(new URL('/compare/', page.url()).href);
    expect(await page.getByRole('checkbox', { name: '練馬区' }).isChecked()).toBe(true);
  });

  test('are all there without JavaScript', async () => {
    const { page } = await harness.visit('/records/', { javaScriptEnabled: false });
    expect(await page.locator('record-filter form').isVisible()).toBe(false);
    expect(await page.locator('[data-document]:visible').count()).toBeGreaterThanOrEqual(5);
  });
});

describe('the roles of a document', () => {
  test('are all there without JavaScript', async () => {
    const { page } = await harness.visit('/roles/higashiosaka/', { javaScriptEnabled: false });
    expect(await page.locator('[data-role]:visible').count()).toBe(11);
    expect(await page.locator('role-picker form').isVisible()).toBe(false);
  });

  test('narrow to those that are ticked, also after coming back and on paper', async () => {
    const { page } = await harness.visit('/roles/higashiosaka/');
    await page.getByRole('checkbox', { name: '業務責任者' }).check();
    const shown = () => page.locator('[data-role]:visible').evaluateAll((all) => all.map((one) => one.dataset['role']));
    expect(await shown()).toEqual(['operationsManager']);
    expect(new URL(page.url()).hash).toBe('#r=operationsManager');
    await page.reload();
    expect(await shown()).toEqual(['operationsManager']);
    const pdf = await printPage(page);
    expect(squeeze(pdf.text)).toContain('正文ではありません');
    expect(squeeze(pdf.text)).toContain('3年度分');
    expect(squeeze(pdf.text)).not.toMatch(/見る役割|持込み希望者/);
    expect(pdf.pageCount).toBe(1);
    await pdf.close();
    await page.getByRole('checkbox', { name: '業務責任者' }).uncheck();
    expect(await shown()).toHaveLength(11);
  });
});

describe('the sheet of a person', () => {
  test('gathers the duties of roles from several documents, and fetches nothing before', async () => {
    const { page } = await harness.visit('/roles/sheet/');
    expect(await page.getByRole('status').textContent()).toBe('役割をまだ選んでいません。');
    expect(harness.server.requests.filter((path) => path.endsWith('duties.json'))).toEqual([]);
    await page.getByRole('checkbox', { name: /^保護管理者/ }).check();
    await page.getByRole('checkbox', { name: trainingOfficer }).check();
    await page.getByText('13件', { exact: true }).waitFor();
    expect(await page.locator('.k-sheet h2').allTextContents()).toEqual([
      '情報セキュリティ関連規程（サンプル）',
      '業務における個人情報の取扱い',
    ]);
    expect(await page.locator('.k-sheet .k-duty').count()).toBe(13);
    const plan = page.locator('.k-sheet .k-duty', { hasText: '年度単位で、情報セキュリティに関する教育計画' });
    expect(squeeze((await plan.locator('dl').textContent()) ?? '')).toBe(
      `誰が${trainingOfficer}いつ年度単位記録・提出物教育計画作る教育計画`,
    );
    expect(await page.locator('.k-sheet a[href="/kojinjoho/#8-n2"]').count()).toBe(1);
    const pdf = await printPage(page);
    expect(pdf.pageCount).toBe(1);
    expect(squeeze(pdf.text).split('正文ではありません。判断は').length).toBe(3);
    await pdf.close();
    await page.reload();
    await page.getByText('13件', { exact: true }).waitFor();
    await page.getByRole('button', { name: '選び直す' }).click();
    await page.getByText('役割をまだ選んでいません。').waitFor();
    expect(await page.locator('.k-sheet').count()).toBe(0);
  });
});

test('the sheet of somebody who approves tells who asks, apart from what is to be done', async () => {
  const { page } = await harness.visit('/roles/sheet/#r=higashiosaka:cityManager');
  await page.locator('.k-sheet h3').waitFor();
  expect(await page.locator('.k-sheet h3').textContent()).toBe('許可・承認を求められたときに決めること');
  const row = page.locator('[data-list="approvals"] .k-duty', { hasText: '持ち込むことを希望する者' });
  expect(squeeze((await row.locator('dl').textContent()) ?? '')).toContain(
    '誰が持込み希望者許可・承認する人管理者いつ',
  );
  expect(await page.locator('[data-list="duties"] .k-duty', { hasText: '持ち込むことを希望する者' }).count()).toBe(0);
});

describe('the calendar', () => {
  test('holds what has a period and a month, and asks for what lacks one', async () => {
    const { page, origin } = await harness.visit('/schedule/#calendar');
    const save = page.getByRole('button', { name: '選んだ予定を保存する' });
    const row = (id: string) => page.locator(`tr[data-duty="${id}"]`);
    await save.click();
    await page.getByText('予定に入れるものの月を選んでください。').waitFor();
    await row('company:01-2-p1').getByLabel('月').selectOption('4');
    await row('nerima:a16-i4-e').getByLabel('間隔').selectOption('P1M');
    await save.click();
    await page.getByText('はじめの月を選んでください。').waitFor();
    expect(
      await row('nerima:a16-i4-e')
        .getByLabel('はじめの月')
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await row('nerima:a16-i4-e').getByLabel('はじめの月').selectOption('1');
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toBe('duties.ics');
    const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')));
    const events = calendar
      .getAllSubcomponents('vevent')
      .map((event) => [
        String(event.getFirstPropertyValue('uid')),
        String(event.getFirstPropertyValue('rrule')),
        String(event.getFirstPropertyValue('url')),
      ]);
    expect(events).toEqual([
      ['company.01-2-p1@kitei', 'FREQ=YEARLY', `${origin}/company/01/#01-2-p1`],
      ['nerima.a16-i4-e@kitei', 'FREQ=MONTHLY', `${origin}/nerima/#a16-i4-e`],
    ]);
    await page.getByText('2件の予定を保存しました。').waitFor();
  });

  test('says without JavaScript which months are open', async () => {
    const { page } = await harness.visit('/schedule/', { javaScriptEnabled: false });
    const row = page.locator('tr[data-duty="company:11B-5.1.5-p1"]');
    expect(squeeze((await row.locator('td').last().textContent()) ?? '')).toContain('毎年、月は未設定');
    expect(await row.locator('select:visible').count()).toBe(0);
  });
});

test('the search finds each view, and leads to it rather than to its continuations', async () => {
  const { page } = await harness.visit('/search/?q=期限と周期');
  await page.locator('a[href^="/schedule/"]').first().waitFor();
  const found = await page
    .locator('a[href^="/schedule/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  expect(new Set(found)).toEqual(new Set(['/schedule/']));
});

test('without JavaScript the index leads from a word to its places, its other name and its tools', async () => {
  const { page, origin } = await harness.visit('/', { javaScriptEnabled: false });
  await page.getByRole('link', { name: '五十音索引' }).first().click();
  await page.waitForURL(`${origin}/index/`);
  await page.getByRole('link', { name: 'は行' }).click();
  const row = page.getByRole('region', { name: 'は行' });
  const words = await row.locator('li > b').allTextContents();
  expect(words.indexOf('廃棄')).toBeGreaterThan(0);
  expect(words.indexOf('廃棄')).toBeLessThan(words.indexOf('パスワード'));
  expect(words.indexOf('パスワード')).toBeLessThan(words.indexOf('本人確認'));

  const thrown = page.locator('li', { has: page.locator('b', { hasText: /^捨てる$/ }) });
  await thrown.getByRole('link', { name: '廃棄' }).click();
  const word = page.locator('[id="廃棄"]');
  expect(await word.evaluate((item) => item.matches(':target'))).toBe(true);
  expect(await word.locator('small').textContent()).toBe('はいき');
  const urls = await page
    .locator('section li a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const inside = urls.filter((url) => url.startsWith('/') && !url.startsWith('/search/'));
  const there = new Set(pages);
  expect(inside.length).toBeGreaterThan(500);
  expect([...new Set(inside.map((url) => url.replace(/#.*/, '')))].filter((path) => !there.has(path))).toEqual([]);
  expect(urls.some((url) => url.startsWith('/search/?q='))).toBe(true);

  // On paper as at the end of a book.
  const { text } = await printPage(page);
  expect(squeeze(text)).toContain('捨てる');
});
