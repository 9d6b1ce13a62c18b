import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  answerItems,
  catchDownload,
  checklistPath,
  fillHeader,
  goToReview,
  headerField,
  itemOf,
  nextButton,
  plainHeader,
  radioOf,
  reviewHeading,
  textOf,
} from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const cloud = '/checklists/cloud-service/';
const criteria = '/checklists/contractor-criteria/';

/** An item by its number as printed, a letter as well. */
const group = (page: Page, number: string) => page.getByRole('group', { name: new RegExp(`^No\\.${number}(?!\\w)`) });
const days = (page: Page, number: number) => itemOf(page, number).getByText('日付と有効期限');

describe('the index of check lists', () => {
  test('is complete without scripts: by what they are for and by document', async () => {
    const { page } = await harness.visit('/checklists/', { javaScriptEnabled: false });
    for (const name of ['委託元に答える', '委託先を評価する', '契約書を確かめる', '自己点検', 'もとの文書ごと'])
      await page.getByRole('heading', { name, exact: true }).waitFor();
    const links = await page
      .locator('main li a:not(nav a)')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    expect(new Set(links).size).toBe(11);
    await page.getByRole('link', { name: 'クラウドサービスの評価' }).first().click();
    await page.waitForURL(`**${cloud}`);
  });

  test('is reached from the home page and from any page', async () => {
    const { page } = await harness.visit('/');
    await page.getByRole('link', { name: '確認リストの一覧' }).last().click();
    await page.waitForURL('**/checklists/');
  });
});

