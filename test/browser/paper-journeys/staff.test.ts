import type { BrowserContext, Page } from 'playwright-core';
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
  makerOf,
  textsOf,
} from '../support/paper-journey.ts';
import { onShippedSite } from '../support/shipped-site.ts';

onShippedSite();

const harness = useHarness();

const ward = {
  business: '豊玉図書館の窓口',
  affiliation: '図書情報係',
  people: ['早瀬みのり', '桐生たまき'],
};
const bureau = {
  recipient: '千早労働局',
  business: '就労相談の記録',
  affiliation: '相談支援室',
  address: '架空県千早市梅園三丁目',
  people: ['久慈あかね', '深町とおる'],
};
const wardChange = { joining: '小日向ゆう' };
const bureauChange = { joining: '葛西しおり', affiliation: '相談統括室' };
const names = { nerima: ['練馬'], rodokyoku: ['労働局'] };

const everywhere = [contractor.company, contractor.checker];

/** Every signed file, to be judged together. */
const made: HandedOut[] = [];
/** What the start leaves on the device. */
let kept: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function choosePeople({ page, hands }: Journey, people: readonly string[]): Promise<void> {
  await hands.press(button(page, '人の一覧から選ぶ'));
  const dialog = page.getByRole('dialog', { name: '人の一覧から選ぶ' });
  for (const name of people) await hands.tick(dialog.getByLabel(name));
  await hands.press(dialog.getByRole('button', { name: '選んだ人を入れる' }));
  await page.getByText(`人の一覧から ${people.length} 人を入れました。`).waitFor();
}

/** The people of both clients, as they come from Excel. */
async function listPeople({ page, hands }: Journey): Promise<void> {
  await hands.tick(page.getByLabel('住所を残す'));
  await hands.tick(page.getByLabel('生年月日を残す'));
  await hands.press(button(page, '表を貼り付ける'));
  const rows = [
    ['氏名', '所属', '従事期間の開始日', '従事期間の終了予定日', '住所', '生年月日'],
    ...ward.people.map((name) => [name, ward.affiliation, '2025-04-01', '2026-03-31', '', '']),
    ...bureau.people.map((name) => [name, bureau.affiliation, '', '', bureau.address, '1980-05-05']),
  ];
  await hands.write(page.getByLabel('Excel から写した表'), rows.map((row) => row.join('\t')).join('\n'));
  await hands.press(button(page, '一覧に入れる'));
  await page.getByText('4 人を加えました。').waitFor();
}

