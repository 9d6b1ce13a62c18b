import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { catchDownload, errorSummary, reviewHeading, sign } from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { press } from './support/keyboard.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import {
  act,
  addEntry,
  fieldOf,
  madeEntry,
  openDialog,
  putRecords,
  readRecords,
  registerPath,
  rowOf,
  rows,
  titles,
  told,
  whole,
  writeEntry,
} from './support/register.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { verifyOnCommandLine } from './support/verify.ts';

onShippedSite();

const harness = useHarness();
const november = { time: new Date('2026-11-30T06:30:00Z') };

/** At 15:30 on 30 November 2026 in Tokyo; the clock goes on. */
async function visitInNovember(path = registerPath, width = 1280): Promise<Page> {
  const { page } = await harness.visit('/keys/', { viewport: { width, height: 900 } });
  await page.clock.install(november);
  await page.goto(new URL(path, page.url()).href);
  return page;
}

describe('without scripts', () => {
  test('it says how long entries are kept, and prints as a blank paper alone', async () => {
    const { page } = await harness.visit('/registers/higashiosaka-area-register/', { javaScriptEnabled: false });
    expect(await page.getByText('3年度分', { exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole('button').first().isVisible()).toBe(false);
    const pdf = await printPage(page);
    expect(squeeze(pdf.text)).toContain(squeeze('委託作業管理区域の入室'));
    expect(pdf.text).not.toMatch(/保存の期間|白紙|もとの規定/);
    await pdf.close();
  });
});

describe('an entry', () => {
  test('is written and closed by keyboard on a narrow screen, and is there again after a reload', async () => {
    const page = await visitInNovember(registerPath, 320);
    await page.getByText('まだ、記録がありません。').waitFor();
    await press(page, page.getByRole('button', { name: '持ち出しを加える' }));
    await openDialog(page).waitFor();
    for (const text of ['USB メモリ 3号', '11/2 9:05', '見本花子', '例示太郎', '打合せ', '区役所']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
      while (await page.evaluate(() => document.activeElement instanceof HTMLButtonElement))
        await page.keyboard.press('Tab');
    }
    expect(await fieldOf(page, 'taken-at').inputValue()).toBe('2026-11-02 09:05');
    await openDialog(page).locator('[data-entry-writer]').fill('見本花子');
    await page.keyboard.press('Enter');
    await page.getByText('2026年11月2日 USB メモリ 3号 を加えました。').waitFor();
    expect(await rowOf(page, 'USB').getByText('返却待ち').isVisible()).toBe(true);

    await press(page, act(page, 'USB', '返却を記録'));
    await openDialog(page)
      .getByRole('button', { name: /今の時刻/ })
      .click();
    await openDialog(page).getByRole('button', { name: '自分の氏名を入れる' }).click();
    expect(await openDialog(page).locator('[data-column]:visible').count()).toBe(2);
    await openDialog(page).getByRole('button', { name: '管理簿に書く' }).click();
    await page.getByText('の終わりを記録しました。').waitFor();
    await page.reload();
    await rowOf(page, 'USB').getByText('返却済み').waitFor();
    await expect
      .poll(() => rowOf(page, 'USB').innerText())
      .toMatch(/返却日時\s*2026年11月30日 15:3\d\s*返却確認者\s*見本花子/);
    expect(await overflowOf(page)).toBe(0);
  });

  test('tells what is missing at its field, and asks who writes', async () => {
    const page = await visitInNovember();
    await page.getByRole('button', { name: '持ち出しを加える' }).click();
    await fieldOf(page, 'taken-at').fill('きのう');
    await openDialog(page).getByRole('button', { name: '管理簿に書く' }).click();
    await page.getByText('記録する人の氏名を入力してください。').waitFor();
    await openDialog(page).locator('[data-entry-writer]').fill('見本花子');
    await openDialog(page).getByRole('button', { name: '管理簿に書く' }).click();
    await page.getByText('格納情報を入力してください。').waitFor();
    await page.getByText('持ち出し日時には、実際にある日付と時刻を入力してください').waitFor();
    expect(await fieldOf(page, 'content').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await readRecords(page)).toEqual({});
  });

  test('is corrected and struck out without losing what stood there', async () => {
    const page = await visitInNovember();
    await addEntry(page);
    await act(page, 'USB', '直す').click();
    await openDialog(page).locator('[data-reason]').fill('行き先が変わった');
    await writeEntry(page, { destination: '西館' });
    await act(page, 'USB', '取り消す').click();
    await openDialog(page).getByRole('button', { name: '取り消す' }).click();
    await page.getByText('取り消す理由を入力してください').waitFor();
    await page.getByLabel('取り消す理由').fill('二重に書いた');
    await page.keyboard.press('Enter');
    await told(page).getByText('を取り消しました。').waitFor();
    expect(await rowOf(page, 'USB').innerText()).toContain('理由: 二重に書いた');
    await act(page, 'USB', '経過').click();
    const history = await openDialog(page).locator('[data-history] > li').allInnerTexts();
    expect(history.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/見本花子 取り消した 理由: 二重に書いた$/),
      expect.stringMatching(/見本花子 直した 理由: 行き先が変わった 持ち出し先 区役所 → 西館$/),
      expect.stringMatching(/見本花子 書いた 格納情報 USB メモリ 3号 .* 持ち出し先 区役所$/),
    ]);
    await page.keyboard.press('Escape');
    await act(page, 'USB', '取り消しをやめる').click();
    await told(page).getByText('の取り消しをやめました。').waitFor();
    expect(await rowOf(page, 'USB').getByText('返却待ち').isVisible()).toBe(true);
    await act(page, 'USB', '直す').click();
    await writeEntry(page, { 'taken-at': '2027/11/2 9:05' });
    await told(page).getByText('「持ち出し日時」が、きょうより先の日です。').waitFor();
  });

  test('that is half typed survives a reload, and can be gone on with or given up', async () => {
    const page = await visitInNovember();
    await page.getByRole('button', { name: '持ち出しを加える' }).click();
    await fieldOf(page, 'content').fill('書きかけの媒体');
    await page.reload();
    await page.getByText('書きかけの記録があります。').waitFor();
    await page.getByRole('button', { name: '続きを書く' }).click();
    expect(await fieldOf(page, 'content').inputValue()).toBe('書きかけの媒体');
    await writeEntry(page, { ...whole, content: '書き終えた媒体' });
    await expect.poll(() => titles(page)).toEqual(['書き終えた媒体']);
    expect(await page.getByText('書きかけの記録があります。').isVisible()).toBe(false);

    await act(page, '書き終えた', '写して加える').click();
    expect(await fieldOf(page, 'use').inputValue()).toBe('打合せ');
    await fieldOf(page, 'content').fill('別の媒体');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '捨てる' }).click();
    await page.getByText('書きかけを捨てました。').waitFor();
    expect(await titles(page)).toEqual(['書き終えた媒体']);
  });
});

