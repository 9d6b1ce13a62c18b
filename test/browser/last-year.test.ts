import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeInvitation } from '../../src/core/desk/invitation.ts';
import { allAnswered, rareHeader } from './support/answers.ts';
import {
  answerItems,
  catchDownload,
  checklistPath,
  fillHeader,
  goToReview,
  type HandedOut,
  headerField,
  itemOf,
  readForm,
  sign,
  toFormContent,
  unsignedButton,
} from './support/checklist.ts';
import { expectTyped, openFilledList, storedDrafts } from './support/drafts.ts';
import { useHarness } from './support/harness.ts';
import { soundOf } from './support/keys.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
/** Last year's list as it was sent, as it would be without a signature, and as a file of answers. */
let signed: HandedOut;
let unsigned: HandedOut;
let json: HandedOut;

beforeAll(async () => {
  const context = await harness.browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.goto(harness.server.origin + checklistPath);
  await fillHeader(page, rareHeader);
  await answerItems(page, allAnswered);
  json = await catchDownload(page, () => page.getByRole('button', { name: '途中の回答をファイルに保存' }).click());
  await goToReview(page);
  signed = await sign(page);
  unsigned = await catchDownload(page, () => unsignedButton(page).click());
  await context.close();
});

async function startFrom(page: Page, { name, bytes }: HandedOut, button = '昨年の回答から始める'): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  await (await chosen).setFiles(file);
}

const lastYear = toFormContent({ ...rareHeader, checkedOn: '' }, allAnswered);
const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words);
const doubt = (page: Page) => page.getByRole('dialog', { name: '確かめられない PDF です' });

/** One digit of the signature is another one. */
function spoil({ name, bytes }: HandedOut): HandedOut {
  const text = Buffer.from(bytes).toString('latin1');
  const at = text.indexOf('/Contents <') + '/Contents <'.length + 400;
  const digit = text[at] === '0' ? '1' : '0';
  return { name, bytes: Buffer.from(text.slice(0, at) + digit + text.slice(at + 1), 'latin1') };
}

describe('last year’s list', () => {
  test('a signed PDF is verified and taken over, all but the day', async () => {
    const { page } = await harness.visit(checklistPath);
    await startFrom(page, signed);
    await said(page, '20項目を引き継ぎました。確認日を入力し').waitFor();
    expect(await readForm(page)).toEqual(lastYear);
    await page.reload();
    expect(await readForm(page)).toEqual(lastYear);
  });

  test('so it is on plain http, where the browser has no cryptography', async () => {
    const { page } = await harness.visit(checklistPath, { intranet: true });
    await startFrom(page, signed);
    await said(page, '20項目を引き継ぎました。').waitFor();
    expect(await readForm(page)).toEqual(lastYear);
  });

  test('reworded items ask again with the old answer shown, and only they', async () => {
    const answers = JSON.parse(new TextDecoder().decode(json.bytes));
    const [first, second] = Object.keys(answers.items);
    for (const id of [first, second]) answers.items[id ?? ''].meaning = 'ffffffffffffffff';
    const { page } = await harness.visit(checklistPath);
    await startFrom(page, { name: json.name, bytes: new TextEncoder().encode(JSON.stringify(answers)) });
    await said(page, '18項目を引き継ぎました。2項目（No.1、2）は文が変わったため、もう一度答えてください。').waitFor();
    expect(await itemOf(page, 1).textContent()).toContain('前の答えは「実施」です。');
    const form = await readForm(page);
    expect(form.items.map(({ status }) => status === 'unanswered')).toEqual(allAnswered.map((_, index) => index < 2));
    expect(form.items[0]?.evidence).toBe(allAnswered[0]?.texts?.evidence);
  });

  test('what was typed before stays in a draft of its own', async () => {
    const { page } = await openFilledList(harness);
    const before = page.url();
    await startFrom(page, signed);
    await said(page, 'いままでの入力は下書きに残し、新しい下書きを始めました。20項目を引き継ぎました。').waitFor();
    expect(await readForm(page)).toEqual(lastYear);
    expect(await storedDrafts(page)).toHaveLength(2);
    await page.goto(before);
    await expectTyped(page);
  });

  test('a PDF is also read to go on with it, the day included, after asking', async () => {
    const { page } = await openFilledList(harness);
    await startFrom(page, signed, 'ファイルから読み込む');
    await page.getByRole('dialog').getByRole('button', { name: '置き換える' }).click();
    await said(page, 'ファイルの回答を読み込みました。').waitFor();
    expect(await readForm(page)).toEqual(toFormContent(rareHeader, allAnswered));
  });
});

