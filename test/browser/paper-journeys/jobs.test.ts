import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { HandedOut } from '../support/checklist.ts';
import { pointer, useKeyboard } from '../support/hands.ts';
import { useHarness } from '../support/harness.ts';
import {
  clientPart,
  contractor,
  expectAccepted,
  expectApart,
  Journey,
  textsOf,
  type Writing,
} from '../support/paper-journey.ts';
import { squeeze } from '../support/read-pdf.ts';
import { onShippedSite } from '../support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const phone = { viewport: { width: 375, height: 740 } };
const ward = { business: '豊玉図書館の窓口' };
const bureau = { recipient: '千早労働局', business: '就労相談の記録' };
const names = { nerima: ['練馬'], rodokyoku: ['労働局', '協議会'] };

/** Every signed file, to be judged together. */
const made: HandedOut[] = [];

const picked = (page: Page, client: string) => page.locator(`input[name=document][value=${client}]`);
const step = (page: Page, form: string) => page.locator(`[data-form="${form}"]`);
const make = (page: Page, form: string) => step(page, form).locator('[data-make]');
const open = (page: Page, form: string) => step(page, form).getByRole('link', { name: '下書きを開く' });
const row = (page: Page, number: number) => page.getByRole('group', { name: `媒体 ${number}`, exact: true });

