import { expect, test } from 'vitest';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { catchDownload, checklistPath, itemOf, radioOf, textOf } from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { madeEntry, putRecords, told } from './support/register.ts';
import { onShippedSite } from './support/shipped-site.ts';

onShippedSite();

const harness = useHarness();
const inventory = 'company-asset-inventory';
const cells = { asset: '顧客名簿', department: '営業部', users: '営業部', grade: '1', 'reviewed-on': '2026-11-01' };

test('the days of a register go into a calendar, from its page and with the duties that come again', async () => {
  const { page } = await harness.visit('/keys/', { viewport: { width: 320, height: 700 } });
  await page.clock.setFixedTime(new Date('2026-11-30T06:30:00Z'));
  await putRecords(page, { a1: madeEntry('a1', cells) }, inventory);
  await page.goto(new URL(`/registers/${inventory}/`, page.url()).href);
  const save = page.getByRole('button', { name: '期限を予定表に保存する（.ics）' });
  await save.click();
  await told(page).getByText('予定表に入れる日が、まだありません。').waitFor();
  await putRecords(page, { a2: madeEntry('a2', { ...cells, 'next-review': '2027-04-01' }) }, inventory);
  await page.reload();
  const own = await catchDownload(page, () => save.click());
  await told(page).getByText('1 件の予定を保存しました。').waitFor();
  expect(own.name).toBe('情報資産管理台帳.ics');
  const text = new TextDecoder().decode(own.bytes);
  expect(text).toContain(`UID:a2.due.${inventory}@kitei\r\nDTSTAMP:20261130T000000Z\r\nDTSTART;VALUE=DATE:20270401`);

  await page.goto(new URL('/schedule/', page.url()).href);
  await page.getByLabel('この端末の管理簿の期限と、保存の期間の終わりも入れる').check();
  expect(await overflowOf(page)).toBe(0);
  const joined = await catchDownload(page, () =>
    page.getByRole('button', { name: '選んだ予定を保存する（.ics）' }).click(),
  );
  expect(new TextDecoder().decode(joined.bytes)).toContain(`UID:a2.due.${inventory}@kitei`);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
});

test('what expires in a list goes into a calendar, from its page and with the duties that come again', async () => {
  const { page } = await harness.visit(checklistPath, { viewport: { width: 320, height: 700 } });
  const save = page.getByRole('button', { name: '記録の有効期限を予定表に保存する（.ics）' });
  const until = textOf(itemOf(page, 1), 'evidenceUntil');
  await radioOf(itemOf(page, 1), 'done').check();
  await textOf(itemOf(page, 1), 'evidence').fill('ISMS の登録証');
  expect(await save.isVisible()).toBe(false);
  await itemOf(page, 1).getByText('日付と有効期限').click();
  await until.fill('来年');
  await save.click();
  await page.getByText('予定表に入れられる日が、まだありません。').waitFor();
  await until.fill('令和9年3月31日');
  const own = new TextDecoder().decode((await catchDownload(page, () => save.click())).bytes);
  expect(own).toContain('SUMMARY:有効期限 ISMS の登録証\r\n');
  const uid = /UID:(evidence\.\S+@kitei)\r\n/.exec(own)?.[1] ?? '';
  expect(own).toContain('DTSTART;VALUE=DATE:20270331');
  expect(await overflowOf(page)).toBe(0);

  await page.goto(new URL('/schedule/', page.url()).href);
  await page.getByLabel('この端末の確認リストの下書きに書いた、記録の有効期限も入れる').check();
  const joined = await catchDownload(page, () =>
    page.getByRole('button', { name: '選んだ予定を保存する（.ics）' }).click(),
  );
  const text = new TextDecoder().decode(joined.bytes);
  expect(text).toContain('SUMMARY:有効期限 ISMS の登録証\r\n');
  // The same event, so that a calendar that reads both has it once.
  expect(text).toContain(`UID:${uid}\r\n`);
});