describe('a list with answers of several kinds', () => {
  test('is answered by key alone, and comes back after a reload', async () => {
    const { page } = await harness.visit(cloud);
    await group(page, 'A').getByRole('textbox', { name: '回答' }).focus();
    await page.keyboard.type('見本ストレージ');
    await group(page, 'C').getByRole('radio', { name: '未回答' }).focus();
    await page.keyboard.press('ArrowUp');
    expect(await group(page, 'C').getByRole('radio', { name: '0（公開）' }).isChecked()).toBe(true);
    await group(page, 'D').getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.reload();
    expect(await group(page, 'A').getByRole('textbox', { name: '回答' }).inputValue()).toBe('見本ストレージ');
    const chosen = await group(page, 'D').getByRole('checkbox', { checked: true }).count();
    expect(chosen).toBe(2);
    expect(await group(page, 'C').getByRole('radio', { name: '0（公開）' }).isChecked()).toBe(true);
  });

  test('goes into the review and the PDF as it was answered', async () => {
    const { page } = await harness.visit(cloud);
    await fillHeader(page, plainHeader);
    await group(page, 'A').getByRole('textbox', { name: '回答' }).fill('見本ストレージ');
    await group(page, 'D').getByRole('checkbox', { name: 'プライバシーマーク制度' }).check();
    await group(page, 'E').getByRole('radio', { name: '導入しない' }).check();
    await goToReview(page);
    const text = squeeze((await page.locator('[data-summary]').textContent()) ?? '');
    for (const said of ['見本ストレージ', 'プライバシーマーク制度', '導入しない', '回答3/5'])
      expect(text).toContain(said);
    await page.getByRole('checkbox', { name: /^未回答が/ }).check();
    const { bytes } = await catchDownload(page, () =>
      page.getByRole('button', { name: '署名せずに PDF を作る' }).click(),
    );
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});

describe('the days of a record', () => {
  test('are out of the way until they are asked for, by key as well, and stay open once there are some', async () => {
    const { page } = await harness.visit(criteria, { viewport: { width: 320, height: 700 } });
    await radioOf(itemOf(page, 1), 'done').check();
    expect(await textOf(itemOf(page, 1), 'evidenceUntil').isVisible()).toBe(false);
    await textOf(itemOf(page, 1), 'evidence').fill('ISMS の登録証');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2024/4/1');
    await page.keyboard.press('Tab');
    await page.keyboard.type('令和7年3月31日');
    await page.keyboard.press('Tab');
    expect(await textOf(itemOf(page, 1), 'evidenceUntil').inputValue()).toBe('2025-03-31');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.reload();
    expect(await textOf(itemOf(page, 1), 'evidenceOn').isVisible()).toBe(true);
    expect(await textOf(itemOf(page, 1), 'evidenceUntil').inputValue()).toBe('2025-03-31');
  });

  test('that are past are told, not refused, on the page and on the paper', async () => {
    const { page } = await harness.visit(criteria);
    await fillHeader(page, plainHeader);
    await radioOf(itemOf(page, 1), 'done').check();
    await textOf(itemOf(page, 1), 'evidence').fill('登録証');
    await days(page, 1).click();
    await textOf(itemOf(page, 1), 'evidenceUntil').fill('2025-03-31');
    const late = itemOf(page, 1).getByText('確認日には期限が過ぎています');
    expect(await late.isVisible()).toBe(true);
    await headerField(page, 'checkedOn').fill('2025-03-31');
    expect(await late.isVisible()).toBe(false);
    await headerField(page, 'checkedOn').fill('2025-04-01');
    await goToReview(page);
    const text = squeeze((await page.locator('[data-summary]').textContent()) ?? '');
    for (const said of [
      '有効期限: 2025年3月31日（確認日より前）',
      '有効期限が確認日より前の記録が 1 件あります（No 1）',
    ])
      expect(text).toContain(squeeze(said));
  });

  test('without a name are mended at the name', async () => {
    const { page } = await harness.visit(criteria);
    await fillHeader(page, plainHeader);
    await radioOf(itemOf(page, 1), 'done').check();
    await days(page, 1).click();
    await textOf(itemOf(page, 1), 'evidenceOn').fill('2025-03-31');
    await page.getByRole('button', { name: '次へ（内容を確認する）' }).click();
    await page.getByRole('link', { name: 'No.1 の記録の名前を入力してください。' }).click();
    expect(await textOf(itemOf(page, 1), 'evidence').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('are not asked for where a list asks for a clause', async () => {
    const { page } = await harness.visit('/checklists/city-contract-terms/');
    await radioOf(itemOf(page, 1), 'done').check();
    await itemOf(page, 1).getByRole('textbox', { name: '定めた条' }).waitFor();
    expect(await page.getByText('日付と有効期限').count()).toBe(0);
  });
});

describe('the review', () => {
  test('is asked for anew where its code did not arrive, and going back leads to the answers', async () => {
    const { page } = await harness.visit(checklistPath, { allowed: [/ERR_FAILED/, /did not arrive/] });
    let left = 1;
    let isBroken = true;
    // The first file comes, what it stands on does not: a browser would keep that for the life of the page.
    await page.route('**/_astro/*.js', (route) => {
      left -= 1;
      return isBroken && left < 0 ? route.abort() : route.continue();
    });
    await fillHeader(page, plainHeader);
    await answerItems(page, [
      { status: 'done' },
      { status: 'partial', texts: { dueOn: '2025-03-31', evidence: '一覧' } },
      { status: 'done', texts: { evidence: '体制図' } },
    ]);
    await nextButton(page).click();
    await page.locator('[data-review-failed]').waitFor();
    isBroken = false;
    await nextButton(page).click();
    // Planned for before the day of the check: that is asked again.
    await page.getByText('No.2 の予定日（2025-03-31）が、確認日より前です').first().waitFor();
    const dueOn = textOf(itemOf(page, 2), 'dueOn');
    await dueOn.fill('令和7年4月末');
    await dueOn.blur();
    await itemOf(page, 2).getByText('月だけが書かれていたので、末日にしました。').waitFor();
    expect(await dueOn.inputValue()).toBe('2025-04-30');
    await nextButton(page).click();
    await reviewHeading(page).waitFor();
    const [open, bare, past] = ['open', 'bare', 'past'].map((kind) => page.locator(`[data-${kind}-items]`));
    expect(await open?.innerText()).toContain('未回答が 17 件');
    expect(await bare?.innerText()).toContain('1 件あります（No 1）');
    expect(await past?.innerText()).toContain('1 件あります（No 2）');
    await page.goBack();
    await expect.poll(() => reviewHeading(page).isVisible()).toBe(false);
    expect(await headerField(page, 'company').inputValue()).toBe(plainHeader.company);
    await page.goForward();
    await reviewHeading(page).waitFor();
    await page.getByRole('button', { name: /^変更\s*（No\.\s*3\s*）$/ }).click();
    expect(await radioOf(itemOf(page, 3), 'done').evaluate((radio) => radio === document.activeElement)).toBe(true);
  });
});

test('a tool whose scripts did not run says so after a while, and one whose scripts run never does', async () => {
  const { page, context } = await harness.visit(checklistPath, { allowed: [/ERR_FAILED/] });
  const told = page.locator('[data-not-running]');
  await nextButton(page).waitFor();
  expect(await told.count()).toBe(0);
  await context.route('**/_astro/*.js', (route) => route.abort());
  await page.reload();
  expect(await told.evaluate((line) => getComputedStyle(line).visibility)).toBe('hidden');
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  expect(await told.evaluate((line) => getComputedStyle(line).visibility)).toBe('visible');
});
