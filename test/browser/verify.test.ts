import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { mostFileBytes } from '../../src/core/text/limits.ts';
import { describeKind } from '../../src/files/file-words.ts';
import { type RefusalReason, refusals } from '../../src/signing/refusal-reasons.ts';
import { signPdf } from '../../src/signing/sign-pdf.ts';
import { toGroups } from '../../src/ui/parts/written-forms.ts';
import { maxFiles } from '../../src/ui/receive/intake.ts';
import { filled } from '../record/v1/checklist/fixture.ts';
import { createTestKey, nodeCrypto, preparePdf, toKiteiFile } from '../signing/support/signed-file.ts';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { useHarness } from './support/harness.ts';
import { printPage, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { projectFolder } from './support/site-folder.ts';

onShippedSite();

const harness = useHarness();

/** What every file of these tests is made from: signing one prepared file twice gives two files. */
let key: Awaited<ReturnType<typeof createTestKey>>;
let prepared: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  key = await createTestKey();
  prepared = await preparePdf(key);
  signed = await signPdf(prepared, key, nodeCrypto);
});

describe('a sound file', () => {
  test('gets six grades apart, and its answers with × first', async () => {
    const { page } = await open();
    await choose(page, { '確認リスト_株式会社𠮷野_20261120.pdf': signed });
    expect(await status(page)).toBe('1件を調べました。署名のあとで変わっていないのは1件です。');
    const cells = await cellsOf(page, '確認リスト_株式会社𠮷野_20261120.pdf');
    expect(cells).toEqual([
      '改ざんなし',
      '自己表示・未登録 髙橋﨑子・𩸽・辻 株式会社𠮷野',
      '申告の時刻では期間内',
      '未確認',
      '一致',
      '新しい版（文は未比較）',
      '指紋を電話で確かめる ×は1件、未回答は1件',
    ]);

    const detail = page.getByRole('region', { name: '確認リスト_株式会社𠮷野_20261120.pdf の詳しい結果' });
    expect(await factOf(detail, '署名鍵の指紋')).toBe(toGroups(key.fingerprint));
    expect(await factOf(detail, '署名の時刻')).toBe('2026年11月21日 15:30（日本時間。署名者の時計による）');
    expect(await factOf(detail, '証明書の期間')).toMatch(/^2026年11月21日から2029年11月21日まで/);
    expect(await factOf(detail, '文書番号')).toBe(toKiteiFile().summary.number);
    expect(await factOf(detail, '署名者')).toContain('（自己表示・未登録）');
    expect(await factOf(detail, 'わかったこと')).toContain('署名のほかは1バイトも違いません。');
    expect(await factOf(detail, 'わからないこと')).toContain('問いの文が、頼んだリストのとおりか。');
    // Of a single file there is nothing to say about others.
    expect(await detail.getByText('ほかのファイルとの関係').isVisible()).toBe(false);
    expect(await detail.locator('[data-first] tbody tr').allInnerTexts()).toEqual([
      expect.stringContaining('規程を整えている'),
      expect.stringContaining('守秘の約束を得ている'),
    ]);
    await detail.getByText('答えをすべて見る').click();
    await detail.getByText('教育を行い、記録している').waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });

  test('is reached with the keyboard alone', async () => {
    const { page } = await open();
    await page.getByLabel('調べるPDFを選ぶ').focus();
    await choose(page, { '一.pdf': signed });
    expect(await focused(page)).toBe('調べた結果');
    const stops: (string | undefined)[] = [];
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focused(page));
    }
    expect(stops).toEqual([
      '結果の一覧を印刷する',
      '1件ごとの詳しい結果も印刷する',
      '結果を表計算用のファイル（CSV）に保存',
      '結果と表の行を Excel（.xlsx）に保存',
      '一覧を消す',
      '一.pdf',
    ]);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#result-1');
  });
});

describe('a file that is refused', () => {
  const files: [RefusalReason, () => Uint8Array][] = [
    ['changed-after-signing', () => flip(signed, 'MediaBox')],
    ['appended', () => joined(signed, '\n')],
    ['truncated', () => signed.slice(0, signed.length - 200)],
    ['not-a-pdf', () => new TextEncoder().encode('会社名,氏名\n')],
    ['empty', () => new Uint8Array()],
  ];

  test.each(files)('%s: says why, and nothing of what is inside', async (reason, make) => {
    const { page } = await open();
    await choose(page, { '届いたもの.pdf': make() });
    const { tampering } = refusals[reason];
    const message = reason === 'not-a-pdf' ? describeKind('text') : refusals[reason].message;
    const [first, ...rest] = await cellsOf(page, '届いたもの.pdf');
    expect(first).toBe(tampering.label);
    expect(rest.pop()).toBe(message);
    expect(new Set(rest)).toEqual(new Set([tampering.label === '署名なし' ? '署名なし' : '判断しない']));
    expect(await page.getByRole('region', { name: /の詳しい結果$/ }).count()).toBe(0);
    expect(await page.locator('verify-files').textContent()).not.toContain('𠮷野');
  });
});

