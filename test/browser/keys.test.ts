import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPkcs12 } from '../../src/signing/pkcs12/open-pkcs12.ts';
import { readKeyFile } from '../signing/support/key-files.ts';
import { nodeCrypto } from '../signing/support/signed-file.ts';
import { allAnswered } from './support/answers.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import {
  answerItems,
  catchDownload,
  checklistPath,
  fillHeader,
  goToReview,
  type HandedOut,
  headerField,
  makeKeyButton,
  plainHeader,
  sign,
  signButton,
  signedHeading,
} from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import {
  chooseFile,
  fillBackup,
  fillKeyFile,
  hereWay,
  keySelect,
  makeKeyWithBackup,
  openKeyChoice,
  signerOf,
  signWithFile,
} from './support/keys.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const password = 'そらいろの糸巻き 四月';

async function openReview(page: Page): Promise<void> {
  await fillHeader(page, plainHeader);
  await answerItems(page, allAnswered);
  await goToReview(page);
}

async function visitReview(): Promise<Page> {
  const { page } = await harness.visit(checklistPath);
  await openReview(page);
  return page;
}

const rows = (page: Page) => page.getByRole('listitem').filter({ has: page.getByText('有効期限') });
const restoreButton = (page: Page) => page.getByRole('button', { name: 'この端末に戻す' });
const keyFile = (name: string): HandedOut => ({ name, bytes: readKeyFile(name) });

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}

async function restore(page: Page, file: HandedOut, secret: string): Promise<void> {
  await chooseFile(page.getByLabel('控えのファイル'), file);
  await page.getByLabel('ファイルのパスワード').fill(secret);
  await restoreButton(page).click();
}

async function dropKey(page: Page, answer: string): Promise<void> {
  await rows(page).getByRole('button', { name: /^消す/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: answer }).click();
}

