import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { contentRoot, readLibrary } from '../../src/compiler/library.ts';
import { emptyAnswers, itemsOf } from '../../src/record/v1/checklist/answer-set.ts';
import type { Status } from '../../src/record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../src/record/v1/checklist/definition.ts';
import { key, makeData, makeSigned } from '../verifier/support/make-file.ts';
import { findFaultsInLooks, twoLooks } from './support/axe.ts';
import { plainHeader } from './support/checklist.ts';
import {
  conclusion,
  decisionPath,
  forwardButton,
  optionOf,
  paperLink,
  questionOf,
  resultHeading,
  resultPath,
} from './support/decision.ts';
import { useHarness } from './support/harness.ts';
import { tabTo } from './support/keyboard.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

/* The evaluation of a contractor takes the result of the 20 items out of the signed PDF that came back. */

const harness = useHarness();
const { checklists, decisions } = await readLibrary(contentRoot(), '/');
const evaluation = decisions.find(({ definition }) => definition.id === 'contractor-evaluation');
/** Answers with which the list still decides, whether the company asks for all criteria, for one, or has not said. */
const asksForAll = evaluation?.definition.questions.find(({ id }) => id === 'rule')?.value === 'all';
const criteria = asksForAll ? ['isms', 'privacy-mark', 'audit', 'policy'] : [];
const stars = asksForAll ? 'two' : 'none-yet';
const path = resultPath('contractor-evaluation', { importance: 'confidential', occasion: 'select', criteria, stars });
/** What the company asks of a contractor's list. */
const need = evaluation?.readings.find(({ question }) => question === 'list')?.need.kind;
const list = checklists.find(({ id }) => id === 'contractor-security') ?? checklists[0];

/** A list of 20 items of which so many are 実施. */
function makeList(done: number, company = plainHeader.company, definition: ChecklistDefinition | undefined = list) {
  if (!definition) throw new Error('There is no check list.');
  const entries = itemsOf(definition).map(({ id, meaning }, index) => {
    const status: Status = index < done ? 'done' : 'notDone';
    return [id, { status, evidence: '', note: status === 'done' ? '' : '来年度に行う', dueOn: '', meaning }];
  });
  const header = { ...plainHeader, company };
  return makeData({ ...emptyAnswers(definition), header, items: Object.fromEntries(entries) }, definition);
}

const whole = makeList(20);
const files: Record<string, Uint8Array> = {};
beforeAll(async () => {
  files['全部.pdf'] = await makeSigned(whole);
  files['一部.pdf'] = await makeSigned(makeList(19, '別の見本株式会社'));
  files['別の会社.pdf'] = await makeSigned(makeList(20, '別の見本株式会社'));
  files['ほかのリスト.pdf'] = await makeSigned(makeList(20, 'あ', list && { ...list, id: 'another-list' }));
  files['新しい版.pdf'] = await makeSigned(makeList(20, 'あ', list && { ...list, version: list.version + 1 }));
  files['書き換え.pdf'] = (files['全部.pdf'] ?? new Uint8Array()).map((byte, at) => (at === 2000 ? byte ^ 1 : byte));
  files['途中.json'] = new TextEncoder().encode(JSON.stringify(whole.answers));
});

const fileField = (page: Page) => page.getByLabel('届いた PDF から読み取る');
const refusal = (page: Page) => questionOf(page, 'list').locator('[data-refused]');
const found = (page: Page) => questionOf(page, 'list').locator('[data-found]');

/** Chooses a file and waits until something is said of it. */
async function choose(page: Page, name: string): Promise<void> {
  const buffer = Buffer.from(files[name] ?? []);
  await fileField(page).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const checking = questionOf(page, 'list').locator('[data-checking]');
  await checking.waitFor({ state: 'hidden' });
}

const chosen = (page: Page) =>
  questionOf(page, 'list')
    .locator('input:checked')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')));

