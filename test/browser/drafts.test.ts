import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  answerItems,
  catchDownload,
  checklistPath,
  fillHeader,
  goToReview,
  headerField,
  plainHeader,
  reviewHeading,
} from './support/checklist.ts';
import {
  draftRow,
  expectStaysWhenLeaving,
  expectTyped,
  fault,
  fillStorage,
  later,
  makeRoom,
  nothing,
  openFilledList,
  picker,
  prefix,
  readStorage,
  store,
  storedDrafts,
  typed,
} from './support/drafts.ts';
import { useHarness, type Visitor } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const fragmentOf = (page: Page) => new URL(page.url()).hash;

describe('several drafts of one list', () => {
  test('two clients have a draft each, which the picker and the address lead to', async () => {
    const { page } = await openFilledList(harness);
    expect(await picker(page).isVisible()).toBe(false);
    const first = fragmentOf(page);
    expect(first).toMatch(/^#draft=[0-9a-f]{8}$/);

    await page.getByRole('button', { name: '新しい下書きを始める' }).click();
    await expectTyped(page, nothing, []);
    await fillHeader(page, { recipient: '別の区役所', company: '見本商事株式会社' });
    const second = fragmentOf(page);
    expect(second).not.toBe(first);

    await page.reload();
    expect(await headerField(page, 'recipient').inputValue()).toBe('別の区役所');
    expect(await draftRow(page, '別の区役所').textContent()).toContain('編集中');
    const other = draftRow(page, plainHeader.recipient);
    expect(await other.textContent()).toMatch(/見本商事株式会社回答 2 \/ 20\s*最終更新 \d{4}年\d+月\d+日 \d+:\d+/);

    await other.getByRole('link', { name: '開く' }).click();
    await page.waitForURL(`**${checklistPath}${first}`);
    await expectTyped(page);
    await page.goBack();
    await page.waitForURL(`**${checklistPath}${second}`);
    await expect.poll(() => headerField(page, 'recipient').inputValue()).toBe('別の区役所');
    // Nothing of this was ever sent to the server. Code may be called draft as well.
    const asked = harness.server.requests.filter((path) => !path.startsWith('/_astro/'));
    expect(asked.filter((path) => /[?#]|draft/.test(path))).toEqual([]);
  });

  test('they are erased one by one and all at once, after asking', async () => {
    const { page } = await openFilledList(harness);
    for (const recipient of ['乙市', '丙町']) {
      await page.getByRole('button', { name: '新しい下書きを始める' }).click();
      await fillHeader(page, { recipient });
    }
    await page.reload();
    await draftRow(page, '乙市').getByRole('button', { name: '消す' }).click();
    const dialog = page.getByRole('dialog', { name: '下書きを消しますか' });
    expect(await dialog.textContent()).toContain('「乙市」');
    await dialog.getByRole('button', { name: 'やめる' }).click();
    expect(await storedDrafts(page)).toHaveLength(3);
    await draftRow(page, '乙市').getByRole('button', { name: '消す' }).click();
    await dialog.getByRole('button', { name: '消す', exact: true }).click();
    await page.getByText('下書きを消しました。').waitFor();
    expect(await storedDrafts(page)).toHaveLength(2);
    expect(await headerField(page, 'recipient').inputValue()).toBe('丙町');

    await page.getByRole('button', { name: '下書きを全部消す' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '全部消す' }).click();
    await page.getByText('下書きを消しました。').waitFor();
    expect(await storedDrafts(page)).toEqual([]);
    await expectTyped(page, nothing, []);
    expect(await picker(page).isVisible()).toBe(false);
  });

  test('following a link to an item keeps the draft in the address', async () => {
    const { page } = await openFilledList(harness);
    const address = page.url();
    await page.getByRole('link', { name: /^次は No\.3/ }).click();
    await page.waitForFunction((url) => location.href === url, address);
    await page.reload();
    await expectTyped(page);
  });

  test('a draft that this device does not have is said to be missing', async () => {
    const { page } = await harness.visit(`${checklistPath}#draft=0badcafe`);
    expect(await page.getByText('このアドレスの下書きは、この端末にありません。').isVisible()).toBe(true);
  });

  test('the one draft of the first version is opened, and then written in the new form', async () => {
    const { page } = await openFilledList(harness);
    const [, text = ''] = Object.entries(await readStorage(page)).find(([key]) => key.startsWith(prefix)) ?? [];
    const { answers } = JSON.parse(text);
    await page.goto(new URL('/', page.url()).href);
    await page.evaluate(() => localStorage.clear());
    const old = { format: 'kitei-draft/1', savedAt: '2025-04-01T00:00:00.000Z', answers };
    await store(page, { [`${prefix}default`]: JSON.stringify(old) });
    await page.goto(new URL(checklistPath, page.url()).href);
    await expectTyped(page);
    await fillHeader(page, later);
    expect(JSON.parse((await readStorage(page))[`${prefix}default`] ?? '')).toMatchObject({ format: 'kitei-draft/2' });
    await page.reload();
    await expectTyped(page, later);
  });
});

describe('storage that fails', () => {
  test('full: what is typed stays, can be saved as a file, and is saved once there is room', async () => {
    const { page } = await openFilledList(harness);
    await fillStorage(page);
    const long = { ...plainHeader, checker: '見本'.repeat(30) };
    await fillHeader(page, long);
    const notice = fault(page, '保存場所がいっぱいで');
    await notice.waitFor();
    await expectTyped(page, long);
    const save = notice.getByRole('button', { name: '途中の回答をファイルに保存' });
    const { bytes } = await catchDownload(page, () => save.click());
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ header: long });
    await expectStaysWhenLeaving(page);
    await makeRoom(page);
    await notice.getByRole('button', { name: 'もう一度この端末に保存する' }).click();
    await notice.waitFor({ state: 'hidden' });
    await page.reload();
    await expectTyped(page, long);
  });

  test('blocked: said at once; the form works, and leaving it warns', async () => {
    // Starlight's choice of light or dark does not expect it; the list does.
    const { page, context } = await harness.visit('/', { allowed: [/^thrown: $/] });
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The user has blocked storage.', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse });
    });
    await page.goto(new URL(checklistPath, page.url()).href);
    await fault(page, 'この端末への保存を止めています').waitFor();
    await fillHeader(page, plainHeader);
    await answerItems(page, typed);
    await expectStaysWhenLeaving(page);
    await expectTyped(page);
    await goToReview(page);
    expect(await fault(page, 'この端末への保存を止めています').isVisible()).toBe(true);
  });

  test('blocked in mid-session: what is typed stays', async () => {
    const { page } = await openFilledList(harness);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Storage is off by now.', 'SecurityError');
      };
    });
    await fillHeader(page, later);
    await fault(page, 'この端末への保存を止めています').waitFor();
    await expectTyped(page, later);
  });

  test('damaged: put aside, handed out, and the list begins anew', async () => {
    const { page } = await harness.visit('/');
    const text = '{"format":"kitei-draft/2","answers":{"header":{"company":"見本';
    await store(page, { [`${prefix}default`]: text });
    await page.goto(new URL(checklistPath, page.url()).href);
    expect(await page.getByText('保存していた下書きが壊れていて、読み込めませんでした。').isVisible()).toBe(true);
    const keep = page.getByRole('button', { name: '壊れた下書きをファイルに取り出す' });
    const { bytes } = await catchDownload(page, () => keep.click());
    expect(new TextDecoder().decode(bytes)).toBe(text);
    await fillHeader(page, plainHeader);
    await answerItems(page, typed);
    await page.reload();
    await expectTyped(page);
    expect((await readStorage(page))[`${prefix}default:damaged`]).toBe(text);
    await draftRow(page, '壊れた下書き').getByRole('button', { name: '消す' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '消す', exact: true }).click();
    await page.getByText('下書きを消しました。').waitFor();
    expect(await storedDrafts(page)).toEqual(['default']);
    await expectTyped(page);
  });

  test('of a newer version: never overwritten, and what is typed becomes a draft of its own', async () => {
    const { page } = await harness.visit('/');
    const text = '{"format":"kitei-draft/7","anything":"else"}';
    await store(page, { [`${prefix}future`]: text });
    await page.goto(new URL(checklistPath, page.url()).href);
    expect(await page.getByText('このページより新しい版で書いた下書きがあります。').isVisible()).toBe(true);
    await fillHeader(page, plainHeader);
    await answerItems(page, typed);
    await page.reload();
    await expectTyped(page);
    expect((await readStorage(page))[`${prefix}future`]).toBe(text);
  });

  test.each([
    [
      'in another tab',
      async ({ context, page }: Visitor) => {
        const other = await context.newPage();
        await other.goto(new URL('/', page.url()).href);
        await other.evaluate(() => localStorage.clear());
      },
    ],
    [
      'by the browser',
      async ({ context, page }: Visitor) => {
        const session = await context.newCDPSession(page);
        const origin = new URL(page.url()).origin;
        await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
      },
    ],
  ])('cleared %s in mid-session: said, and saved again when asked', async (_, clear) => {
    const visitor = await openFilledList(harness);
    const { page } = visitor;
    await clear(visitor);
    // The browser tells the page a moment later; what is typed before that is simply saved.
    await expect.poll(() => storedDrafts(page)).toEqual([]);
    await fillHeader(page, later);
    await fault(page, '下書きが、ほかの画面かブラウザーの設定で消されました').waitFor();
    await expectTyped(page, later);
    expect(await storedDrafts(page)).toEqual([]);
    await page.getByRole('button', { name: '画面の入力を、この端末に保存し直す' }).click();
    await page.reload();
    await expectTyped(page, later);
  });
});

