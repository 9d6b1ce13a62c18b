import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  answerItems,
  catchDownload,
  checklistPath,
  errorSummary,
  fillHeader,
  goToReview,
  headerField,
  type ItemPlan,
  itemOf,
  nextButton,
  plainHeader,
  readForm,
  reviewHeading,
  sign,
  signButton,
  textOf,
  toFormContent,
  unsignedButton,
} from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { readPdf } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();

/** Something typed before, which nothing that follows may lose. */
const typed: readonly ItemPlan[] = [
  { status: 'done', texts: { evidence: '体制図', note: '四月に改めた。' } },
  { status: 'notDone', texts: { note: '来年度に作る。' } },
];

async function openFilledList(): Promise<Page> {
  const { page } = await harness.visit(checklistPath);
  await fillHeader(page, plainHeader);
  await answerItems(page, typed);
  return page;
}

/** Presses 次へ and gives what the page asks to be mended. */
async function askedToMend(page: Page): Promise<string[]> {
  await nextButton(page).click();
  await errorSummary(page).waitFor();
  expect(await reviewHeading(page).isVisible()).toBe(false);
  return errorSummary(page).getByRole('listitem').allTextContents();
}

describe('the header', () => {
  test('what nobody sees is told at its field, and one button takes it out', async () => {
    const page = await openFilledList();
    const field = headerField(page, 'company');
    await field.fill('見本\u00ad商事\u200b株式会社\u2009本店');
    await field.blur();
    const message = page.locator('#company-e');
    await expect.poll(() => message.textContent()).toContain('会社名に、目に見えない文字（U+00AD）が入っています。');
    await page.getByRole('button', { name: '目に見えない文字を取り除く' }).click();
    expect(await field.inputValue()).toBe('見本商事株式会社 本店');
    expect(await message.isVisible()).toBe(false);
    expect(await field.getAttribute('aria-invalid')).toBeNull();
    expect(await page.getByRole('button', { name: '目に見えない文字を取り除く' }).count()).toBe(0);
    // A letter that was lost can only be typed again; who goes on all the same is stopped with the same sentence.
    await field.fill('���商事');
    expect(await askedToMend(page)).toEqual([
      '会社名に、読み取れなかった文字の印（U+FFFD）が入っています。元の文字を入力し直してください。',
    ]);
    expect(await page.getByRole('button', { name: '目に見えない文字を取り除く' }).count()).toBe(0);
    await page.reload();
    expect(await headerField(page, 'company').inputValue()).toBe('���商事');
  });

  test.each([
    ['company', '', '会社名を入力してください。'],
    ['company', '長'.repeat(10_000), '会社名を 100 文字以内に縮めてください（今は 10,000 文字です）。'],
    ['checkedOn', '2025-02-30', '確認日に、暦にない日が入っています。2025年2月は 28 日までです。'],
    ['checkedOn', '2099-01-01', '確認日に今日より後の日付が入っています。確認した日を入力してください。'],
  ] as const)('%s is refused where it stands, and everything typed stays (%#)', async (name, text, message) => {
    const page = await openFilledList();
    await fillHeader(page, { [name]: text });
    const [line, ...others] = await askedToMend(page);
    expect(line).toContain(message);
    expect(others).toEqual([]);

    const field = headerField(page, name);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const description = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const texts = await Promise.all(description.map((id) => page.locator(`[id="${id}"]`).textContent()));
    expect(texts.join('')).toContain(message);
    await errorSummary(page).getByRole('link').click();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);

    const content = toFormContent({ ...plainHeader, [name]: text }, typed);
    expect(await readForm(page)).toEqual(content);
    await page.reload();
    expect(await readForm(page)).toEqual(content);
  });
});