describe('a PDF that cannot be trusted', () => {
  test.each([
    ['without a signature', () => unsigned, 'この PDF には署名がありません。'],
    ['changed after signing', () => spoil(signed), 'この PDF は、署名したときのままではありません。'],
  ])('%s is taken only by who says so, and the reason is shown', async (_, file, words) => {
    const { page } = await openFilledList(harness);
    await startFrom(page, file());
    await doubt(page).getByText(words).waitFor();
    expect(await doubt(page).getByText('検証の結果: ').textContent()).toMatch(/署名/);
    await page.keyboard.press('Escape');
    await expectTyped(page);
    expect(await storedDrafts(page)).toHaveLength(1);

    await startFrom(page, file());
    await doubt(page).getByRole('button', { name: '見直すことにして読み込む' }).click();
    await said(page, /20項目を引き継ぎました。/).waitFor();
    expect(await readForm(page)).toEqual(lastYear);
  });

  test.each([
    ['cut off', () => signed.bytes.slice(0, signed.bytes.length / 2)],
    ['of somebody else', () => new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')],
  ])('%s holds no answers, and nothing is lost', async (_, bytes) => {
    const { page } = await openFilledList(harness);
    await startFrom(page, { name: 'x.pdf', bytes: bytes() });
    const alert = page.getByRole('alert').getByText('この PDF からは回答を読み込めません。');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/検証の結果: .+。$/);
    await expectTyped(page);
  });

  test('the code that verifies does not arrive: said, and nothing is lost', async () => {
    const { page, context } = await harness.visit(checklistPath, { allowed: [/ERR_FAILED|Failed to fetch/] });
    await fillHeader(page, rareHeader);
    await context.route('**/_astro/*.js', (route) => route.abort());
    await page.getByLabel('読み込む回答のファイル').setInputFiles({
      ...{ name: signed.name, mimeType: 'application/octet-stream' },
      buffer: Buffer.from(signed.bytes),
    });
    await page.getByRole('alert').getByText('PDF を確かめる部品を読み込めませんでした。').waitFor();
    expect(await readForm(page)).toEqual(toFormContent(rareHeader, []));
  });
});

describe('an invitation', () => {
  const request = {
    id: 'q7f3a1b2',
    name: '令和8年度 委託先点検',
    dueOn: '2027-01-31',
    scope: '本社と工場',
    contact: '',
  };
  const hash = writeInvitation({ request, recipient: '見本区', business: '名簿の入力業務' });
  const invited = (page: Page) => page.getByRole('region', { name: 'この依頼' });

  test('begins a list of its own, and goes on through a reload, last year’s answers and the signature', async () => {
    const { page, origin } = await openFilledList(harness);
    const before = await storedDrafts(page);
    await page.goto(`${origin}${checklistPath}${hash}`);
    await invited(page).getByText('令和8年度 委託先点検（番号 q7f3a1b2）').waitFor();
    expect(await invited(page).getByText('2027年1月31日').isVisible()).toBe(true);
    expect(await headerField(page, 'recipient').inputValue()).toBe('見本区');
    expect(await headerField(page, 'company').inputValue()).toBe('');
    expect(new URL(page.url()).hash).toMatch(/^#draft=/);
    await page.reload();
    await invited(page).waitFor();

    await startFrom(page, signed);
    await said(page, '20項目を引き継ぎました。').waitFor();
    expect(await headerField(page, 'recipient').inputValue()).toBe('見本区');
    await fillHeader(page, { checkedOn: '2026-11-30' });
    // The same link once more leads to what was begun with it; the list of before is as it was.
    await page.goto('about:blank');
    await page.goto(`${origin}${checklistPath}${hash}`);
    await invited(page).waitFor();
    expect(await headerField(page, 'company').inputValue()).toBe(rareHeader.company);
    const drafts = await storedDrafts(page);
    expect(drafts).toHaveLength(before.length + 1);
    expect(drafts).toEqual(expect.arrayContaining(before));

    await goToReview(page);
    const { file } = await soundOf((await sign(page)).bytes);
    expect(file.answers).toMatchObject({ request, header: { recipient: '見本区', business: '名簿の入力業務' } });
    const rows = file.summary.blocks.flatMap((block) => (block.kind === 'fields' ? block.rows : []));
    expect(rows).toContainEqual({ label: '依頼', value: '令和8年度 委託先点検（番号 q7f3a1b2）' });
  });

  test('that was cut off on its way is told, and the list can be answered without it', async () => {
    const { page, origin } = await harness.visit('/');
    await page.goto(`${origin}${checklistPath}${hash.slice(0, -9)}`);
    await said(page, '依頼のリンクが途中で切れているか').waitFor();
    expect(await invited(page).isVisible()).toBe(false);
    expect(new URL(page.url()).hash).toBe('');
  });
});