test('a signed list chooses the answer, and its facts go into the paper of the result', async () => {
  const { page } = await harness.visit(path);
  await questionOf(page, 'list').waitFor();
  await choose(page, '全部.pdf');
  expect(await chosen(page)).toEqual(['all']);
  const text = await found(page).innerText();
  for (const part of [
    '「全20問が○」を選びました。',
    '会社名、文書番号、○の数は、この判断の結果から作る書類に写します。',
    plainHeader.company,
    '2025年4月1日',
    whole.summary.number,
    key.name.commonName,
    (key.fingerprint.match(/.{4}/g) ?? []).join(' '),
    '実施（○）20、一部実施・予定 0、未実施 0、対象外 0、未回答 0（全20問）',
    '改ざん: 改ざんなし\n表示とデータ: 一致\n様式の版: 現行の版\n署名者: 自己表示・未登録',
  ])
    expect(text).toContain(part);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  // Of another version the answer is the person's: nothing of the first file is left beside it.
  await choose(page, '新しい版.pdf');
  expect(await chosen(page)).toEqual([]);
  expect(await found(page).innerText()).not.toContain('書類に写します。');
  await choose(page, '全部.pdf');
  // The file of another company takes the place of the first one.
  await choose(page, '別の会社.pdf');
  await forwardButton(page).click();
  await optionOf(page, 'clients', 'none').check();
  await forwardButton(page).click();
  await resultHeading(page).waitFor();
  const result = await conclusion(page).innerText();
  // Loading again goes on with the case, and with what was read for it.
  await page.reload();
  await resultHeading(page).waitFor();
  await paperLink(page, '委託先の評価・承認の記録').click();
  await page.waitForURL('**/forms/company-contractor-evaluation/**');
  const field = (id: string) => page.locator(`#field-${id}`);
  await expect.poll(() => field('contractor').inputValue()).toBe('別の見本株式会社');
  expect(await field('list-number').inputValue()).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
  expect(await field('list-count').inputValue()).toBe('20');
  expect(await field('result').inputValue()).toBe(result);
});

test('what is no sound file of the list is refused in words, and what was chosen stays', async () => {
  const { page } = await harness.visit(path);
  await optionOf(page, 'list', 'short').check();
  const refusals = {
    '途中.json': '途中の回答のファイルです。',
    '書き換え.pdf': '署名',
    'ほかのリスト.pdf':
      'ほかのリストの PDF です。「委託先情報セキュリティ対策状況確認リスト」の PDF を選んでください。',
  };
  for (const [name, words] of Object.entries(refusals)) {
    await choose(page, name);
    expect(await refusal(page).innerText()).toContain(words);
    expect(await found(page).isVisible()).toBe(false);
    expect(await chosen(page)).toEqual(['short']);
  }
  // While nobody has set how many are enough, and of another version the site has no texts: the counts, and no answer.
  const nothingChosen = 'この PDF からは、答えを選んでいません。';
  const undecided = {
    ...(need === 'unset' ? { '一部.pdf': `未設定です。${nothingChosen}` } : {}),
    ...(need === 'no-number' ? { '一部.pdf': nothingChosen } : {}),
    '新しい版.pdf': 'リストの新しい版への答えです。',
  };
  for (const [name, words] of Object.entries(undecided)) {
    await choose(page, name);
    expect(await found(page).innerText()).toContain(words);
    expect(await refusal(page).isVisible()).toBe(false);
    expect(await chosen(page)).toEqual(['short']);
  }
});

test('with the keyboard the file field is reached before the answers, and a question without a file is answered as ever', async () => {
  const { page } = await harness.visit(decisionPath('contractor-evaluation'));
  for (const [question, option] of [
    ['importance', 'confidential'],
    ['occasion', 'select'],
  ] as const) {
    await optionOf(page, question, option).check();
    await forwardButton(page).click();
  }
  for (const option of asksForAll ? criteria : ['none']) await optionOf(page, 'criteria', option).check();
  await forwardButton(page).click();
  await optionOf(page, 'stars', stars).check();
  await forwardButton(page).click();
  await questionOf(page, 'list').waitFor();
  await tabTo(page, fileField(page));
  await tabTo(page, optionOf(page, 'list', 'all'));
  await forwardButton(page).click();
  await questionOf(page, 'list').getByText('答えを選んでください。').waitFor();
});

test('without a connection it says so, and nothing is chosen', async () => {
  const { page, context } = await harness.visit(path, { allowed: [/ERR_INTERNET_DISCONNECTED/, /did not arrive/] });
  await questionOf(page, 'list').waitFor();
  await context.setOffline(true);
  await choose(page, '全部.pdf');
  await page.getByText('PDF を確かめる部品を読み込めませんでした。').waitFor();
  expect(await chosen(page)).toEqual([]);
});