describe('markup in every field', () => {
  const hostile = '<script>document.title="!"</script><img src=/nowhere onerror=alert(1)>';
  const header = { company: hostile, checker: hostile, recipient: hostile, business: hostile };

  test('is shown, signed and verified as the text it is', async () => {
    const page = await openFilledList();
    const title = await page.title();
    await fillHeader(page, { ...header, checkedOn: hostile });
    await answerItems(page, [
      { status: 'done', texts: { evidence: hostile, note: hostile } },
      { status: 'partial', texts: { evidence: hostile, note: hostile, dueOn: hostile } },
    ]);
    const lines = await askedToMend(page);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^確認日には、実際にある日付を/);
    expect(lines[1]).toMatch(/^No\.2 の予定日には、実際にある日付を/);

    await fillHeader(page, { checkedOn: plainHeader.checkedOn });
    await textOf(itemOf(page, 2), 'dueOn').fill('2027-03-31');
    await goToReview(page);
    expect(await page.locator('[data-summary]').textContent()).toContain(hostile);
    await page.getByRole('checkbox', { name: /^未回答が/ }).check();
    const { name, bytes } = await sign(page);
    expect(name).toMatch(/^[^<>"/\\]+_[^<>"/\\]+_20250401\.pdf$/);
    const pdf = await readPdf(bytes);
    expect(pdf.text.replaceAll(/\s/g, '')).toContain(hostile.replaceAll(/\s/g, ''));
    await pdf.close();
    expect(await page.title()).toBe(title);

    await page.goto(new URL('/verify/', page.url()).href);
    const buffer = Buffer.from(bytes);
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await page.getByRole('region', { name: /の詳しい結果$/ }).waitFor();
    await page.getByText('答えをすべて見る').click();
    await page.locator('[data-whole]').getByText(hostile).first().waitFor();
    expect(await page.locator('verify-files img, verify-files script:not([data-site])').count()).toBe(0);
  });
});

describe('what is left open', () => {
  test('未回答 may be signed only after saying so', async () => {
    const page = await openFilledList();
    await goToReview(page);
    await signButton(page).click();
    const box = page.getByRole('checkbox', { name: /^未回答が 18 件/ });
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByText('未回答のまま進むときは、この欄に印を付けてください。').isVisible()).toBe(true);
    await box.check();
    const { bytes } = await sign(page);
    const pdf = await readPdf(bytes);
    expect(pdf.pages[0]?.map(({ text }) => text).join('')).toMatch(/未回答.*18/);
    await pdf.close();
  });
});

describe('characters that the PDF cannot print', () => {
  test('龘 and 🙂 are named with their places, which one click leads to', async () => {
    const page = await openFilledList();
    await fillHeader(page, { company: '龘商事' });
    await textOf(itemOf(page, 2), 'note').fill('来年度に作る🙂');
    await goToReview(page);
    await page.getByRole('checkbox', { name: /^未回答が/ }).check();
    await signButton(page).click();
    const panel = page.getByRole('region', { name: 'PDF に印字できない文字があります' });
    await panel.waitFor();
    const lines = await panel.getByRole('listitem').allTextContents();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/「会社名」の「龘」（U\+9F98）は、この PDF の書体にありません。別の字で書いてください。/);
    expect(lines[1]).toMatch(/No\.2.*「🙂」（U\+1F642）は、この PDF の書体にありません。/);

    await panel.getByRole('link').first().click();
    expect(await headerField(page, 'company').evaluate((field) => field === document.activeElement)).toBe(true);
    const note = [{ ...typed[0] }, { status: 'notDone', texts: { note: '来年度に作る🙂' } }] as const;
    expect((await readForm(page)).items[1]).toEqual(toFormContent(plainHeader, [note[1]]).items[0]);

    await fillHeader(page, { company: 'とう商事' });
    await textOf(itemOf(page, 2), 'note').fill('来年度に作る');
    await goToReview(page);
    await page.getByRole('checkbox', { name: /^未回答が/ }).check();
    expect((await sign(page)).name).toMatch(/_とう商事_20250401\.pdf$/);
  });

  test('a variation that is missing is printed as its base only when asked, and the file says so', async () => {
    const page = await openFilledList();
    const name = '渡邉\u{E0102}';
    await fillHeader(page, { checker: name });
    await goToReview(page);
    await page.getByRole('checkbox', { name: /^未回答が/ }).check();
    await unsignedButton(page).click();
    const consent = page.getByRole('button', { name: '基本の字形で印刷し、データには元の文字を残す' });
    await consent.waitFor();
    const { bytes } = await catchDownload(page, () => consent.click());
    const pdf = await readPdf(bytes);
    expect(pdf.text).toContain(name);
    expect(pdf.text).toMatch(/基本の字形/);
    await pdf.close();
  });
});

describe('code that does not arrive', () => {
  test('is told, and the answers are there after loading the page anew', async () => {
    const { page } = await harness.visit(checklistPath, {
      allowed: [/ERR_FAILED/, /Failed to load resource/, /LoadError/, /dynamically imported module/],
    });
    await fillHeader(page, plainHeader);
    await answerItems(page, typed);
    await goToReview(page);
    await page.getByRole('checkbox', { name: /^未回答が/ }).check();
    await page.route(/\/_astro\/[^/]+\.js$/, (route) => route.abort());
    await signButton(page).click();
    await page.getByText('PDF を作る部品を読み込めませんでした。').waitFor();
    await page.unroute(/\/_astro\/[^/]+\.js$/);
    await page.reload();
    expect(await readForm(page)).toEqual(toFormContent(plainHeader, typed));
    await goToReview(page);
    await page.getByRole('checkbox', { name: /^未回答が/ }).check();
    expect((await sign(page)).name).toMatch(/_見本商事株式会社_20250401\.pdf$/);
  });
});

