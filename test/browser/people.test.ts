import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { catchDownload, goToReview, sign } from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const path = '/people/';

const people = (page: Page): Locator => page.locator('[data-rows] > li');
const names = (page: Page): Promise<string[]> =>
  page.locator('[data-rows] [data-slot="name"]:not(.k-vh *)').allTextContents();
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const problem = (page: Page): Locator => page.locator('people-list [data-import-problem]');
const table =
  '氏名\tふりがな\t所属\t役職\t生年月日\n見本花子\tみほんはなこ\t情報部\t課長\t1990-04-01\n例示太郎\tれいじたろう\t総務部\t\t';

async function addByPasting(page: Page, text: string): Promise<void> {
  await button(page, '表を貼り付ける').click();
  await page.getByLabel('Excel から写した表').fill(text);
  await button(page, '一覧に入れる').click();
}

async function fillList(page: Page): Promise<void> {
  await addByPasting(page, table.replaceAll(/\t[^\t\n]*(?=\n|$)/g, ''));
  await expect.poll(() => names(page)).toEqual(['見本花子', '例示太郎']);
}

async function importFile(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  await page.locator('[data-import-file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

/** All that this origin keeps in the database of people, as text. */
function readKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = await indexedDB.databases();
    if (!kept.some(({ name }) => name === 'kitei:/:people')) return '';
    return new Promise<string>((resolve, reject) => {
      const request = indexedDB.open('kitei:/:people');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const asked = request.result.transaction('people').objectStore('people').getAll();
        asked.onsuccess = () => {
          request.result.close();
          resolve(JSON.stringify(asked.result));
        };
      };
    });
  });
}

async function goTo(page: Page, to: string): Promise<void> {
  await page.goto(new URL(to, page.url()).href);
}