describe('several files', () => {
  test('are counted, and the same bytes are recognised even when they come later', async () => {
    const { page } = await open();
    await choose(page, { '一.pdf': signed, '二.pdf': joined(signed, ' ') });
    await choose(page, { '一 (1).pdf': signed }, 3);
    expect(await status(page)).toBe('3件を調べました。署名のあとで変わっていないのは1件です。');
    expect(await page.getByRole('list', { name: '結果ごとの件数' }).getByRole('listitem').allInnerTexts()).toEqual(
      ['改ざんなし 1件', '署名後に変更 1件', '同じファイル 1件'].map((text) => expect.stringMatching(spaced(text))),
    );
    expect((await cellsOf(page, '一 (1).pdf')).at(-1)).toBe(
      '「一.pdf」と1バイトも違いません。そちらの結果を見てください。',
    );
  });

  test('can be stopped or cleared in the middle, and the list begins anew', async () => {
    const { page } = await open();
    const many = await Promise.all(Array.from({ length: 60 }, () => signPdf(prepared, key, nodeCrypto)));
    const input = page.getByLabel('調べるPDFを選ぶ');
    await input.setInputFiles(toFiles(many.map((bytes, at) => [`${at}.pdf`, bytes])));
    await page.getByRole('rowheader', { name: '0.pdf', exact: true }).waitFor();
    // The page answers while it works: this would time out if it did not.
    await page.getByRole('button', { name: '調べるのをやめる' }).click();
    const [, left] = /を調べている途中でやめました。(\d+)件は調べていません。/.exec(await notices(page)) ?? [];
    const checked = many.length - Number(left);
    expect(checked).toBeGreaterThan(0);
    expect(checked).toBeLessThan(many.length);
    await expect
      .poll(() => status(page))
      .toBe(`${checked}件を調べました。署名のあとで変わっていないのは${checked}件です。`);
    await input.setInputFiles(toFiles(many.map((bytes, at) => [`続き ${at}.pdf`, bytes])));
    await page.getByRole('rowheader', { name: '続き 0.pdf', exact: true }).waitFor();
    await page.getByRole('button', { name: '一覧を消す' }).click();
    await expect.poll(() => status(page)).toBe('一覧を消しました。');
    await choose(page, { '0.pdf': many[0] ?? signed });
    expect(await status(page)).toBe('1件を調べました。署名のあとで変わっていないのは1件です。');
  });

  test('beyond 300, or of more than 20 MB, are named and not opened', async () => {
    const { page } = await open();
    await page.evaluate(
      ([most, bytes]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes + 1)], '大きい.pdf'));
        for (let at = 0; at < most + 1; at += 1) transfer.items.add(new File([`${at}`], `${at}.txt`));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
      },
      [maxFiles, mostFileBytes] as const,
    );
    await page.getByRole('rowheader', { name: '大きい.pdf' }).waitFor();
    expect((await cellsOf(page, '大きい.pdf')).at(-1)).toContain('20MBを超えるため、開いていません。');
    expect(await page.getByText('2件は調べていません。').isVisible()).toBe(true);
  });
});

describe("a stranger's texts", () => {
  test('are shown as texts, and hide nothing', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const { header } = filled;
    const answers = { ...filled, header: { ...header, company: markup, checker: '<script>alert(1)</script>' } };
    const hostile = await signPdf(await preparePdf(key, toKiteiFile(answers)), key, nodeCrypto);
    const { page } = await open();
    await choose(page, { [`請求\u202Efdp.exe`]: hostile, [`${'長'.repeat(240)}.pdf`]: signed });
    expect(await page.getByRole('link', { name: '請求[U+202E]fdp.exe' }).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: `${'長'.repeat(80)}…`, exact: true }).isVisible()).toBe(true);
    const detail = page.getByRole('region', { name: /^請求/ });
    await detail.getByText('答えをすべて見る').click();
    // Unfolding draws the summary a moment later.
    await detail.getByText(markup).waitFor();
    expect(await page.locator('verify-files :is(img, script:not([data-site]))').count()).toBe(0);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await overflowOf(page)).toBe(0);
  });
});

