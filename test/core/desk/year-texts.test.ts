import { expect, test } from 'vitest';
import { compareTables } from '../../../src/core/desk/compare-years.ts';
import { yearTexts } from '../../../src/core/desk/year-texts.ts';
import { allDone, checked, company, deskOf, listFile, sound, tableOf, today } from './fixture.ts';

test('each question of each company is a row with both answers and what became of it', () => {
  const companies = [company('a', '株式会社甲')];
  const tableWith = (statuses: typeof allDone) =>
    tableOf(deskOf({ companies, files: [checked('甲', sound(listFile({ company: '株式会社甲', statuses })))] }));
  const before = tableWith({ ...allDone, rules: { status: 'partial', dueOn: '2026-06-30' } });
  const now = tableWith({ ...allDone, pledge: { status: 'notDone' } });
  expect(yearTexts(compareTables(before, now, today))).toEqual([
    ['会社名', '変わり方', 'No', '問い', '前の答え', '今の答え', '前の予定日'],
    ['株式会社甲', '変わらない', '1', '責任者を決めている', '実施', '実施', ''],
    ['株式会社甲', '改善した', '2', '規程を整えている', '一部実施・予定', '実施', '2026-06-30'],
    ['株式会社甲', '変わらない', '6', '教育を行い、記録している', '実施', '実施', ''],
    ['株式会社甲', '戻った', '7', '守秘の約束を得ている', '実施', '未実施', ''],
  ]);
});