describe('a file that is brought back', () => {
  const noList =
    'このページの「途中の回答をファイルに保存」で作った .json ファイルか、このサイトで作った PDF を選んでください。';

  async function exportAnswers(page: Page): Promise<Record<string, unknown>> {
    const act = () => page.getByRole('button', { name: '途中の回答をファイルに保存' }).click();
    const { name, bytes } = await catchDownload(page, act);
    expect(name).toMatch(/_見本商事株式会社_20250401\.json$/);
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  function importText(page: Page, text: string): Promise<void> {
    const file = { name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    return page.getByLabel('読み込む回答のファイル').setInputFiles(file);
  }

  async function expectRefused(page: Page, message: string): Promise<void> {
    const alert = page.getByRole('alert').filter({ visible: true });
    await alert.waitFor();
    expect(await alert.textContent()).toContain(message);
    expect(await readForm(page)).toEqual(toFormContent(plainHeader, typed));
  }

  test.each([
    ['another list', { checklist: 'another-list' }, 'ほかのリストの回答です。'],
    ['a newer version of the list', { version: 99 }, 'このページより新しい版で保存した回答です。'],
    ['a newer format', { format: 'kitei-answers/2' }, 'このページより新しい版で保存した回答です。'],
    ['another program', { format: 'something-else' }, noList],
    [
      'a header with a prototype',
      { header: JSON.parse('{"__proto__":{"company":"x"}}') },
      '壊れているか、書き換えられています。',
    ],
    [
      'items with a prototype',
      { items: JSON.parse('{"__proto__":{"status":"done"}}') },
      '壊れているか、書き換えられています。',
    ],
  ])('of %s is refused, and nothing is lost', async (_, change, message) => {
    const page = await openFilledList();
    await importText(page, JSON.stringify({ ...(await exportAnswers(page)), ...change }));
    await expectRefused(page, message);
    expect(await page.evaluate(() => [Reflect.get({}, 'status'), Reflect.get({}, 'company')])).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('that is no JSON is refused, and nothing is lost', async () => {
    const page = await openFilledList();
    await importText(page, '会社名,見本商事\n');
    await expectRefused(page, '.json ファイルか、このサイトで作った PDF を選んでください。');
  });

  test('of 100 MB is refused at once, and nothing is lost', async () => {
    const page = await openFilledList();
    const folder = await mkdtemp(join(tmpdir(), 'kitei-large-'));
    const path = join(folder, 'large.json');
    const file = await open(path, 'w');
    await file.truncate(100 * 1024 * 1024);
    await file.close();
    await page.getByLabel('読み込む回答のファイル').setInputFiles(path);
    await expectRefused(page, 'ファイルが大きすぎます（2 MB まで。');
    await rm(folder, { recursive: true });
  });

  test('of our own replaces what was typed only after asking', async () => {
    const page = await openFilledList();
    const kept = JSON.stringify(await exportAnswers(page));
    await fillHeader(page, { company: '別の会社' });
    await importText(page, kept);
    const dialog = page.getByRole('dialog', { name: '今の入力を置き換えますか' });
    await dialog.getByRole('button', { name: 'やめる' }).click();
    expect(await headerField(page, 'company').inputValue()).toBe('別の会社');
    await importText(page, kept);
    await dialog.getByRole('button', { name: '置き換える' }).click();
    await page.getByText('ファイルの回答を読み込みました。').waitFor();
    expect(await readForm(page)).toEqual(toFormContent(plainHeader, typed));
  });

  test('erasing asks first, and then leaves nothing behind', async () => {
    const page = await openFilledList();
    await page.getByRole('button', { name: '入力を消す' }).click();
    const dialog = page.getByRole('dialog', { name: '入力を全部消しますか' });
    await page.keyboard.press('Escape');
    expect(await readForm(page)).toEqual(toFormContent(plainHeader, typed));
    await page.getByRole('button', { name: '入力を消す' }).click();
    await dialog.getByRole('button', { name: '消す', exact: true }).click();
    await page.getByText('入力と、この端末の下書きを消しました。').waitFor();
    await page.reload();
    const nothing = { company: '', checker: '', checkedOn: '', recipient: '', business: '' };
    expect(await readForm(page)).toEqual(toFormContent(nothing, []));
    const keys = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kitei:')));
    expect(keys).toEqual([]);
  });
});
