import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { webCrypto } from '../../src/signing/crypto.ts';
import { verifyPdf } from '../../src/signing/verify-pdf.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import {
  catchDownload,
  type fillHeader,
  goToReview,
  type HandedOut,
  makeKeyButton,
  nextButton,
  plainHeader,
  reviewHeading,
  sign,
  signButton,
} from './support/checklist.ts';
import {
  answerByKeyboard,
  conclusion,
  decisionPath,
  forwardButton,
  makeButton,
  optionOf,
  type Plan,
  paperLink,
  questionOf,
  resultHeading,
  resultPath,
} from './support/decision.ts';
import { readFirstLoad } from './support/first-load.ts';
import { importDone } from './support/form.ts';
import { useHarness } from './support/harness.ts';
import { press, tabTo, typeInto } from './support/keyboard.ts';
import { printPage, readPdf, squeeze } from './support/read-pdf.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { verifyOnCommandLine } from './support/verify.ts';

onShippedSite();

const harness = useHarness();

/** What an ordinary incident is: one kind, one client; or a lost telephone, with all else unknown. */
const ordinaryIncidents: Plan[] = [
  { state: 'leak', kind: ['terminal'], personal: 'personal-data', clients: ['nerima'] },
  { state: 'leak', kind: ['terminal'], personal: 'personal-data', clients: ['higashiosaka'] },
  { state: 'leak', kind: [], personal: 'personal', clients: ['kojinjoho'] },
  { state: 'other', kind: ['damage'], personal: 'no-personal', impact: 'work', clients: ['rodokyoku'] },
  { state: 'other', kind: ['virus'], impact: 'business', clients: ['higashiosaka'] },
  { state: 'leak', kind: ['terminal'], personal: 'unknown', impact: 'unknown', clients: 'unknown' },
];

async function holdsData(file: HandedOut): Promise<unknown> {
  const crypto = globalThis.crypto;
  const verification = await verifyPdf(
    file.bytes,
    webCrypto(crypto.subtle, (bytes) => crypto.getRandomValues(bytes)),
  );
  return verification.state === 'sound' ? verification.file : verification;
}