/** From the list of papers to a job, with what is said of the contractor and of both clients. */
async function begin(journey: Journey, job: string, clients: readonly string[]): Promise<void> {
  const { page, hands } = journey;
  await journey.look();
  for (const client of clients) await hands.tick(picked(page, client));
  await journey.goBy(page.getByRole('link', { name: job }), /\/papers\/[a-z]+\//);
  for (const client of clients) expect(await picked(page, client).isChecked()).toBe(true);
  await hands.write(page.getByLabel('会社名'), contractor.company);
  await hands.write(page.getByLabel('書く人'), contractor.checker);
}

async function nameClients({ page, hands }: Journey): Promise<void> {
  const part = (client: string) => page.locator(`fieldset[data-document="${client}"]`);
  await hands.write(part('nerima').getByLabel('業務・協定の名'), ward.business);
  await hands.write(part('rodokyoku').getByLabel('業務・協定の名'), bureau.business);
  await hands.write(part('rodokyoku').getByLabel('提出先の名'), bureau.recipient);
}

test('the end of a contract, by keyboard on a phone: media once, the plan, its approval, the report, the certificate', async () => {
  const { page, context } = await harness.visit('/papers/', phone);
  const journey = new Journey(page, await useKeyboard(context, page));
  const { hands } = journey;
  await begin(journey, '業務を終える', ['nerima', 'rodokyoku']);
  await nameClients(journey);
  const medium = { ward: 'NRM-USB-31', bureau: 'CHY-HDD-7' };
  const people = { ward: '早瀬みのり', bureau: ['久慈あかね', '深町とおる'] };
  const add = page.getByRole('button', { name: '媒体を加える' });
  await hands.press(add);
  await hands.pick(row(page, 1).getByLabel('どの委託元のものか'), '練馬区');
  await hands.write(row(page, 1).getByLabel('媒体の名・番号'), medium.ward);
  await hands.write(row(page, 1).getByLabel('作業の方法'), '甲に返還');
  await hands.write(row(page, 1).getByLabel('作業した（する）者'), people.ward);
  await hands.press(add);
  await hands.pick(row(page, 2).getByLabel('どの委託元のものか'), '労働局');
  await hands.write(row(page, 2).getByLabel('媒体の名・番号'), medium.bureau);
  await hands.pick(row(page, 2).getByLabel('情報の種類'), '電磁的記録媒体');
  await hands.write(row(page, 2).getByLabel('保存場所'), '端末');
  await hands.write(row(page, 2).getByLabel('作業した（する）者'), people.bureau[0] ?? '');
  await journey.look();

  const write = async (form: string, writing: Writing): Promise<HandedOut> => {
    await journey.goBy(make(page, form), /\/forms\/.*#draft=/);
    await journey.fill({ ...writing, head: { checkedOn: contractor.checkedOn } });
    const file = await journey.sign();
    await journey.goBack();
    return file;
  };
  const method = '消去（データ抹消ソフトウェア）';
  const check = '千早の担当官の立ち会い';
  const plan = await write('rodokyoku-erasure-plan', {
    rows: [{ method, check, checker: people.bureau[1] ?? '' }],
    fields: { planned: '令和7年5月1日' },
  });
  const unapproved = step(page, 'rodokyoku-erasure-report').getByText('承認を、まだ得ていません');
  await unapproved.waitFor();
  await hands.tick(page.getByRole('checkbox', { name: '労働局の承認を得た' }));
  await unapproved.waitFor({ state: 'hidden' });
  // What was decided in the plan stands in the report.
  const report = await write('rodokyoku-erasure-report', { fields: { finished: '2025-05-02' } });
  const certificate = await write('nerima-disposal-certificate', {
    fields: { occasion: '協定が終了した' },
    rows: [{ done: '2025-05-01 10:00' }],
  });
  await step(page, 'nerima-disposal-certificate').getByRole('link', { name: '下書きを開く' }).waitFor();
  await hands.tick(step(page, 'nerima-disposal-certificate').getByRole('checkbox'));
  await journey.goBy(page.getByRole('link', { name: '出すものの一覧へ' }), /\/papers\/#/);
  await clientPart(page, 'nerima')
    .getByText(/のうち1件が済み/)
    .waitFor();
  expect(squeeze(await clientPart(page, 'nerima').innerText())).toContain('下書き1件');

  made.push(plan, report, certificate);
  await expectApart([
    { names: names.nerima, typed: [ward, medium.ward, people.ward], files: [certificate] },
    {
      names: [...names.rodokyoku, medium.bureau],
      typed: [bureau, check, people.bureau],
      inEach: [...textsOf([bureau, check, people.bureau]), method],
      files: [plan, report],
    },
  ]);
});

test('an incident, on a phone with the network cut: the facts once, then the paper of each receiver', async () => {
  const { page, context } = await harness.visit('/papers/', phone);
  const journey = new Journey(page, pointer);
  const { hands } = journey;
  await begin(journey, '事故を報告する', ['nerima', 'rodokyoku', 'company']);
  await context.setOffline(true);
  await nameClients(journey);
  const told = '内線7731の当番、受付番号KJ-4471';
  const shared = '鞄を電車に置き忘れた。';
  const facts = {
    気づいた日時: '2025-03-30T14:05',
    発生した場所: '駅の構内',
    発生状況: shared,
    対象の情報: '申込書',
    件数: '12件',
    とった措置: '駅に届け出た。',
    知らせた相手と日時: told,
  };
  for (const [label, text] of Object.entries(facts)) await hands.write(page.getByLabel(label, { exact: true }), text);
  const forms = [
    'nerima-incident-record',
    'rodokyoku-incident-report',
    'company-incident-report',
    'company-incident-log',
  ];
  for (const form of forms) {
    await hands.press(make(page, form));
    await step(page, form).getByText('通信が切れています').waitFor();
  }
  await step(page, 'nerima-incident-record').locator('summary').click();
  expect(squeeze(await step(page, 'nerima-incident-record').locator('dl').innerText())).toMatch(
    /把握した日時2025年3月30日14:05/,
  );
  await journey.look();
  await context.setOffline(false);

  const finish = async (form: string, writing: Writing): Promise<HandedOut> => {
    await journey.goBy(open(page, form), /\/forms\/.*#draft=/);
    await journey.fill({ ...writing, head: { checkedOn: contractor.checkedOn, ...writing.head } });
    const file = await journey.sign();
    await journey.goBack();
    return file;
  };
  const own = {
    nerima: '豊玉の係が利用者に知らせた。',
    rodokyoku: '千早の端末の操作記録',
    company: ['発見者は早瀬みのり', '手順7 役員に上げる', '統括の当番'],
  };
  const [finder = '', stepDone = '', by = ''] = own.company;
  const nerima = await finish('nerima-incident-record', {
    fields: { category: '事故（漏えい', cause: own.nerima },
  });
  const rodokyoku = await finish('rodokyoku-incident-report', {
    fields: { category: '情報セキュリティインシデントの発生', logs: own.rodokyoku },
  });
  const inside = [
    await finish('company-incident-report', { head: { recipient: '代表' }, fields: { finder, level: '3' } }),
    await finish('company-incident-log', { rows: [{ step: stepDone, at: '2025-03-30 14:20', by }] }),
  ];
  made.push(nerima, rodokyoku, ...inside);
  await expectApart(
    [
      { names: names.nerima, typed: [ward, own.nerima, '豊玉'], inEach: [shared], files: [nerima] },
      { names: names.rodokyoku, typed: [bureau, own.rodokyoku], inEach: [shared], files: [rodokyoku] },
    ],
    [{ names: ['内線', 'KJ-', '事故レベル', '手順'], typed: [told, own.company], files: inside }],
  );
});

test('the command line accepts every file', async () => {
  expect(made).toHaveLength(7);
  await expectAccepted(made);
});