describe('two pages', () => {
  test('lose nothing of each other, and a conflict is settled column by column', async () => {
    const { page, context } = await harness.visit(registerPath);
    await addEntry(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect.poll(() => titles(other)).toEqual(['USB メモリ 3号']);
    // Both begin to correct the same state.
    await act(page, 'USB', '直す').click();
    await act(other, 'USB', '直す').click();
    await writeEntry(page, { destination: '西館', use: '説明会' });
    await writeEntry(other, { destination: '東館' });
    await other.getByText('別の画面か別の人も同じ記録を直していました。').waitFor();
    await addEntry(page, { content: '帳票' });
    await expect.poll(() => titles(page)).toEqual(['USB メモリ 3号', '帳票']);
    await act(page, 'USB', '見比べて決める').click();
    await openDialog(page)
      .getByRole('group', { name: /^持ち出し先/ })
      .getByRole('radio', { name: /^東館/ })
      .check();
    await openDialog(page)
      .getByRole('group', { name: /^用途/ })
      .getByRole('radio', { name: /^説明会/ })
      .check();
    expect(await openDialog(page).getByRole('radio').count()).toBe(4);
    await openDialog(page).getByRole('button', { name: 'これに決める' }).click();
    await told(page).getByText('の食い違いを決めました。').waitFor();
    expect((await rowOf(page, 'USB').innerText()).replace(/\s+/g, ' ')).toMatch(/用途 ?説明会 持ち出し先 ?東館/);
    await other.bringToFront();
    await other.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => titles(other)).toEqual(['USB メモリ 3号', '帳票']);
    expect(await other.locator('[data-is="conflict"]:visible').count()).toBe(0);
  });
});

