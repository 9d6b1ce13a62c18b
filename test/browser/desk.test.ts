import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readInvitation } from '../../src/core/desk/invitation.ts';
import type { Request } from '../../src/record/v1/header/request.ts';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { useHarness, type Visitor } from './support/harness.ts';
import { answerList, changeByte, createCompanyKey, loadAsked, makePdf } from './support/returned-lists.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
/** A busy machine takes its time. */
const soon = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

const listId = 'contractor-security';
const companies = ['株式会社見本一', '有限会社見本二', '見本三株式会社', '合同会社見本四', '見本五商店'];

/** Of the first ones; typed with letters of full width as well. */
const mails = ['ichi@mihon.example', 'ｎｉ＠mihon.example'];

/** What their clocks show. */
const at = new Date('2026-11-21T06:30:00Z');
let asked: Awaited<ReturnType<typeof loadAsked>>;

beforeAll(async () => {
  asked = await loadAsked(listId);
});

const toFile = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

async function openDesk(): Promise<Visitor> {
  const visitor = await harness.visit('/404.html');
  await visitor.page.clock.setFixedTime(new Date('2026-11-10T00:00:00Z'));
  await visitor.page.goto(`${visitor.origin}/desk/`);
  return visitor;
}

/** The table as it is seen: name, result, ×, what is done next. */
function rowsOf(page: Page): Promise<string[][]> {
  return page
    .locator('.k-desk__table tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        ['th', 'td:nth-child(2)', 'td:nth-child(4)', 'td:nth-child(8)'].map((cell) =>
          (row.querySelector<HTMLElement>(cell)?.innerText ?? '').replace(/\s+/g, ' ').trim(),
        ),
      ),
    );
}

async function makeCampaign(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新しい依頼を作る' }).click();
  const dialog = page.getByRole('dialog', { name: '新しい依頼を作る' });
  await dialog.getByRole('button', { name: 'この内容にする' }).click();
  await soon(() => dialog.getByRole('link', { name: /依頼の名前/ }).count()).toBe(1);
  await dialog.getByLabel('頼むもの').selectOption(`checklist:${listId}`);
  await dialog.getByLabel('依頼の名前').fill('令和8年度 委託先の点検');
  await dialog.getByLabel('提出先').fill('見本市');
  await dialog.getByLabel('業務名').fill('窓口業務');
  await dialog.getByLabel('提出期限').fill('12月25日');
  await dialog.getByRole('button', { name: 'この内容にする' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '会社を加える' }).click();
  await page
    .getByLabel('会社名（一行に一社）')
    .fill(`会社名\tメール\n${companies.map((name, n) => `${name}\t${mails[n] ?? ''}`).join('\n')}`);
  await page.getByRole('button', { name: '名簿に加える' }).click();
  await page.getByText('5社を名簿に加えました。').waitFor();
}

async function readLink(page: Page): Promise<Request> {
  await page.getByText('招待のリンクとメール', { exact: true }).click();
  await soon(() => page.getByLabel('招待のリンク', { exact: true }).inputValue()).toContain('#ask=');
  const link = new URL(await page.getByLabel('招待のリンク', { exact: true }).inputValue());
  expect(link.pathname).toBe(`/checklists/${listId}/`);
  const invitation = readInvitation(link.hash);
  if (!invitation) throw new Error('The link is no invitation.');
  expect(await page.getByLabel('メールの本文').inputValue()).toContain(link.href);
  const addresses = await page.getByLabel('名簿の会社のアドレス').inputValue();
  expect(addresses.split('; ').sort()).toEqual(['ichi@mihon.example', 'ni@mihon.example']);
  const without = page.getByText('メールのアドレスがない会社（3社）: ');
  expect(await without.innerText()).toContain('見本五商店');
  const mail = await page.getByRole('link', { name: /^メールソフトで開く/ }).getAttribute('href');
  expect(mail).toMatch(/^mailto:\?subject=/);
  return invitation.request;
}

const askSender = 'どの会社のものかを選び、再提出をお願いする。関わりのないものは、一覧から外す。';

