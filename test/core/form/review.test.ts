import { describe, expect, test } from 'vitest';
import { reviewForm } from '../../../src/core/form/review.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { plan, planned } from '../../record/v1/form/fixture.ts';

describe('reviewForm', () => {
  test('says what stands where, a row a line, in the words of the paper', () => {
    const { lines } = reviewForm(plan, planned);
    expect(lines.map(({ fieldId, label, value }) => `${fieldId} | ${label} | ${value}`)).toMatchInlineSnapshot(`
      [
        "company | 協議会名 | 見本協議会",
        "checker | 作成者 | 髙橋﨑子",
        "checkedOn | 作成日 | 令和8年11月30日",
        "recipient | 提出先の労働局 | 見本労働局",
        "business | 業務の名 | 窓口業務",
        "cell-media-r1-kind | 媒体 1 | 紙媒体／返却／山田",
        "cell-media-r3-kind | 媒体 3 | 電磁的記録媒体／データ抹消 ソフトウェア",
        "field-planned | 完了する予定日 | 令和8年12月1日",
        "field-met-at | 確認の日時 | 令和8年11月30日 14時05分",
        "field-count | 点数 | 1200点",
        "field-places | 場所 | 本社、支店、倉庫",
        "field-remark | 備考 | 鍵は 別に返す",
      ]
    `);
  });

  test('names what is empty, down to the cell', () => {
    const { empty } = reviewForm(plan, planned);
    expect(empty).toEqual([{ fieldId: 'cell-media-r3-worker', label: '1 情報の保存媒体 3行目の「作業実施者」' }]);
    expect(reviewForm(plan, emptyFormAnswers(plan, 'x')).lines).toEqual([]);
  });
});