describe('what is shown', () => {
  test('is what is open first, and what was searched for; the period is cut by days', async () => {
    const page = await visitInNovember();
    const done = { 'returned-at': '2026-11-29 10:00', 'return-checker': '例示太郎' };
    const of = (id: string, content: string, day: string, cells = {}) =>
      madeEntry(id, { ...whole, content, 'taken-at': `${day} 09:00`, ...cells });
    await putRecords(page, {
      a: of('a', '済んだ古い媒体', '2026-10-05', done),
      b: of('b', '済んだ新しい媒体', '2026-11-20', done),
      c: of('c', '未返却の媒体', '2026-11-10'),
      d: of('d', '古い未返却', '2026-03-31'),
    });
    await page.reload();
    await expect.poll(() => titles(page)).toEqual(['古い未返却', '未返却の媒体', '済んだ新しい媒体', '済んだ古い媒体']);
    const choose = (label: string, option: string) => page.getByLabel(label).selectOption(option);
    await choose('いつの記録', '今月');
    expect(await titles(page)).toEqual(['未返却の媒体', '済んだ新しい媒体']);
    await choose('いつの記録', '先月');
    expect(await titles(page)).toEqual(['済んだ古い媒体']);
    await choose('いつの記録', '今年度');
    await choose('どの記録', 'open');
    expect(await titles(page)).toEqual(['未返却の媒体']);
    await choose('いつの記録', '日付で決める');
    await page.getByLabel('この日まで').fill('令和8年4月1日');
    expect(await titles(page)).toEqual(['古い未返却']);
    await page.getByLabel('この日まで').fill('4月');
    await page.getByText('実際にある日付を、年月日の順に入力してください。').first().waitFor();
    await choose('いつの記録', 'すべての期間');
    await choose('どの記録', '全部');
    await page.getByLabel('言葉で探す').fill('ﾊﾞｲﾀｲ 済んだ');
    expect(await titles(page)).toEqual([]);
    await page.getByLabel('言葉で探す').fill('媒体　済んだ');
    expect(await titles(page)).toEqual(['済んだ新しい媒体', '済んだ古い媒体']);
    expect(await page.locator('[data-found]').innerText()).toBe('2 件');
    await page.getByRole('button', { name: 'この一覧を印刷する' }).waitFor();
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-asked-to-print', '');
    });
    await page.getByRole('button', { name: 'この一覧を印刷する' }).click();
    await page.locator('body[data-asked-to-print]').waitFor();
    const pdf = await printPage(page);
    expect(squeeze(pdf.text)).toMatch(/済んだ古い媒体.*済んだ新しい媒体/);
    expect(squeeze(pdf.text)).not.toMatch(/未返却|直す|探す/);
    await pdf.close();
  });

  test('of several lists is one at a time', async () => {
    const page = await visitInNovember('/registers/company-my-number-register/');
    await page.getByRole('button', { name: '利用・出力を加える' }).click();
    await writeEntry(page, { at: '2026-11-01 10:00', person: '見本花子', file: '源泉徴収簿' });
    await page.getByLabel('どの一覧').selectOption('2 書類・媒体等の持出し');
    await page.getByText('まだ、記録がありません。').waitFor();
    await page.getByRole('button', { name: '持出しを加える' }).click();
    await writeEntry(page, { 'taken-at': '2026-11-02 10:00', 'taken-by': '見本花子', name: '封筒' });
    await expect.poll(() => rows(page).allInnerTexts()).toEqual([expect.stringContaining('持出し中')]);
    await page.getByLabel('どの一覧').selectOption('1 特定個人情報ファイルの利用・出力');
    const lists = page.getByLabel('どの一覧').locator('option');
    expect(await lists.allTextContents()).toContain('2 書類・媒体等の持出し（持出し中 1 件）');
    await page.goto(new URL('/registers/', page.url()).href);
    await page.getByText('この端末に 2 件（まだ終わっていないもの 1 件）。控えはまだありません。').waitFor();
  });

  test('says what is past its keeping, and takes it away only after a backup', async () => {
    const id = 'higashiosaka-area-register';
    const page = await visitInNovember(`/registers/${id}/`);
    const cells = { who: '見本花子', entered: '2022-05-01 09:00', left: '2022-05-01 10:00', result: '保守' };
    const changed = { format: 'kitei-register/1', count: 3, changedAt: '2026-11-01T00:00:00.000Z' };
    const old = madeEntry('old', { ...cells, work: '古い作業' });
    const young = madeEntry('young', { ...cells, work: '新しい作業', entered: '2026-05-01 09:00' });
    await putRecords(page, { old, young, '/about': { ...changed, backupAt: '' } }, id);
    await page.reload();
    await page.getByText('保存の期間を過ぎたものが 1 件あります。').waitFor();
    await page.getByText('「入った日時」の年度（4月から翌年3月）が終わってから、3年度を数えます。').waitFor();
    expect(await page.getByRole('button', { name: '過ぎたものを消す' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: '過ぎたものを見る' }).click();
    expect(await rows(page).allInnerTexts()).toEqual([expect.stringContaining('（2026年3月31日まで）を過ぎています')]);
    await putRecords(page, { '/about': { ...changed, backupAt: '2026-11-02T00:00:00.000Z' } }, id);
    await page.reload();
    await page.getByRole('button', { name: '過ぎたものを消す' }).click();
    await openDialog(page).getByRole('button', { name: '消す', exact: true }).click();
    await page.getByText('保存の期間を過ぎた 1 件を消しました。').waitFor();
    expect(Object.keys(await readRecords(page, id))).toEqual(['/about', 'young']);
  });

  test.each(['empty', 'filled'])('has no fault that axe finds: %s', async (state) => {
    const { page } = await harness.visit(registerPath);
    if (state === 'filled') {
      await addEntry(page);
      await addEntry(page, { content: '帳票', 'returned-at': '2026-11-03 10:00' });
      const [one] = Object.values(await readRecords(page)).flatMap((value) => (isEntry(value) ? [value] : []));
      const [first] = one?.states ?? [];
      const sides = ['x', 'y'].map((id) => ({ ...first, id, after: [first?.id], cells: { ...first?.cells, use: id } }));
      await putRecords(page, { [one?.id ?? '']: { ...one, states: [first, ...sides] } });
      await page.reload();
      await page.getByRole('button', { name: /^見比べて決める/ }).click();
      expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^経過/ }).first().click();
      expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await page.getByRole('button', { name: '持ち出しを加える' }).click();
    await openDialog(page).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});