describe('with the keyboard only', () => {
  test('the disposal of a client’s USB memory is decided and signed, and stands up to the verifier', async () => {
    const { page } = await harness.visit('/');
    await press(page, page.getByRole('link', { name: '媒体の処分' }).first());
    await page.waitForURL(`**${decisionPath('disposal')}`);
    await answerByKeyboard(page, {
      medium: 'rewritable',
      act: 'dispose',
      level: 'confidential',
      clients: ['nerima', 'rodokyoku'],
      info: 'personal',
      occasion: 'ended',
      how: 'in-house',
    });
    expect(await resultHeading(page).evaluate((heading) => heading === document.activeElement)).toBe(true);
    const shown = squeeze(await page.locator('[data-result]').innerText());
    for (const text of ['作業完了報告書', '管理簿', '練馬区特記事項', '労働局の措置']) expect(shown).toContain(text);
    await press(page, makeButton(page));
    await page.locator('#write-h').waitFor();
    await typeInto(page, page.getByRole('textbox', { name: /^会社名/ }), '株式会社𠮷野');
    await typeInto(page, page.getByRole('textbox', { name: /^記入者/ }), '髙橋 﨑子');
    await press(page, page.getByRole('button', { name: '今日の日付を入れる' }));
    await press(page, nextButton(page));
    await reviewHeading(page).waitFor();
    await press(page, signButton(page));
    await makeKeyButton(page).waitFor();
    await tabTo(page, makeKeyButton(page));
    const file = await catchDownload(page, () => page.keyboard.press('Enter'));
    expect(file.name).toMatch(/^媒体の処分_株式会社𠮷野_\d{8}\.pdf$/);
    expect(await verifyOnCommandLine(file)).toMatchObject({
      state: 'sound',
      definition: { id: 'disposal' },
      match: { kind: 'equal' },
      form: 'current',
    });
    const pdf = await readPdf(file.bytes);
    for (const text of ['株式会社𠮷野', '髙橋', '作業完了報告書', '第16条第7号']) expect(pdf.text).toContain(text);
    await pdf.close();
  });

  test('taking a notebook out is decided, changed, and signed; its register opens with what is known', async () => {
    const { page } = await harness.visit(decisionPath('take-out'));
    await answerByKeyboard(page, {
      carrier: 'notebook',
      content: 'with',
      level: 'internal',
      clients: ['nerima'],
      info: 'important',
      approved: 'no',
    });
    const forbidden = await conclusion(page).first().innerText();
    // Back in the browser is back in the questions, and forward again.
    await page.goBack();
    await questionOf(page, 'approved').waitFor();
    await page.goForward();
    await expect.poll(() => conclusion(page).first().innerText()).toBe(forbidden);
    await press(page, page.getByRole('button', { name: /^変える\s*（指定された履行場所からの持ち出しを/ }));
    await tabTo(page, optionOf(page, 'approved', 'no'));
    await page.keyboard.press('ArrowUp');
    await press(page, forwardButton(page));
    await expect.poll(() => conclusion(page).first().innerText()).not.toBe(forbidden);
    await press(page, makeButton(page));
    await page.locator('#write-h').waitFor();
    await typeInto(page, page.getByRole('textbox', { name: /^会社名/ }), '見本株式会社');
    await typeInto(page, page.getByRole('textbox', { name: /^記入者/ }), '見本 太郎');
    await typeInto(page, page.getByRole('textbox', { name: /^記入日/ }), '2026/11/29');
    await press(page, nextButton(page));
    await reviewHeading(page).waitFor();
    await press(page, signButton(page));
    await makeKeyButton(page).waitFor();
    await tabTo(page, makeKeyButton(page));
    const file = await catchDownload(page, () => page.keyboard.press('Enter'));
    expect(await holdsData(file)).toMatchObject({
      answers: { kind: 'decision', answers: { approved: ['yes'] }, header: { checkedOn: '2026-11-29' } },
    });
    await page.getByRole('button', { name: '回答に戻る' }).click();
    await page.getByRole('button', { name: '結果に戻る' }).click();
    await press(page, paperLink(page, '情報資産の社外持ち出しの許可の申請'));
    await page.waitForURL('**/forms/company-takeout-request/**');
    await importDone(page).getByText('新しい書類を始めました').waitFor();
    expect(await page.locator('#field-name').inputValue()).toBe('ノートパソコン');
    expect(await page.getByRole('radio', { name: '社外秘' }).isChecked()).toBe(true);
    expect(await page.locator('[data-header="company"]').inputValue()).toBe('見本株式会社');
  });

  test('a request to bring a telephone into a city’s area states the four facts and is signed', async () => {
    const { page } = await harness.visit(
      resultPath('area-visit', {
        act: 'enter',
        clients: ['nerima', 'higashiosaka'],
        area: 'yes',
        entrant: 'staff',
        item: 'device',
      }),
    );
    await resultHeading(page).waitFor();
    // What fills the form in comes late, as over a slow line: whoever types by then is not sent elsewhere.
    const { files } = await readFirstLoad('/forms/higashiosaka-device-request/');
    const late = Promise.withResolvers<void>();
    await page.route('**/_astro/*.js', async (route) => {
      const isLate = page.url().includes('/forms/') && !files.has(new URL(route.request().url()).pathname);
      if (isLate) await late.promise;
      await route.continue();
    });
    await press(page, paperLink(page, '持込み申請書（委託作業管理区域）'));
    await page.waitForURL('**/forms/higashiosaka-device-request/**');
    const facts = {
      name: 'スマートフォン 1台',
      reason: '夜間の緊急連絡',
      period: '12月1日から3日まで',
      storage: '施錠した机の引き出し',
    };
    await typeInto(page, page.locator('#company'), '見本株式会社');
    await typeInto(page, page.locator('#checker'), '見本 太郎');
    await typeInto(page, page.locator('#checkedOn'), '2025/4/1');
    late.resolve();
    await importDone(page).getByText('新しい書類を始めました').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('checkedOn');
    await typeInto(page, page.locator('#business'), '旅券の窓口業務');
    expect(await page.locator('#company').inputValue()).toBe('見本株式会社');
    expect(await page.locator('#checkedOn').inputValue()).toBe('2025-04-01');
    for (const [column, value] of Object.entries(facts))
      await typeInto(page, page.locator(`[data-row] [data-answer="${column}"] [data-given]`).first(), value);
    await press(page, nextButton(page));
    await reviewHeading(page).waitFor();
    await press(page, signButton(page));
    await makeKeyButton(page).waitFor();
    await tabTo(page, makeKeyButton(page));
    const file = await catchDownload(page, () => page.keyboard.press('Enter'));
    const pdf = await readPdf(file.bytes);
    for (const text of Object.values(facts)) expect(squeeze(pdf.text)).toContain(squeeze(text));
    await pdf.close();
  });

  test('a suspicious mail is judged on one sheet, and the result follows the form', async () => {
    const { page } = await harness.visit(decisionPath('suspicious-mail'));
    await tabTo(page, optionOf(page, 'touched', 'untouched'));
    await page.keyboard.press('Space');
    await press(page, forwardButton(page));
    await questionOf(page, 'attachment').waitFor();
    await tabTo(page, optionOf(page, 'theme', 'credentials'));
    await page.keyboard.press('Space');
    await tabTo(page, optionOf(page, 'sender', 'none'));
    await page.keyboard.press('Space');
    await tabTo(page, optionOf(page, 'body', 'link'));
    await page.keyboard.press('Space');
    await tabTo(page, optionOf(page, 'attachment', 'disguised'));
    await page.keyboard.press('ArrowDown');
    await press(page, forwardButton(page));
    await resultHeading(page).waitFor();
    const several = await conclusion(page).innerText();
    // Two signs are taken off again: another conclusion stands there at once.
    await optionOf(page, 'theme', 'credentials').uncheck();
    await optionOf(page, 'body', 'link').uncheck();
    await expect.poll(() => conclusion(page).innerText()).not.toBe(several);
  });

  test('an incident is worked through with the network cut, and its log opens with the steps', async () => {
    const { page, context } = await harness.visit('/nerima/', {
      allowed: [/ERR_INTERNET_DISCONNECTED/, /did not arrive/],
    });
    await press(page, page.getByRole('link', { name: 'インシデント対応' }).first());
    await page.waitForURL(`**${decisionPath('incident')}`);
    await context.setOffline(true);
    await answerByKeyboard(page, {
      state: 'leak',
      kind: ['terminal'],
      personal: 'no-personal',
      impact: 'customers',
      clients: ['nerima'],
    });
    const paper = await printPage(page);
    expect(paper.pageCount).toBe(1);
    expect(squeeze(paper.text)).toContain(squeeze('練馬区に報告する'));
    await paper.close();
    await makeButton(page).click();
    await page.locator('[data-make-failed]').waitFor();
    await page.locator('[data-no-papers]').waitFor();
    const steps = await page.locator('[data-stage]:not([data-stage="never"]):not([hidden]) .k-do__t').allInnerTexts();
    await context.setOffline(false);
    await page.reload();
    await resultHeading(page).waitFor();
    await paperLink(page, 'インシデント対応の記録（手順と時刻）').waitFor();
    const titles = await page.locator('[data-papers] li').allInnerTexts();
    expect(titles.join('\n')).toContain('事故等の報告・記録（練馬区）');
    expect(titles.join('\n')).not.toMatch(/労働局|東大阪市|漏えい等事案の調査結果/);
    await context.setOffline(true);
    await paperLink(page, 'インシデント対応の記録（手順と時刻）').click();
    await page.locator('[data-paper-failed]').waitFor();
    await context.setOffline(false);
    await page.reload();
    await resultHeading(page).waitFor();
    await paperLink(page, 'インシデント対応の記録（手順と時刻）').click();
    await page.waitForURL('**/forms/company-incident-log/#draft=*');
    await page
      .locator('[data-row]')
      .nth(steps.length - 1)
      .waitFor();
    const cells = page.locator('[data-row] [data-answer="step"] [data-given]');
    const written = await cells.evaluateAll((all) =>
      all.map((one) => (one instanceof HTMLInputElement ? one.value : '')),
    );
    expect(written).toEqual(steps);
    const times = page.locator('[data-row] [data-answer="at"] [data-given]');
    for (const time of await times.all()) expect(await time.inputValue()).toBe('');
  });
});