describe('on paper', () => {
  test('the list says when and by which version it was made; details only when asked for', async () => {
    const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    const { page } = await open();
    await choose(page, { '一.pdf': signed, '二.pdf': joined(signed, ' ') });
    const list = await printPage(page);
    const text = squeeze(list.text);
    expect(list.pageCount).toBe(1);
    expect(text).toMatch(/調べた日時\d{4}年\d+月\d+日\d\d:\d\d/);
    for (const part of [`kitei${version}`, '署名後に変更', '株式会社𠮷野', '未確認']) expect(text).toContain(part);
    expect(text).not.toContain('詳しい結果');
    await page.getByLabel('1件ごとの詳しい結果も印刷する').check();
    const details = await printPage(page);
    expect(squeeze(details.text)).toContain(squeeze(toGroups(key.fingerprint)));
    await Promise.all([list.close(), details.close()]);
  });
});

describe('where a part is missing', () => {
  test('on plain http it checks with cryptography of its own', async () => {
    const { page } = await harness.visit('/verify/', { intranet: true });
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await choose(page, { '一.pdf': signed, '二.pdf': flip(signed, 'MediaBox') });
    expect(await status(page)).toBe('2件を調べました。署名のあとで変わっていないのは1件です。');
  });

  test('without JavaScript it says what it needs and still explains the check', async () => {
    const { page } = await harness.visit('/verify/', { javaScriptEnabled: false });
    // Playwright finds no text inside <noscript>.
    const notice = page.locator('noscript p');
    expect(await notice.isVisible()).toBe(true);
    expect(await notice.textContent()).toContain('PDFを調べるにはJavaScriptが要ります。');
    expect(await page.getByText('問い合わせないので、いつも未確認です。').isVisible()).toBe(true);
    expect(await page.getByLabel('調べるPDFを選ぶ').isVisible()).toBe(false);
  });

  test('says what to do when the code for it does not arrive', async () => {
    const { page } = await harness.visit('/verify/', { allowed: [/verify-file[-.]/, /Failed to load resource/] });
    await page.route(/verify-file[-.]/, (route) => route.abort());
    await page.getByLabel('調べるPDFを選ぶ').setInputFiles(toFiles([['一.pdf', signed]]));
    await page.getByText('調べるための部品を読み込めませんでした。').waitFor();
    expect(await page.getByRole('table', { name: 'ファイルごとの結果' }).isVisible()).toBe(false);
    expect(await status(page)).toBe('');
    await page.unroute(/verify-file[-.]/);
    // Many browsers never ask again for a module that did not arrive, so the page advises to load it anew.
    await page.reload();
    await choose(page, { '一.pdf': signed });
    expect(await page.getByText('調べるための部品を読み込めませんでした。').count()).toBe(0);
  });
});

async function open(): Promise<{ page: Page }> {
  return harness.visit('/verify/', { viewport: { width: 1280, height: 900 } });
}

/** Chooses files and waits until the list holds them. @param total files in the list then */
async function choose(page: Page, files: Record<string, Uint8Array>, total = Object.keys(files).length): Promise<void> {
  await page.getByLabel('調べるPDFを選ぶ').setInputFiles(toFiles(Object.entries(files)));
  await page.getByText(`${total}件を調べました。`).waitFor();
}

function toFiles(files: [string, Uint8Array][]): { name: string; mimeType: string; buffer: Buffer }[] {
  return files.map(([name, bytes]) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) }));
}

async function status(page: Page): Promise<string | null> {
  return page.getByRole('status').and(page.locator('[data-status]')).textContent();
}

async function notices(page: Page): Promise<string> {
  return (await page.locator('[data-notices]').textContent()) ?? '';
}

/** Texts of a row's cells after the file's name, blanks evened out. */
async function cellsOf(page: Page, file: string): Promise<string[]> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: file, exact: true }) });
  const cells = await row.getByRole('cell').allInnerTexts();
  return cells.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

/** The value beside a name in the details. */
async function factOf(detail: Locator, name: string): Promise<string> {
  const pair = detail.locator('.k-meta > div').filter({ has: detail.page().locator('dt', { hasText: name }) });
  return ((await pair.first().locator('dd').textContent()) ?? '').trim();
}

/** Name of what has the focus. */
function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return (active?.textContent || active?.closest('label')?.textContent)?.trim();
  });
}

function spaced(text: string): RegExp {
  return new RegExp(`^${text.replace(' ', '\\s*')}$`);
}

/** The file with one bit changed at the first place where the text stands. */
function flip(bytes: Uint8Array, text: string): Uint8Array {
  const at = Buffer.from(bytes).indexOf(text);
  expect(at).toBeGreaterThan(0);
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
}

function joined(bytes: Uint8Array, text: string): Uint8Array {
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(text)]));
}