function isEntry(value: unknown): value is ReturnType<typeof madeEntry> {
  return typeof value === 'object' && value !== null && 'states' in value;
}

describe('a period', () => {
  test('becomes a signed paper that stands up to the verifier', async () => {
    const page = await visitInNovember();
    await addEntry(page);
    await addEntry(page, { content: '先月の媒体', 'taken-at': '2026-10-31 23:59' });
    await putRecords(page, { z: madeEntry('z', { ...whole, content: '欠けた媒体', approver: '' }) });
    await page.reload();
    const next = page.getByRole('button', { name: '書類を確かめる' });
    await page.getByLabel('どの期間の書類か').selectOption('前の年度');
    await next.click();
    await page.getByText('この期間の記録は、ありません。').waitFor();
    await page.getByLabel('どの期間の書類か').selectOption('今月');
    await page.locator('[data-header="company"]').fill('見本商事株式会社');
    await page.locator('[data-header="checker"]').fill('見本花子');
    await page.getByRole('button', { name: '今日の日付を入れる' }).click();
    await next.click();
    // What is missing in an entry is mended in it.
    await errorSummary(page)
      .getByRole('link', { name: /「承認者」/ })
      .click();
    await openDialog(page).waitFor();
    await writeEntry(page, { approver: '例示太郎' });
    await next.click();
    await reviewHeading(page).waitFor();
    expect(await page.locator('[data-paper-count]').innerText()).toBe('2');
    // A paper on its side is seen with all its columns before it is signed.
    const table = page.locator('[data-summary] [data-wide]');
    expect(await table.evaluate((wrap) => wrap.scrollWidth - wrap.clientWidth)).toBe(0);
    const file = await sign(page);
    expect(file.name).toMatch(/^管理簿（記録媒体の持ち出し）.*\.pdf$/);
    expect(await verifyOnCommandLine(file)).toMatchObject({ state: 'sound', match: { kind: 'equal' } });
    await page.getByRole('button', { name: '管理簿に戻る' }).click();
    expect(await rows(page).count()).toBe(3);
    await page.reload();
    expect(await page.locator('[data-header="company"]').inputValue()).toBe('見本商事株式会社');
  });
});

