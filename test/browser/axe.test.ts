import { describe, expect, test } from 'vitest';
import { everyLook, findFaultsInLooks, twoLooks } from './support/axe.ts';
import {
  answerItems,
  checklistPath,
  errorSummary,
  fillHeader,
  goToReview,
  nextButton,
  plainHeader,
} from './support/checklist.ts';
import { useHarness } from './support/harness.ts';
import { onShippedSite } from './support/shipped-site.ts';
import { pageTypes } from './support/site-folder.ts';

const harness = useHarness();

describe('each type of page, light and dark, narrow and wide', () => {
  test.each(pageTypes)('%s has no fault that axe can find and fits its window', async (path) => {
    const { page } = await harness.visit(path);
    expect(await findFaultsInLooks(page, everyLook)).toEqual([]);
  });
});

test.each(['/records/', '/schedule/', '/index/'])('the long view %s has no fault either', async (path) => {
  const { page } = await harness.visit(path);
  expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
});

describe('with what kitei comes with', () => {
  onShippedSite();

  test('the page of open items, with findings of a tried value', async () => {
    const { page } = await harness.visit('/tailoring/#blanks');
    const name = page.getByLabel('ブラウザの名称', { exact: true });
    await name.fill('Internet Explorer 11');
    await name.blur();
    await page.locator('[data-arisen] > li').first().waitFor();
    await page.locator('[data-gone-block] > summary').click();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });

  test('a sheet of duties has no fault', async () => {
    const { page } = await harness.visit('/roles/sheet/#r=nerima:ward,company:trainingOfficer');
    await page.locator('.k-sheet').nth(1).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});

describe('the check list in use', () => {
  test('with faults to be mended', async () => {
    const { page } = await harness.visit(checklistPath);
    await fillHeader(page, { company: '見本'.repeat(60), checkedOn: '2025-02-30' });
    await answerItems(page, [
      { status: 'done', texts: { evidence: '体制図' } },
      { status: 'partial', texts: { dueOn: 'いつか' } },
      { status: 'notDone' },
      { status: 'notApplicable' },
    ]);
    await nextButton(page).click();
    await errorSummary(page).waitFor();
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });

  test('on the review, with items left open', async () => {
    const { page } = await harness.visit(checklistPath);
    await fillHeader(page, plainHeader);
    await answerItems(page, [
      { status: 'done', texts: { evidence: '体制図' } },
      { status: 'notApplicable', texts: { note: 'この業務では扱わない。' } },
    ]);
    await goToReview(page);
    expect(await findFaultsInLooks(page, twoLooks)).toEqual([]);
  });
});