describe('the list', () => {
  test('tells what is missing at its field', async () => {
    const { page } = await harness.visit(path);
    await button(page, '人を加える').click();
    await button(page, '一覧に入れる').click();
    await page.getByText('氏名を入力してください。').waitFor();
    expect(await page.locator('#person-name').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.locator('#person-name').fill('見本花子');
    await page.locator('#person-from').fill('春');
    await page.keyboard.press('Enter');
    await page.getByText('従事期間の開始日を、年月日の順に入力してください。').waitFor();
    expect(await people(page).count()).toBe(0);
  });

  test('is searched, and sorted by reading', async () => {
    const { page } = await harness.visit(path);
    const rows = ['ん', 'い', 'あ', 'う', 'え', 'お'].map(
      (kana, at) => `人${at}\t${kana}\t${at === 2 ? '総務部' : '情報部'}`,
    );
    await addByPasting(page, `氏名\tふりがな\t所属\n${rows.join('\n')}`);
    await page.getByLabel('氏名、所属などで探す').fill('総務');
    await expect.poll(() => names(page)).toEqual(['人2']);
    await page.getByLabel('氏名、所属などで探す').fill('');
    await button(page, '五十音順に並べる').click();
    await expect.poll(() => names(page)).toEqual(['人2', '人1', '人3', '人4', '人5', '人0']);
  });

  test('has no fault that axe finds with somebody in it and asking for another', async () => {
    const { page } = await harness.visit(path);
    await fillList(page);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await button(page, '人を加える').click();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});

describe('what is kept', () => {
  test('a birthday is not, until somebody says so; and it is gone when they unsay it', async () => {
    const { page } = await harness.visit(path);
    await addByPasting(page, table);
    await button(page, /^取り込む$/).click();
    await page.getByText('ふだん残さない項目（生年月日）は、入れていません。').waitFor();
    expect(await readKept(page)).not.toContain('1990');

    await page.getByLabel('生年月日を残す').check();
    await addByPasting(page, table);
    await page.getByText('1 人に書き足しました。').waitFor();
    expect(await readKept(page)).toContain('1990-04-01');

    await page.getByLabel('生年月日を残す').click();
    await page.getByRole('dialog', { name: 'この項目を消しますか' }).getByRole('button', { name: 'やめる' }).click();
    await expect.poll(() => page.getByLabel('生年月日を残す').isChecked()).toBe(true);
    await page.getByLabel('生年月日を残す').click();
    await button(page, '残さないことにして消す').click();
    await page.getByText('残す項目を変えました。').waitFor();
    expect(await readKept(page)).not.toContain('1990');
    expect(await names(page)).toEqual(['見本花子', '例示太郎']);
  });

  test('on a shared device nothing is, and what was kept is not shown', async () => {
    const { page } = await harness.visit(path);
    await fillList(page);
    const kept = await readKept(page);
    await page.getByLabel('共用の端末を使っている（この端末に何も残さない）').check();
    await page.getByText('まだ、だれも書いていません。').waitFor();
    await page.getByText('前に残した一覧があります。').waitFor();
    await addByPasting(page, '氏名\n別の人');
    await expect.poll(() => names(page)).toEqual(['別の人']);
    expect(await readKept(page)).toBe(kept);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    expect(await names(page)).toEqual([]);
    await button(page, '残っている一覧を消す').click();
    await button(page, /^全部消す$/).click();
    await page.getByText('一覧を消しました。').waitFor();
    expect(await readKept(page)).toBe('[]');
  });

  test('a damaged list is not written over, can be taken out, and a new one begun', async () => {
    const { page } = await harness.visit(path);
    await fillList(page);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('kitei:/:people');
          request.onsuccess = () => {
            const transaction = request.result.transaction('people', 'readwrite');
            transaction.objectStore('people').put({ text: '{"format":"kitei-pe', changedAt: '', backupAt: '' }, 'list');
            transaction.oncomplete = () => {
              request.result.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    await page.getByText('この端末に残っている一覧が壊れていて、読めません。').waitFor();
    await addByPasting(page, '氏名\n四人目');
    await expect.poll(() => names(page)).toEqual(['四人目']);
    expect(await readKept(page)).toContain('kitei-pe');
    const out = await catchDownload(page, () => button(page, '残っているものを取り出す').click());
    expect(new TextDecoder().decode(out.bytes)).toBe('{"format":"kitei-pe');
    await button(page, '消して新しく始める').click();
    await button(page, /^全部消す$/).click();
    await page.getByText('一覧を消しました。').waitFor();
    await addByPasting(page, '氏名\n五人目');
    await expect.poll(() => readKept(page)).toContain('五人目');
  });

  test('two pages do not undo each other', async () => {
    const { page, context } = await harness.visit(path);
    await fillList(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect.poll(() => names(other)).toEqual(['見本花子', '例示太郎']);
    await addByPasting(other, '氏名\n三人目');
    await expect.poll(() => names(other)).toHaveLength(3);
    await addByPasting(page, '氏名\n四人目');
    await expect.poll(() => names(page)).toEqual(['見本花子', '例示太郎', '三人目', '四人目']);
  });
});

describe('files', () => {
  test('a backup comes back as it was, on another device', async () => {
    const { page } = await harness.visit(path);
    await fillList(page);
    await page.getByText('控えがまだありません。').waitFor();
    await button(page, /^署名を記録 ?（見本花子）$/).click();
    await page.getByLabel('署名した日').fill('令和8年4月1日');
    await button(page, '記録する').click();
    await page.getByText('見本花子 の署名を記録しました。').waitFor();
    const backup = await catchDownload(page, () => button(page, '控えを保存').click());
    await page.getByText('最後に控えを保存した日').waitFor();
    await addByPasting(page, '氏名\n三人目');
    await page.getByText('控えを保存したあとで、一覧が変わりました。').waitFor();

    const { page: other } = await harness.visit(path);
    await importFile(other, backup.name, backup.bytes);
    await expect.poll(() => names(other)).toEqual(['見本花子', '例示太郎']);
    expect(await people(other).first().textContent()).toContain('2026年4月1日');
    const again = await catchDownload(other, () => button(other, '控えを保存').click());
    expect(Buffer.from(again.bytes).equals(Buffer.from(backup.bytes))).toBe(true);
  });

  test('where a file says something else, both are shown, and nothing is lost', async () => {
    const { page } = await harness.visit(path);
    await fillList(page);
    await importFile(page, '名簿.csv', '氏名,所属,役職,電話番号\r\n見本花子,情報部,部長,03-0000-0000\r\n三人目,,,\r\n');
    const merge = page.getByRole('region', { name: '取り込む内容を確かめる' });
    expect(await merge.getByRole('row', { name: /役職/ }).textContent()).toBe('役職課長部長');
    await merge.getByLabel('別の人として加える').check();
    await merge.getByRole('button', { name: '取り込む' }).click();
    await expect.poll(() => names(page)).toEqual(['見本花子', '例示太郎', '三人目', '見本花子']);
    expect(await people(page).first().textContent()).toContain('課長');
    expect(await people(page).last().textContent()).toContain('部長');
    await button(page, '元に戻す').click();
    await expect.poll(() => names(page)).toEqual(['見本花子', '例示太郎']);
  });

  test('a table in Shift_JIS and the workbook of the list itself are read', async () => {
    const { page } = await harness.visit(path);
    // 氏名 CR LF 花子
    await importFile(
      page,
      '名簿.csv',
      new Uint8Array([0x8e, 0x81, 0x96, 0xbc, 13, 10, 0x89, 0xd4, 0x8e, 0x71, 13, 10]),
    );
    await expect.poll(() => names(page)).toEqual(['花子']);
    const workbook = await catchDownload(page, () => button(page, 'Excel に書き出す').click());
    const { page: other } = await harness.visit(path);
    await importFile(other, workbook.name, workbook.bytes);
    await expect.poll(() => names(other)).toEqual(['花子']);
  });

  test('what is damaged, newer, foreign, too large or in Shift_JIS is refused in words', async () => {
    const { page } = await harness.visit(path);
    await fillList(page);
    const refusals: [string, Uint8Array | string, RegExp][] = [
      ['a.json', '{"format":"kitei-people/1","keeps":[],"peo', /読み取れません/],
      ['a.json', '{"format":"kitei-people/2"}', /新しい版/],
      ['a.json', '{"format":"kitei-signers/1","contacts":[]}', /人の一覧の控えではありません/],
      ['a.json', new Uint8Array([0x7b, 0x22, 0x8e, 0x81, 0x96, 0xbc]), /Shift_JIS/],
      ['a.json', ' '.repeat(2 * 1024 * 1024 + 1), /大きすぎます/],
      ['a.csv', '部署,役職\r\n情報部,課長\r\n', /「氏名」の見出し/],
      ['a.xlsx', 'PK\u0003\u0004 broken', /読み取れません/],
      ['a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xff, 0xff, 0xff]), /読み取れません|見出し/],
    ];
    for (const [name, content, words] of refusals) {
      await importFile(page, name, content);
      await expect.poll(() => problem(page).textContent(), { message: name }).toMatch(words);
    }
    expect(await names(page)).toEqual(['見本花子', '例示太郎']);
  });
});

describe('in forms', () => {
  const roster = '/forms/nerima-worker-roster/';
  const cells = (page: Page, column: string): Promise<string[]> =>
    page
      .locator(`form-table [data-row] [data-answer="${column}"] input`)
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

  test('people are chosen into rows, and a row is put into the list', async () => {
    const { page } = await harness.visit(path);
    await fillList(page);
    await goTo(page, roster);
    await button(page, '人の一覧から選ぶ').click();
    const dialog = page.getByRole('dialog', { name: '人の一覧から選ぶ' });
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await dialog.getByLabel('例示太郎').check();
    await dialog.getByLabel('見本花子').check();
    await dialog.getByRole('button', { name: '選んだ人を入れる' }).click();
    await page.getByText('人の一覧から 2 人を入れました。').waitFor();
    expect(await cells(page, 'name')).toEqual(['見本花子', '例示太郎']);
    expect(await cells(page, 'affiliation')).toEqual(['情報部', '総務部']);
    await button(page, '従事者の行を加える').click();
    await page.keyboard.type('三人目');
    await button(page, /^一覧に加える ?（従事者 3）$/).click();
    await page.getByText('三人目 を、人の一覧に加えました。').waitFor();
    await button(page, /^一覧に加える ?（従事者 1）$/).click();
    await page.getByText('見本花子 は、もう人の一覧にいます。').waitFor();
    await goTo(page, path);
    await expect.poll(() => names(page)).toEqual(['見本花子', '例示太郎', '三人目']);
  });

  test('the difference of two rosters becomes the paper of changes', async () => {
    const { page } = await harness.visit(roster);
    const head = { company: '見本商事', checker: '見本花子', checkedOn: '2026-04-01', business: '窓口業務' };
    for (const [name, text] of Object.entries(head)) await page.locator(`#${name}`).fill(text);
    const fillRow = async (at: number, texts: Record<string, string>) => {
      for (const [column, text] of Object.entries(texts))
        await page.locator('form-table [data-row]').nth(at).locator(`[data-answer="${column}"] input`).fill(text);
    };
    await fillRow(0, { name: '見本花子', affiliation: '情報部', from: '2026-04-01', until: '2027-03-31' });
    const file = await catchDownload(page, () => button(page, '途中の回答をファイルに保存').click());
    await fillRow(0, { affiliation: '企画部' });
    await button(page, '従事者の行を加える').click();
    await fillRow(1, { name: '例示太郎' });
    await button(page, '前の名簿との違いから変更届を作る').click();
    const dialog = page.getByRole('dialog', { name: '前の名簿との違い' });
    await dialog.getByLabel('前の名簿', { exact: true }).selectOption('file');
    await dialog
      .getByLabel('前の名簿のファイル')
      .setInputFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.bytes) });
    await dialog.getByLabel(/変わった日/).fill('令和8年12月1日');
    await dialog.getByRole('button', { name: '違いを調べて下書きを作る' }).click();
    await dialog.getByText('違い 2 件').waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await dialog.getByRole('link', { name: /下書きを開く/ }).click();
    await page.waitForURL(/nerima-change-notice/);
    await expect.poll(() => cells(page, 'subject')).toEqual(['例示太郎', '見本花子（企画部）']);
    expect(await cells(page, 'before')).toEqual(['', '所属: 情報部']);
    expect(await cells(page, 'after')).toEqual(['', '所属: 企画部']);
    expect(await cells(page, 'on')).toEqual(['2026-12-01', '2026-12-01']);
    expect(await page.getByLabel('従事者の書面（第7条）').isChecked()).toBe(true);
    expect(await page.locator('#company').inputValue()).toBe('見本商事');
    expect(await page.locator('#recipient').inputValue()).toBe('練馬区');
  });

  test('a signed pledge marks its signer', async () => {
    const { page } = await harness.visit(path);
    await fillList(page);
    await goTo(page, '/forms/kojinjoho-pledge/');
    const head = {
      company: '見本商事',
      checker: '見本花子',
      checkedOn: '2026-04-01',
      recipient: '見本市',
      business: '窓口業務',
    };
    for (const [name, text] of Object.entries(head)) await page.locator(`#${name}`).fill(text);
    await button(page, '人の一覧から選ぶ').click();
    await page.getByRole('dialog').getByLabel('見本花子').check();
    await button(page, '選んだ人を入れる').click();
    await button(page, '署名した人を見る').click();
    await page.getByRole('dialog', { name: '署名した人' }).getByText('まだ', { exact: true }).waitFor();
    await button(page, '閉じる').click();
    await goToReview(page);
    const signed = await sign(page);
    await goTo(page, path);
    const files = { name: signed.name, mimeType: '', buffer: Buffer.from(signed.bytes) };
    await page.getByLabel('誓約書の PDF').setInputFiles(files);
    await page.getByText('見本花子 の署名を記録しました。').waitFor();
    expect(await people(page).first().textContent()).toMatch(/署名済み.*誓約書.*2026年4月1日、文書番号/);
    await page
      .getByLabel('誓約書の PDF')
      .setInputFiles({ ...files, buffer: Buffer.from(signed.bytes).fill(0x20, 3000, 3100) });
    await page.getByText('確かめられないので、記録していません。').waitFor();
  });
});