test('the start: people once, and of each client’s own the rosters and what goes with them', async () => {
  const { page, context } = await harness.visit('/papers/');
  const journey = new Journey(page, pointer);
  const { hands } = journey;
  for (const client of ['nerima', 'rodokyoku']) await hands.tick(page.locator(`input[name=document][value=${client}]`));
  await journey.goBy(page.locator('papers-list').getByRole('link', { name: '人の一覧' }), /\/people\//);
  await listPeople(journey);
  await journey.goBack();

  const write = async (client: string, title: string, fill: () => Promise<void>): Promise<HandedOut> => {
    await journey.goBy(makerOf(page, client, title), /\/forms\//);
    await fill();
    const file = await journey.sign();
    await journey.goOn();
    return file;
  };
  const wardHead = { ...contractor, business: ward.business };
  const bureauHead = { ...contractor, recipient: bureau.recipient, business: bureau.business };
  const wardFiles = [
    await write('nerima', '従事者の名簿（氏名・所属・従事期間）', async () => {
      await journey.fill({ head: wardHead });
      await choosePeople(journey, ward.people);
    }),
    await write('nerima', '管理責任者の選任届', async () => {
      await choosePeople(journey, ward.people.slice(0, 1));
      await journey.fill({ head: wardHead, rows: [{ 'from-workers': '従事者から選任' }] });
    }),
  ];
  const bureauFiles = [
    await write('rodokyoku', '情報取扱者名簿', async () => {
      await choosePeople(journey, bureau.people);
      await journey.fill({ head: bureauHead, rows: [{ role: '情報管理責任者' }, { role: '情報取扱管理者' }] });
    }),
    await write('rodokyoku', '情報セキュリティを確保するための体制を定めた書面', async () => {
      await choosePeople(journey, bureau.people);
      await journey.fill({
        head: bureauHead,
        rows: [{ role: '情報管理責任者' }, { role: '情報取扱者' }],
        fields: { 'rule-names': '個人情報取扱規則', chart: '別に付ける' },
      });
    }),
    await write('rodokyoku', '情報管理体制の書面の提出（送り状）', () =>
      journey.fill({
        head: bureauHead,
        fields: {
          'handler-roster': '提出する',
          'structure-document': '提出する',
          'worker-roster': '該当する調達でないため',
          subcontract: '再委託しない',
        },
      }),
    ),
  ];
  for (const [client, count] of [
    ['nerima', 2],
    ['rodokyoku', 3],
  ] as const)
    expect(await clientPart(page, client).locator('[data-drafts]:visible').count()).toBe(count);
  made.push(...wardFiles, ...bureauFiles);
  kept = await context.storageState({ indexedDB: true });
  await expectApart([
    { names: names.nerima, typed: ward, inEach: [...everywhere, ward.business], files: wardFiles },
    {
      names: names.rodokyoku,
      typed: bureau,
      inEach: [...everywhere, bureau.business, bureau.recipient],
      files: bureauFiles,
    },
  ]);
});

test('a change of staff, by keyboard: each client’s own paper from two states of its roster', async () => {
  const { page, context } = await harness.visit('/papers/', kept && { storageState: kept });
  const journey = new Journey(page, await useKeyboard(context, page));
  const { hands } = journey;
  for (const client of ['nerima', 'rodokyoku']) await hands.tick(page.locator(`input[name=document][value=${client}]`));
  await journey.goBy(page.locator('papers-list').getByRole('link', { name: '人の一覧' }), /\/people\//);
  await changePeople(journey);
  await journey.goBack();
  const change = async (client: string, roster: string, again: () => Promise<void>): Promise<HandedOut> => {
    const staff = page.locator('.k-jobs [data-document]').and(page.locator(`[data-document=${client}]`));
    await journey.goBy(staff.getByRole('link', { name: roster }), /\/forms\//);
    await hands.press(button(page, '新しく始める'));
    await again();
    await hands.press(button(page, '前の名簿との違いから変更届を作る'));
    const dialog = page.getByRole('dialog', { name: '前の名簿との違い' });
    await hands.write(dialog.getByLabel(/変わった日/), '令和7年10月1日');
    await hands.press(dialog.getByRole('button', { name: '違いを調べて下書きを作る' }));
    await journey.goBy(dialog.getByRole('link', { name: /下書きを開く$/ }), /(notice|request)\/#draft=/);
    await journey.fill({ head: { checkedOn: '2025-10-01' } });
    return journey.sign();
  };
  const [, leaving = ''] = ward.people;
  const wardFile = await change('nerima', '従事者の名簿', async () => {
    await journey.fill({ head: { ...contractor, business: ward.business } });
    await choosePeople(journey, [ward.people[0] ?? '', wardChange.joining]);
  });
  await journey.goOn();
  const bureauFile = await change('rodokyoku', '情報取扱者名簿', async () => {
    await journey.fill({ head: { ...contractor, recipient: bureau.recipient, business: bureau.business } });
    await choosePeople(journey, [...bureau.people, bureauChange.joining]);
    await journey.fill({
      rows: [{ role: '情報管理責任者' }, { role: '情報取扱管理者' }, { role: 'その他' }],
    });
  });
  made.push(wardFile, bureauFile);
  await expectApart([
    {
      names: [...names.nerima, ...textsOf(ward)],
      typed: [ward.business, leaving, ward.affiliation, wardChange.joining],
      files: [wardFile],
    },
    {
      names: [...names.rodokyoku, ...textsOf(bureau)],
      typed: [bureau.business, bureau.recipient, bureau.people[0] ?? '', bureau.address, Object.values(bureauChange)],
      files: [bureauFile],
    },
  ]);
});

test('the command line accepts every file', async () => {
  expect(made).toHaveLength(7);
  await expectAccepted(made);
});

/** One of the ward's people leaves (after a second thought), one joins; of the bureau's one moves, one joins. */
async function changePeople({ page, hands }: Journey): Promise<void> {
  const remove = button(page, new RegExp(`^消す ?（${ward.people[1]}）$`));
  await remove.waitFor();
  for (const isSure of [false, true]) {
    await hands.press(remove);
    await page.getByText(`${ward.people[1]} を消しました。`).waitFor();
    if (!isSure) await hands.press(button(page, '元に戻す'));
  }
  await hands.press(button(page, new RegExp(`^上へ ?（${bureau.people[0]}）$`)));
  await expect
    .poll(() => page.locator('[data-rows] > li [data-slot="name"]').first().textContent())
    .toBe(bureau.people[0]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('下へ');
  await hands.press(button(page, new RegExp(`^直す ?（${bureau.people[0]}）$`)));
  await hands.write(page.locator('#person-affiliation'), bureauChange.affiliation);
  await hands.press(button(page, '一覧に入れる'));
  await page.getByText(`${bureau.people[0]} を直しました。`).waitFor();
  const joining = [
    { name: wardChange.joining, affiliation: ward.affiliation, from: '2025-10-01', until: '2026-03-31' },
    { name: bureauChange.joining, affiliation: bureau.affiliation, address: bureau.address, birthday: '1990-09-09' },
  ];
  for (const person of joining) {
    await hands.press(button(page, '人を加える'));
    for (const [key, text] of Object.entries(person)) await hands.write(page.locator(`#person-${key}`), text);
    await hands.press(button(page, '一覧に入れる'));
    await page.getByText(`${person.name} を加えました。`).waitFor();
  }
}