async function fillHeaderOfDecision(page: Parameters<typeof fillHeader>[0]): Promise<void> {
  for (const field of ['company', 'checker', 'checkedOn'] as const) {
    await page.locator(`[data-header="${field}"]`).fill(plainHeader[field]);
  }
}

test.each(ordinaryIncidents)('the sheet of an ordinary incident is one A4 page: %j', async (plan) => {
  const { page } = await harness.visit(resultPath('incident', plan));
  await resultHeading(page).waitFor();
  const paper = await printPage(page);
  expect(paper.pageCount).toBe(1);
  await paper.close();
});

const storedCases = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':decision:')));

test('what was written before the window was closed is offered again, and can be removed', async () => {
  const { page, context, origin } = await harness.visit(decisionPath('incident'));
  await optionOf(page, 'state', 'other').check();
  await forwardButton(page).click();
  await questionOf(page, 'kind').waitFor();
  await page.close();
  const later = await context.newPage();
  await later.goto(origin + decisionPath('incident'));
  await later.getByRole('button', { name: /^続きを開く/ }).click();
  await questionOf(later, 'kind').waitFor();
  await later.goto('about:blank');
  await later.goto(origin + decisionPath('incident'));
  await later.getByRole('button', { name: /^消す\s*（答えの途中）/ }).click();
  await questionOf(later, 'state').waitFor();
  expect(await storedCases(later)).toEqual([]);
});

