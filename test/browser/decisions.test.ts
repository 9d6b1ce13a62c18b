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
  signedHeading,
} from './support/checklist.ts';
import {
  answerByKeyboard,
  conclusion,
  decisionPath,
  forwardButton,
  makeButton,
  optionOf,
  type Plan,
  questionOf,
  resultHeading,
  resultPath,
} from './support/decision.ts';
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

  test('taking a notebook out is decided, changed, and signed with what the register asks for', async () => {
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
    const destination = page.getByRole('textbox', { name: /^持ち出し先/ });
    await typeInto(page, destination, '練馬区役所 本庁舎');
    await typeInto(page, page.getByRole('textbox', { name: /^会社名/ }), '見本株式会社');
    await typeInto(page, page.getByRole('textbox', { name: /^記入者/ }), '見本 太郎');
    await typeInto(page, page.getByRole('textbox', { name: /^記入日/ }), '2026/11/29');
    await press(page, nextButton(page));
    await reviewHeading(page).waitFor();
    await press(page, signButton(page));
    await makeKeyButton(page).waitFor();
    await tabTo(page, makeKeyButton(page));
    const file = await catchDownload(page, () => page.keyboard.press('Enter'));
    expect(await verifyOnCommandLine(file)).toMatchObject({ state: 'sound', match: { kind: 'equal' } });
    expect(await holdsData(file)).toMatchObject({
      answers: { kind: 'decision', answers: { approved: ['yes'] }, header: { checkedOn: '2026-11-29' } },
    });
    expect((await readPdf(file.bytes)).text).toContain('練馬区役所');
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
    await press(page, makeButton(page));
    await page.locator('#write-h').waitFor();
    const facts = {
      持ち込む機器名: 'スマートフォン 1台',
      持ち込む理由: '夜間の緊急連絡',
      持ち込む期間: '12月1日から3日まで',
      保管場所: '施錠した机の引き出し',
    };
    for (const [name, value] of Object.entries(facts)) {
      await typeInto(page, page.getByRole('textbox', { name: new RegExp(`^${name}`) }), value);
    }
    await typeInto(page, page.getByRole('textbox', { name: /^会社名/ }), '見本株式会社');
    await typeInto(page, page.getByRole('textbox', { name: /^記入者/ }), '見本 太郎');
    await press(page, page.getByRole('button', { name: '今日の日付を入れる' }));
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

  test('an incident is worked through with the network cut: answers, times and paper', async () => {
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
    await press(page, page.getByRole('button', { name: 'いま' }).first());
    const stamped = await page.locator('[data-result] [data-time]').first().inputValue();
    expect(stamped).toMatch(/^\d{1,2}\/\d{1,2} \d{2}:\d{2}$/);
    const paper = await printPage(page);
    expect(paper.pageCount).toBe(1);
    expect(squeeze(paper.text)).toContain(squeeze('練馬区に報告する'));
    await paper.close();
    await makeButton(page).click();
    await page.locator('[data-make-failed]').waitFor();
    await context.setOffline(false);
    await page.reload();
    // The draft is read once the page has its scripts.
    await expect.poll(() => page.locator('[data-result] [data-time]').first().inputValue()).toBe(stamped);
    await makeButton(page).click();
    await page.getByRole('textbox', { name: /^情報資産の内容/ }).fill('宛先を誤ってメールを送った。');
    await fillHeaderOfDecision(page);
    await goToReview(page);
    const file = await sign(page);
    await signedHeading(page).waitFor();
    const text = (await readPdf(file.bytes)).text;
    for (const part of ['宛先を誤って', stamped]) expect(squeeze(text)).toContain(squeeze(part));
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

test('what was written before the window was closed is offered again, and can be removed', async () => {
  const { page, context, origin } = await harness.visit(decisionPath('incident'));
  await optionOf(page, 'state', 'other').check();
  await forwardButton(page).click();
  await questionOf(page, 'kind').waitFor();
  await page.close();
  const later = await context.newPage();
  await later.goto(origin + decisionPath('incident'));
  await later.getByRole('button', { name: '前回の続きを開く' }).click();
  await questionOf(later, 'kind').waitFor();
  await later.goto('about:blank');
  await later.goto(origin + decisionPath('incident'));
  await later.getByRole('button', { name: '前回の記録を消す' }).click();
  await questionOf(later, 'state').waitFor();
  expect(await later.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':decision:')))).toEqual([]);
});

test('nothing is decided before it is answered, and an address of another version asks again', async () => {
  const { page } = await harness.visit(decisionPath('take-out'));
  await forwardButton(page).click();
  await page.getByText('答えを選んでください。').first().waitFor();
  const stale = await harness.visit(`${decisionPath('take-out')}#a=level:internal;carrier:floppy;__proto__:x`);
  await questionOf(stale.page, 'carrier').getByText('前の答えは、いまの選択肢にありません。').waitFor();
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