describe('two tabs on one draft', () => {
  async function openTwice(): Promise<{ mine: Page; theirs: Page }> {
    const { page: mine, context } = await openFilledList(harness);
    const theirs = await context.newPage();
    await theirs.goto(mine.url());
    await expectTyped(theirs);
    await fillHeader(theirs, { business: 'もう一方の業務' });
    await fault(mine, 'ほかのタブかウィンドウで書き換えられました').waitFor();
    // Nothing is written before the person has chosen.
    await fillHeader(mine, later);
    await theirs.reload();
    await expectTyped(theirs, { ...plainHeader, business: 'もう一方の業務' });
    await expectTyped(mine, later);
    expect(await fault(mine, 'ほかのタブ').textContent()).toMatch(
      /この画面: 回答 2 項目.*もう一方: 回答 2 項目（.*に保存）/s,
    );
    return { mine, theirs };
  }

  test('apart: both are kept', async () => {
    const { mine, theirs } = await openTwice();
    await mine.getByRole('button', { name: 'この画面の内容を、別の下書きとして残す' }).click();
    await mine.reload();
    await expectTyped(mine, later);
    await theirs.reload();
    await expectTyped(theirs, { ...plainHeader, business: 'もう一方の業務' });
    expect(await storedDrafts(mine)).toHaveLength(2);
  });

  test('mine: what this tab holds is kept, and the other tab is asked in its turn', async () => {
    const { mine, theirs } = await openTwice();
    await mine.getByRole('button', { name: 'もう一方の内容を捨て、この画面の内容で続ける' }).click();
    await fault(theirs, 'ほかのタブ').waitFor();
    await expectTyped(theirs, { ...plainHeader, business: 'もう一方の業務' });
    await mine.reload();
    await expectTyped(mine, later);
  });

  test('theirs: what the other tab stored takes its place, in the review as well', async () => {
    const { mine } = await openTwice();
    await goToReview(mine);
    await mine.getByRole('button', { name: 'この画面の入力を捨て、もう一方の内容を読み込む' }).click();
    await reviewHeading(mine).waitFor({ state: 'hidden' });
    await expectTyped(mine, { ...plainHeader, business: 'もう一方の業務' });
    await fillHeader(mine, { checker: '見本三郎' });
    await mine.reload();
    await expectTyped(mine, { ...plainHeader, checker: '見本三郎', business: 'もう一方の業務' });
  });

  test('another draft is opened only after what is nowhere else was handed out', async () => {
    const { mine } = await openTwice();
    await mine.getByRole('button', { name: '新しい下書きを始める' }).click();
    const dialog = mine.getByRole('dialog', { name: '画面の入力は、まだ保存できていません' });
    await dialog.getByRole('button', { name: 'やめる' }).click();
    await expectTyped(mine, later);
    await mine.getByRole('button', { name: '新しい下書きを始める' }).click();
    const leave = dialog.getByRole('button', { name: 'ファイルに保存してから移る' });
    const { bytes } = await catchDownload(mine, () => leave.click());
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ header: later });
    await expectTyped(mine, nothing, []);
  });
});