test('a second case never touches the first: restart, back, reload, a bookmark', async () => {
  const { page, origin } = await harness.visit(decisionPath('confidentiality'));
  const decideWith = async (business: string) => {
    for (const [question, option] of [
      ['criteria', 'none'],
      ['business', business],
      ['form', 'data'],
    ] as const) {
      await optionOf(page, question, option).check();
      await forwardButton(page).click();
    }
    await resultHeading(page).waitFor();
    return conclusion(page).innerText();
  };
  const first = await decideWith('large');
  const address = page.url();
  const [key = ''] = await storedCases(page);
  const kept = () => page.evaluate((name) => localStorage.getItem(name), key);
  const before = await kept();
  await page.getByRole('button', { name: '新しい判断を始める' }).click();
  await questionOf(page, 'criteria').waitFor();
  const second = await decideWith('slight');
  expect(second).not.toBe(first);
  expect(await storedCases(page)).toHaveLength(2);
  expect(await kept()).toBe(before);
  // Loading again goes on with the second; back in the browser, past its beginning, stands the first.
  await page.reload();
  await expect.poll(() => conclusion(page).innerText()).toBe(second);
  for (let step = 0; step < 4; step += 1) await page.goBack();
  await expect.poll(() => conclusion(page).innerText()).toBe(first);
  expect(await kept()).toBe(before);
  // A bookmark is a case of its own from its first change on.
  await page.goto('about:blank');
  await page.goto(address);
  await expect.poll(() => conclusion(page).innerText()).toBe(first);
  expect(await storedCases(page)).toHaveLength(2);
  await page
    .getByRole('button', { name: /^変える/ })
    .first()
    .click();
  await expect.poll(() => storedCases(page)).toHaveLength(3);
  expect(await kept()).toBe(before);
  // Both are offered by their conclusions.
  await page.goto('about:blank');
  await page.goto(origin + decisionPath('confidentiality'));
  const offered = page.getByRole('region', { name: 'この端末に残っている判断' });
  for (const title of [first, second]) await offered.getByText(title, { exact: true }).waitFor();
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
});

test('a signed PDF is opened again: as the same case, or as the beginning of another', async () => {
  const { page, origin } = await harness.visit(
    resultPath('confidentiality', { criteria: [], business: 'large', form: ['data'] }),
  );
  await makeButton(page).click();
  await page.locator('#write-h').waitFor();
  await fillHeaderOfDecision(page);
  await goToReview(page);
  const file = await sign(page);
  const caseOfFile = JSON.stringify(await holdsData(file)).match(/"case":"([^"]+)"/)?.[1] ?? '';
  expect(caseOfFile).not.toBe('');
  await page.evaluate(() => localStorage.clear());
  const reopen = async (bytes: Uint8Array) => {
    await page.goto('about:blank');
    await page.goto(origin + decisionPath('confidentiality'));
    await page
      .getByLabel('前に署名した PDF から続ける')
      .setInputFiles({ name: 'a.pdf', mimeType: '', buffer: Buffer.from(bytes) });
  };
  await reopen(file.bytes);
  await page.getByRole('button', { name: '続きを書く' }).click();
  await resultHeading(page).waitFor();
  await page.getByText('PDF の判断の続きを開きました。').waitFor();
  expect(await storedCases(page)).toEqual([`kitei:/:decision:confidentiality:${caseOfFile}`]);
  await makeButton(page).click();
  expect(await page.locator('[data-header="company"]').inputValue()).toBe(plainHeader.company);

  await reopen(file.bytes);
  await page.getByRole('button', { name: 'これを元に新しく判断する' }).click();
  await resultHeading(page).waitFor();
  expect(await storedCases(page)).toHaveLength(2);
  await makeButton(page).click();
  expect(await page.locator('[data-header="checkedOn"]').inputValue()).toBe('');

  // What was changed after it was signed, and what is no decision of this kind, is refused in words.
  await reopen(file.bytes.map((byte, at) => (at === 2000 ? byte ^ 1 : byte)));
  await page.getByText('この PDF からは開けません。').waitFor();
  await reopen(new TextEncoder().encode('{}'));
  await page.getByText('を選んでください。いまの答えは変えていません。').waitFor();
  expect(await storedCases(page)).toHaveLength(2);
});