describe('what is kept', () => {
  test('on a shared device is nothing, and what was kept is not shown', async () => {
    const { page } = await harness.visit(registerPath);
    await addEntry(page);
    const kept = await readRecords(page);
    await page.getByLabel('共用の端末を使っている（この端末に何も残さない）').check();
    await page.getByText('まだ、記録がありません。').waitFor();
    await page.getByText('前に残した管理簿があります。').waitFor();
    await page.getByRole('button', { name: '持ち出しを加える' }).click();
    await openDialog(page).waitFor();
    await writeEntry(page, { ...whole, content: '別の人の媒体' }, '別の人');
    await expect.poll(() => titles(page)).toEqual(['別の人の媒体']);
    expect(await readRecords(page)).toEqual(kept);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('別の人');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    expect(await titles(page)).toEqual([]);
    await page.getByRole('button', { name: '残っている管理簿を消す' }).click();
    await page.getByRole('button', { name: '全部消す', exact: true }).click();
    await page.getByText('管理簿を消しました。').waitFor();
    expect(await readRecords(page)).toEqual({});
  });

  test('and damaged is set aside, entry by entry', async () => {
    const { page } = await harness.visit(registerPath);
    await addEntry(page);
    await putRecords(page, { broken: { id: 'broken', table: 'entries', states: 'none' } });
    await page.reload();
    await page.getByText('読めない記録が 1 件あります。').waitFor();
    expect(await titles(page)).toEqual(['USB メモリ 3号']);
    await addEntry(page, { content: 'あとの媒体' });
    const out = await catchDownload(page, () => page.getByRole('button', { name: '壊れたものを取り出す' }).click());
    expect(new TextDecoder().decode(out.bytes)).toContain('"states": "none"');
    expect(await readRecords(page)).toHaveProperty('broken');
    await page.getByRole('button', { name: '壊れたものを消す' }).click();
    await openDialog(page).getByRole('button', { name: '消す', exact: true }).click();
    await page.getByText('読めない記録が 1 件あります。').waitFor({ state: 'hidden' });
    expect(await readRecords(page)).not.toHaveProperty('broken');
    expect(await titles(page)).toHaveLength(2);
  });

  test('by a newer version is not touched', async () => {
    const { page } = await harness.visit(registerPath);
    await putRecords(page, { new: { v: 2 }, '/about': { format: 'kitei-register/2' } });
    await page.reload();
    await page.getByText('より新しい版のサイトで書かれています。').waitFor();
    await addEntry(page);
    expect(await readRecords(page)).toEqual({ new: { v: 2 }, '/about': { format: 'kitei-register/2' } });
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
  });

  test('is nothing where the browser refuses: that is told, and tried again', async () => {
    const { page, context } = await harness.visit('/keys/');
    await context.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      let isFull = true;
      document.addEventListener('test:room', () => (isFull = false));
      IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, args);
      };
    });
    await page.goto(new URL(registerPath, page.url()).href);
    await addEntry(page);
    await page.getByText('いま書いた記録を、この端末に残せませんでした。').waitFor();
    expect(await titles(page)).toEqual(['USB メモリ 3号']);
    await page.evaluate(() => document.dispatchEvent(new Event('test:room')));
    await addEntry(page, { content: 'あとの媒体' });
    await page.getByText('いま書いた記録を、この端末に残せませんでした。').waitFor({ state: 'hidden' });
    await page.reload();
    await expect.poll(() => titles(page)).toEqual(['USB メモリ 3号', 'あとの媒体']);
  });
});

