import { expect, test } from 'vitest';
import { findFaultsInLooks, overflowOf, twoLooks } from './support/axe.ts';
import { catchDownload } from './support/checklist.ts';
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