const expected = [
  ['メモ.txt', '受け取れない このサイトの PDF ではない', '', askSender],
  ['三.pdf', '受け取れない 署名のあとで変わっている', '', askSender],
  [
    '合同会社見本四',
    '受け取れない 署名なし',
    '',
    '署名した PDF の再提出をお願いする。紙で押印したものが届いていれば、そう記録する。',
  ],
  ['見本三株式会社', '未提出', '', '期限まで待つ。'],
  ['見本五商店', '未提出', '', '期限まで待つ。'],
  ['株式会社名簿なし', '見てほしい 名簿にない会社', '1', 'どの会社のものかを選ぶか、名簿に加える。'],
  ['有限会社見本二', '×あり', '2', '改善のお願いを送る。'],
  ['株式会社見本一', '済', '0', '受領のお知らせを送る。'],
];

test('a campaign is made, what comes back finds its company, is kept, backed up and merged', async () => {
  const { page } = await openDesk();
  await makeCampaign(page);
  const request = await readLink(page);
  expect(request).toMatchObject({ name: '令和8年度 委託先の点検', dueOn: '2026-12-25' });

  const answer = async (company: string, crosses = 0) =>
    makePdf(answerList(asked, { company, request, crosses }), at, await createCompanyKey(company, at));
  const [one, two, three, stranger] = await Promise.all([
    answer('㈱見本一'),
    answer('有限会社　見本二', 2),
    answer('見本三株式会社'),
    answer('株式会社名簿なし', 1),
  ]);
  const unsigned = await makePdf(answerList(asked, { company: '合同会社見本四', request }), at);
  await page.getByLabel('受け付けたものを、この端末').check();
  await page
    .getByLabel('届いたファイルを選ぶ')
    .setInputFiles([
      toFile('一.pdf', one),
      toFile('三.pdf', changeByte(three)),
      toFile('四.pdf', unsigned),
      toFile('まとめ.zip', zipSync({ '甲/二.pdf': two, 'x.pdf': stranger, '同じ.pdf': one })),
      toFile('メモ.txt', strToU8('見積りは後日お送りします。')),
    ]);
  await page.getByText('7件を調べました。').waitFor({ timeout: 30_000 });
  await soon(() => rowsOf(page)).toEqual(expected);
  expect(await page.locator('[data-intake-status]').innerText()).toBe(
    '7件を調べました。新しく受け付けたもの 6件。同じファイル 1件。',
  );
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await lookAtTable(page);
  await sayWhatCame(page);

  await page.reload();
  await soon(() => rowsOf(page)).toEqual(settled);
  const backup = await saveBackup(page);

  // Another person, who writes about the same company.
  const other = (await openDesk()).page;
  await other.getByLabel('読み込む控え').setInputFiles(toFile('控え.json', backup));
  await other.getByText(/控えを読み込みました。新しいもの \d+件/).waitFor();
  await soon(() => rowsOf(other)).toEqual(settled);
  await other.getByLabel('読み込む控え').setInputFiles(toFile('控え.json', backup));
  await other.getByText('控えを読み込みました。新しいものはありません。').waitFor();
  await writeNote(page, '十二月に電話した');
  await writeNote(other, '廃業したと聞いた');
  await page.getByLabel('読み込む控え').setInputFiles(toFile('控え.json', await saveBackup(other)));
  await page.getByText('1件で、二人の書いたことが食い違っています。').waitFor();
  const row = page.getByRole('row', { name: /見本五商店/ });
  await soon(() => row.innerText()).toContain('二人の書いたことが食い違う');
  await row.getByRole('button').click();
  const dialog = page.locator('[data-detail]');
  await dialog.getByRole('listitem').filter({ hasText: '廃業したと聞いた' }).getByRole('button').click();
  await page.getByText('食い違いを決めました。').waitFor();
  await soon(() => row.innerText()).not.toContain('食い違う');
});