describe('thousands of entries', () => {
  test('5,000 are there within a second on a slow machine, a hundred of them drawn', { retry: 1 }, async () => {
    const { page, context, origin } = await harness.visit(registerPath);
    const day = (index: number) =>
      `2026-${String((index % 11) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;
    await putRecords(
      page,
      Object.fromEntries(
        Array.from({ length: 5000 }, (_, index) => {
          const done: Record<string, string> =
            index % 50 === 0 ? {} : { 'returned-at': `${day(index)} 17:00`, 'return-checker': '例示太郎' };
          const cells = {
            ...whole,
            content: `受診者名簿 ${index} 名分（暗号化した媒体）`,
            'taken-at': `${day(index)} 09:00`,
            ...done,
          };
          return [`e${index}`, madeEntry(`e${index}`, cells)];
        }),
      ),
    );
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const runs: { busy: number; clock: number }[] = [];
    for (let run = 0; run < 2; run += 1) {
      await page.goto('about:blank');
      const before = await readBusyTime(session);
      const began = performance.now();
      await page.goto(`${origin}${registerPath}`, { waitUntil: 'commit' });
      await page.locator('[data-more]:not([hidden])').waitFor();
      const clock = Math.round(performance.now() - began);
      runs.push({ busy: Math.round((await readBusyTime(session)) - before), clock });
    }
    console.info(
      `5,000 entries, processor slowed 4 times: main thread ${runs.map(({ busy }) => busy).join(', ')} ms, ` +
        `clock ${runs.map(({ clock }) => clock).join(', ')} ms from the address to the rows`,
    );
    expect(await rows(page).count()).toBe(100);
    expect(await page.locator('#entries-h').innerText()).toBe('記録 5,000 件');
    await page.locator('[data-more]').click();
    expect(await rows(page).count()).toBe(200);
    const began = performance.now();
    await page.getByLabel('言葉で探す').fill('名簿 4999');
    await expect.poll(() => rows(page).count()).toBe(1);
    console.info(`first search in them: ${Math.round(performance.now() - began)} ms`);
    // The best of three: while others use the processor, the slowed thread is slowed all the same.
    expect(Math.min(...runs.map(({ busy }) => busy))).toBeLessThanOrEqual(1000);
  });
});

/** Milliseconds that the main thread has worked, the slowing included and other programs not. */
async function readBusyTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const { value } = metrics.find(({ name }) => name === 'TaskDuration') ?? {};
  if (value === undefined) throw new Error('This browser does not tell how long its tasks took.');
  return value * 1000;
}