describe('a key of this browser', () => {
  test('is made and named, backed up, listed, removed, restored, and signs as before', async () => {
    const page = await visitReview();
    await signButton(page).click();
    await page.getByLabel('鍵の呼び名').fill('事務所のノートPC');
    const { file, backup } = await makeKeyWithBackup(page, password);
    await signedHeading(page).waitFor();
    const signer = await signerOf(file.bytes);
    expect(signer).toMatchObject({ commonName: plainHeader.checker, chain: 'self-signed' });

    expect(backup.name).toBe(`署名鍵の控え_${signer.fingerprint.slice(0, 8)}.p12`);
    expect(await openPkcs12(backup.bytes, password, nodeCrypto)).toMatchObject({
      ok: true,
      signer: { fingerprint: signer.fingerprint },
    });
    expect(await openPkcs12(backup.bytes, `${password}。`, nodeCrypto)).toMatchObject({ problem: 'wrong-password' });

    await goTo(page, '/keys/');
    await rows(page).waitFor();
    const text = (await rows(page).textContent()) ?? '';
    const expected = ['事務所のノートPC', plainHeader.checker, plainHeader.company];
    for (const part of [...expected, signer.fingerprint.replace(/(.{4})(?=.)/g, '$1 ')]) expect(text).toContain(part);
    const day = new Intl.DateTimeFormat('ja', { dateStyle: 'long', timeZone: 'Asia/Tokyo' });
    expect(text).toContain(day.format(signer.notBefore));
    expect(text).toContain(day.format(signer.notAfter));

    await dropKey(page, 'やめる');
    expect(await rows(page).count()).toBe(1);
    await dropKey(page, '鍵を消す');
    await page.getByText('鍵をこの端末から消しました。').waitFor();
    expect(await rows(page).count()).toBe(0);

    await restore(page, backup, password);
    await page.getByText('控えの鍵をこの端末に戻しました。').waitFor();
    expect(await rows(page).textContent()).toContain(signer.fingerprint.slice(0, 4));
    expect(await page.getByLabel('ファイルのパスワード').inputValue()).toBe('');

    await goTo(page, checklistPath);
    await goToReview(page);
    await keySelect(page).waitFor();
    const again = await catchDownload(page, () => signButton(page).click());
    expect(await signerOf(again.bytes)).toEqual(signer);
  });

  test('cannot be read out of the browser, with a backup or without', async () => {
    for (const withBackup of [true, false]) {
      const page = await visitReview();
      await signButton(page).click();
      if (withBackup) await makeKeyWithBackup(page, password);
      else await catchDownload(page, () => makeKeyButton(page).click());
      const kept = await page.evaluate(
        () =>
          new Promise<unknown[]>((resolve, reject) => {
            const request = indexedDB.open('kitei:/');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {
              const asked = request.result.transaction('signing-keys').objectStore('signing-keys').getAll();
              asked.onsuccess = () =>
                resolve(asked.result.map(({ privateKey }) => [privateKey.type, privateKey.extractable]));
            };
          }),
      );
      expect(kept).toEqual([['private', false]]);
    }
  });

  test('is chosen by the name on the list; others can be chosen, and the page tells the difference', async () => {
    const page = await visitReview();
    const first = await signerOf((await sign(page)).bytes);
    await page.getByRole('button', { name: '回答に戻る' }).click();
    await headerField(page, 'checker').fill('見本次郎');
    await goToReview(page);
    await expect.poll(() => keySelect(page).inputValue()).toBe('');
    const second = await signerOf((await sign(page)).bytes);
    expect(second.commonName).toBe('見本次郎');
    expect(second.fingerprint).not.toBe(first.fingerprint);
    await signedHeading(page).waitFor();
    expect(await keySelect(page).inputValue()).toBe(second.fingerprint);

    const notice = page.getByText(/^この鍵の名前は/);
    expect(await notice.isVisible()).toBe(false);
    await keySelect(page).selectOption(first.fingerprint);
    await expect.poll(() => notice.textContent()).toContain(plainHeader.checker);
    const third = await catchDownload(page, () => signButton(page).click());
    expect(await signerOf(third.bytes)).toEqual(first);
  });

  test('that was removed meanwhile is not signed with, and the page says so', async () => {
    const page = await visitReview();
    await sign(page);
    await signedHeading(page).waitFor();
    const other = await page.context().newPage();
    await other.goto(new URL('/keys/', page.url()).href);
    await dropKey(other, '鍵を消す');
    await other.getByText('鍵をこの端末から消しました。').waitFor();
    await other.close();
    await signButton(page).click();
    await page.getByText('選んだ鍵は、この端末からもう消されています。').waitFor();
    await signButton(page).click();
    await makeKeyButton(page).waitFor();
  });

  test('has no backup with a password that is too short or typed in two ways', async () => {
    const page = await visitReview();
    await signButton(page).click();
    await makeKeyButton(page).waitFor();
    expect(await page.getByText(/あとからはこの鍵を取り出せず/).isVisible()).toBe(true);
    await fillBackup(page, '短い');
    await makeKeyButton(page).click();
    await page.getByText('8文字以上のパスワードを入力してください。').waitFor();
    await fillBackup(page, password, `${password} `);
    await makeKeyButton(page).click();
    await page.getByText('2回のパスワードが違います。').waitFor();
    expect(await page.getByText('8文字以上のパスワードを入力してください。').isVisible()).toBe(false);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});

describe('a key file of the person', () => {
  // One review for all of them: what the file before left behind would show.
  test('signs, whatever its kind, and nothing of it is kept', async () => {
    const page = await visitReview();
    for (const [name, secret, commonName, chain] of [
      ['modern-rsa.p12', 'secret', '髙橋﨑子 rsa', 'self-signed'],
      ['modern-p256.p12', 'secret', '髙橋﨑子 p256', 'self-signed'],
      ['modern-p384.p12', 'secret', '髙橋﨑子 p384', 'self-signed'],
      ['legacy-rc2-40.p12', 'secret', undefined, 'self-signed'],
      ['japanese-legacy.p12', 'パスワード㈱𠮷', undefined, 'self-signed'],
      ['chain.p12', 'secret', 'signer', 'complete-in-file'],
    ] as const) {
      const { bytes } = await signWithFile(page, keyFile(name), secret);
      const signer = await signerOf(bytes);
      expect(signer.chain, name).toBe(chain);
      if (commonName) expect(signer.commonName).toBe(commonName);
      await signedHeading(page).waitFor();
      const said = page.getByText(/^署名者の名前は/).filter({ hasText: signer.commonName });
      await said.waitFor();
      expect(await said.textContent(), name).toContain('証明書に書かれているとおり');
      expect(await page.getByLabel('ファイルのパスワード').inputValue(), name).toBe('');
      expect(await page.evaluate(async () => (await indexedDB.databases()).length), name).toBe(0);
    }
  });

  test('is refused at the field that has to be mended, and the next try can succeed', async () => {
    const page = await visitReview();
    for (const [name, secret, label, sentence] of [
      ['modern-rsa.p12', 'Secret', 'ファイルのパスワード', /^パスワードが違います。/],
      ['damaged.p12', 'secret', '証明書ファイル', /^ファイルが壊れているか/],
      ['no-key.p12', 'secret', '証明書ファイル', /^秘密鍵が入っていません。/],
      ['two-keys.p12', 'secret', '証明書ファイル', /^秘密鍵が二つ以上入っていて/],
      ['legacy-rc2-40.p12', '', 'ファイルのパスワード', /^パスワードが違います。/],
      ['modern-p521.p12', 'secret', '証明書ファイル', /^このサイトで署名に使えない種類の鍵です。/],
      ['no-mac.p12', 'secret', '証明書ファイル', /^改ざんを見つける仕組み/],
    ] as const) {
      const file =
        name === 'damaged.p12' ? { name, bytes: readKeyFile('modern-rsa.p12').slice(0, 900) } : keyFile(name);
      await fillKeyFile(page, file, secret);
      await signButton(page).click();
      await page.getByText(sentence).waitFor();
      const field = page.getByLabel(label, { exact: true });
      expect(await field.getAttribute('aria-invalid'), name).toBe('true');
      expect(await field.evaluate((element) => element === document.activeElement), name).toBe(true);
    }
    const { bytes } = await signWithFile(page, keyFile('modern-p256.p12'), 'secret');
    expect(await signerOf(bytes)).toMatchObject({ commonName: '髙橋﨑子 p256' });
    expect(await page.getByText(/^改ざんを見つける仕組み/).isVisible()).toBe(false);
  });

  test('must be chosen, and is no hindrance to signing with a key of this browser', async () => {
    const page = await visitReview();
    await openKeyChoice(page);
    await page.getByRole('radio', { name: /^自分の証明書ファイル/ }).check();
    await signButton(page).click();
    await page.getByText('ファイルを選んでください。', { exact: true }).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await hereWay(page).check();
    expect(await signerOf((await sign(page)).bytes)).toMatchObject({ commonName: plainHeader.checker });
  });
});

describe('the page of keys', () => {
  test('takes back no certificate of another issuer, and says where to use it', async () => {
    const { page } = await harness.visit('/keys/');
    await restore(page, keyFile('chain.p12'), 'secret');
    await page.getByText('ほかで発行された証明書のファイルは、この端末に残しません。').waitFor();
    await restore(page, keyFile('modern-rsa.p12'), 'wrong');
    await page.getByText(/^パスワードが違います。/).waitFor();
    expect(await rows(page).count()).toBe(0);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });

  test('is reached from the signing step, and is read without a key', async () => {
    const page = await visitReview();
    await openKeyChoice(page);
    await page.locator('document-signing').getByRole('link', { name: '署名鍵の管理' }).click();
    await page.getByText('署名鍵はありません。').waitFor();
    expect(await page.getByRole('heading', { name: '鍵をなくしたとき' }).isVisible()).toBe(true);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });

  test('says on plain http that keys are not kept there', async () => {
    const { page } = await harness.visit('/keys/', { intranet: true });
    await page.getByText('このアドレス（http）では、署名鍵をこの端末に残せません。').waitFor();
    expect(await restoreButton(page).isVisible()).toBe(false);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});

describe('axe', () => {
  test('finds nothing where a key is made, its backup saved, and the file signed', async () => {
    const page = await visitReview();
    await signButton(page).click();
    await fillBackup(page, password);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await catchDownload(page, () => makeKeyButton(page).click());
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    const go = page.getByRole('button', { name: '保存したので署名する' });
    await catchDownload(page, () => go.click());
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await goTo(page, '/keys/');
    await rows(page).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});