test('nothing is decided before it is answered, and an address of another version asks again', async () => {
  const { page } = await harness.visit(decisionPath('take-out'));
  await forwardButton(page).click();
  await page.getByText('答えを選んでください。').first().waitFor();
  const stale = await harness.visit(`${decisionPath('take-out')}#a=level:internal;carrier:floppy;__proto__:x`);
  await questionOf(stale.page, 'carrier').getByText('前の答えは、いまの選択肢にありません。').waitFor();
  await stale.page.getByText('アドレスの一部を読み取れませんでした').waitFor();
  // As a mail or a chat hands it on.
  await stale.page.goto('about:blank');
  await stale.page.goto(`${stale.origin}${decisionPath('take-out')}#a%3Dcarrier%3Anotebook。&utm_source=x`);
  await stale.page.waitForURL('**#a=carrier:notebook');
  await questionOf(stale.page, 'content').waitFor();
  expect(await stale.page.getByText('アドレスの一部を読み取れませんでした').isVisible()).toBe(false);
});

test('a typed password stands in no storage, address, request or document', async () => {
  const secret = 'Zq8#kitei-Tsubame';
  const { page } = await harness.visit(resultPath('account-password', { task: 'choose', account: 'general' }));
  await page.getByLabel('確かめるパスワード').fill(secret);
  await page.getByText('条件をすべて満たしています。').waitFor();
  await page.getByLabel('確かめるパスワード').fill('short');
  await page.getByText('まだ足りない条件があります。').waitFor();
  await page.getByLabel('確かめるパスワード').fill(secret);
  await makeButton(page).click();
  await page.locator('#write-h').waitFor();
  await fillHeaderOfDecision(page);
  await goToReview(page);
  const file = await sign(page);
  const kept = await page.evaluate(async () => ({
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    databases: JSON.stringify(await indexedDB.databases()),
    address: location.href,
    text: document.body.innerText,
  }));
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(harness.server.requests.join('\n')).not.toContain(encodeURIComponent(secret).slice(0, 6));
  expect((await readPdf(file.bytes)).text).not.toContain(secret);
  expect(JSON.stringify(await holdsData(file))).not.toContain(secret);
});

test('without scripts the whole table stands on the page and on paper', async () => {
  const { page } = await harness.visit(decisionPath('disposal'), { javaScriptEnabled: false });
  expect(await page.getByRole('table').count()).toBeGreaterThanOrEqual(4);
  expect(
    await page
      .getByRole('rowheader', { name: /管理簿/ })
      .first()
      .isVisible(),
  ).toBe(true);
  const paper = await printPage(page);
  expect(squeeze(paper.text)).toContain('してはならないこと');
  await paper.close();
});

describe('axe finds nothing', () => {
  test('on a question, a result and the review of a decision', async () => {
    const { page } = await harness.visit(decisionPath('transfer'));
    await forwardButton(page).click();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
    await page.goto(
      page.url().split('#')[0] +
        resultPath('transfer', {
          way: 'mail',
          clients: ['nerima', 'kojinjoho'],
          info: 'personal',
          to: 'unknown',
        }).replace(/^[^#]*/, ''),
    );
    await resultHeading(page).waitFor();
    await page.getByText('決まりが食い違っています').waitFor();
    await makeButton(page).click();
    await nextButton(page).click();
    await page.getByRole('region', { name: /^直すところが/ }).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});