/** Chips, order and words narrow the table; a row is opened and left with the keyboard. */
async function lookAtTable(page: Page): Promise<void> {
  const names = async () => (await rowsOf(page)).map(([name]) => name);
  const chip = page.getByRole('button', { name: '未提出 2' });
  await chip.press('Space');
  await soon(names).toEqual(['見本三株式会社', '見本五商店']);
  expect(await chip.getAttribute('aria-pressed')).toBe('true');
  await chip.press('Space');
  await page.getByLabel('言葉で探す').fill('㈱見本一');
  await soon(names).toEqual(['株式会社見本一']);
  await page.getByLabel('言葉で探す').fill('');
  await page.getByRole('button', { name: '×', exact: true }).press('Enter');
  await expect
    .poll(async () => (await names()).slice(0, 3))
    .toEqual(['有限会社見本二', '株式会社名簿なし', '株式会社見本一']);
  expect(await page.locator('th[aria-sort="descending"]').innerText()).toBe('×');
  await page.getByRole('button', { name: '結果' }).press('Enter');
  const opened = page.getByRole('button', { name: '有限会社見本二' });
  await opened.press('Enter');
  const dialog = page.locator('[data-detail]');
  await dialog.waitFor();
  expect(await dialog.locator('[data-answers-open] li').count()).toBe(2);
  const grades = await dialog.locator('[data-file-grades] dt').allInnerTexts();
  expect(grades.sort()).toEqual(['失効', '改ざん', '有効期間', '様式の版', '署名者', '表示とデータ']);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await opened.evaluate((button) => button === document.activeElement)).toBe(true);

  await page.getByRole('link', { name: 'マトリクス' }).press('Enter');
  const line = page.locator('[data-matrix-body] tr').filter({ hasText: '見本二' });
  await soon(() => line.locator('td[data-status="notDone"]').count()).toBe(2);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflowOf(page)).toBe(0);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  await page.locator('[data-view="list"]').press('Enter');
  await soon(() => page.locator('[data-rows] tr').count()).toBe(expected.length);
  expect(await overflowOf(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

const settled = [
  ...expected.slice(0, 2),
  ['見本三株式会社', '未提出', '', '期限まで待つ。'],
  ['見本五商店', '未提出', '', '期限まで待つ。'],
  ['有限会社見本二', '×あり', '2', '改善のお願いを送る。'],
  ['株式会社名簿なし', '×あり', '1', '改善のお願いを送る。'],
  ['合同会社見本四', '済 紙で押印して届いた', '0', '受領のお知らせを送る。'],
  ['株式会社見本一', '済', '0', '受領のお知らせを送る。'],
];

/** One that was not on the list is put there; the unsigned one came with a seal. */
async function sayWhatCame(page: Page): Promise<void> {
  const dialog = page.locator('[data-detail]');
  await page.getByRole('button', { name: '株式会社名簿なし' }).click();
  await dialog.getByRole('button', { name: '「株式会社名簿なし」を名簿に加える' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '合同会社見本四' }).click();
  await dialog.getByLabel('紙で押印して届いたものの、届いた日').fill('十二月');
  await dialog.getByRole('button', { name: '記録する' }).click();
  await dialog.getByText('届いた日を、年月日の順に入力してください。').waitFor();
  await dialog.getByLabel('紙で押印して届いたものの、届いた日').fill('令和8年11月30日');
  await dialog.getByRole('button', { name: '記録する' }).click();
  await page.getByText('紙で届いたことを記録しました。').waitFor();
  await soon(() => rowsOf(page)).toEqual(settled);
}

async function saveBackup(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '控えを保存' }).click(),
  ]);
  await page.getByText('控えを保存しました。').waitFor();
  return readFile(await download.path());
}

async function writeNote(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: '見本五商店' }).click();
  const dialog = page.locator('[data-detail]');
  await dialog.getByText('会社の情報を直す').click();
  await dialog.getByLabel('備考').fill(note);
  await dialog.getByRole('button', { name: '会社の情報を残す' }).click();
  await page.getByText('直しました。', { exact: true }).waitFor();
}
