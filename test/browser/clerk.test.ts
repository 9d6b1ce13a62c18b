import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSigningKey } from '../../src/signing/key.ts';
import { signPdf } from '../../src/signing/sign-pdf.ts';
import { filled } from '../record/v1/checklist/fixture.ts';
import { nodeCrypto, now, preparePdf, toKiteiFile } from '../signing/support/signed-file.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { catchDownload } from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { projectFolder } from './support/site-folder.ts';

onShippedSite();

/* What a clerk does with the files of one company: registers whoever signed, notices another key, keeps the results. */

const harness = useHarness();
const company = '=見本商事株式会社';

/** Files of one company: by the key that was registered, by it again, and by another in the same name. */
const files: Record<string, Uint8Array> = {};

beforeAll(async () => {
  const answers = { ...filled, header: { ...filled.header, company } };
  const name = { commonName: '見本花子', organization: company, now };
  const [key, other] = [await createSigningKey(name, nodeCrypto), await createSigningKey(name, nodeCrypto)];
  const file = toKiteiFile(answers);
  files['一.pdf'] = await signPdf(await preparePdf(key, file), key, nodeCrypto);
  files['二.pdf'] = await signPdf(await preparePdf(key, file), key, nodeCrypto);
  files['別の鍵.pdf'] = await signPdf(await preparePdf(other, file), other, nodeCrypto);
});

describe('a fingerprint that was compared by telephone', () => {
  test('is registered, known again, warned of when it changes, kept elsewhere and brought back', async () => {
    const { page, origin } = await harness.visit('/verify/');
    await check(page, ['一.pdf'], 1);
    await details(page, '一.pdf').getByRole('button', { name: '電話で確かめた指紋を登録する' }).click();
    const dialog = page.getByRole('dialog', { name: '確かめた指紋を登録する' });
    expect(await dialog.getByLabel('会社名').inputValue()).toBe(company);
    // Nobody registers what nobody compared.
    await dialog.getByRole('button', { name: '登録する' }).click();
    await dialog.getByText('見比べていない指紋は登録できません。').waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await dialog.getByRole('checkbox', { name: /^本人の読み上げと/ }).check();
    await dialog.getByRole('button', { name: '登録する' }).click();
    await page.getByText('指紋を登録しました。').waitFor();
    expect(await signerCell(page, '一.pdf')).toContain('登録済みの指紋と一致');

    await page.reload();
    await check(page, ['二.pdf', '別の鍵.pdf'], 2);
    expect(await signerCell(page, '二.pdf')).toContain('登録済みの指紋と一致');
    expect(await signerCell(page, '別の鍵.pdf')).toContain('登録した指紋と違います');
    expect(await rowOf(page, '別の鍵.pdf').textContent()).toContain('指紋が変わったわけを電話で尋ねる');

    await page.goto(`${origin}/verify/signers/`);
    await page.getByRole('heading', { name: '登録した指紋 1件' }).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    const book = await catchDownload(page, () => page.getByRole('button', { name: '台帳を書き出す' }).click());
    await page.getByRole('button', { name: /^消す/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '消す' }).click();
    await page.getByRole('heading', { name: '登録した指紋 0件' }).waitFor();
    const brought = { name: book.name, mimeType: 'application/json', buffer: Buffer.from(book.bytes) };
    await page.getByLabel('取り込む台帳のファイル').setInputFiles(brought);
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    await page.getByText('取り込みました。今の台帳は1件です。').waitFor();
    expect(await page.getByRole('heading', { level: 3 }).first().textContent()).toContain('見本商事株式会社');
  });
});

describe('the results', () => {
  test('say which files belong together, and are kept as CSV that computes nothing', async () => {
    const { page } = await harness.visit('/verify/');
    await check(page, Object.keys(files), 3);
    expect(await rowOf(page, '一.pdf').textContent()).toContain('違う鍵の署名が混じっています。');
    expect(await rowOf(page, '一.pdf').textContent()).toContain('答えがすべて同じファイルがあります: ');
    const save = page.getByRole('button', { name: '結果を表計算用のファイル（CSV）に保存' });
    const { name, bytes } = await catchDownload(page, () => save.click());
    expect(name).toMatch(/^検証結果_\d{8}-\d{4}\.csv$/);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    const [heads = '', ...rows] = text.split('\r\n');
    expect(heads.startsWith('\uFEFFファイル名,ファイルのSHA-256,')).toBe(true);
    expect(rows).toHaveLength(4);
    for (const [file, content] of Object.entries(files)) {
      const row = rows.find((one) => one.startsWith(`${file},`)) ?? '';
      expect(row).toContain(createHash('sha256').update(content).digest('hex'));
      expect(row).toContain(`,'${company},`);
      expect(row.endsWith(`,kitei ${version}`)).toBe(true);
    }
  });
});

/** Chooses files and waits until all of them are checked. */
async function check(page: Page, names: readonly string[], total: number): Promise<void> {
  const chosen = names.map((name) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(files[name] ?? new Uint8Array()),
  }));
  await page.getByLabel('調べるPDFを選ぶ').setInputFiles(chosen);
  await page.getByText(`${total}件を調べました。署名のあとで変わっていないのは${total}件です。`).waitFor();
}

function details(page: Page, file: string): Locator {
  return page.getByRole('region', { name: `${file} の詳しい結果` });
}

function rowOf(page: Page, file: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: file, exact: true }) });
}

function signerCell(page: Page, file: string): Promise<string | null> {
  return rowOf(page, file).getByRole('cell').nth(1).textContent();
}
