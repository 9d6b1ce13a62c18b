import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../src/ui/parts/markup.ts';
import { toBlockMarkup } from '../../../src/ui/sign/block-markup.ts';
import { toSummaryMarkup } from '../../../src/ui/sign/summary-markup.ts';
import { makeBareSummary } from '../../fixtures/pdf/bare-summary.ts';
import { makePlan } from '../../fixtures/pdf/papers.ts';

describe('toSummaryMarkup', () => {
  test('begins with who asks, the title and the number where it has a label', () => {
    const summary = { ...makeBareSummary(), issuer: '見本商事 規程集', blocks: [] };
    const title = '<h3 class="k-doc__title">委託先情報セキュリティ対策状況確認リスト</h3>';
    expect(toSummaryMarkup(summary, '文書番号').map(toHtml)).toEqual([
      '<p class="k-doc__issuer">見本商事 規程集</p>',
      title,
      '<p class="k-doc__number">文書番号 3F2A-9C01-77B4</p>',
    ]);
    expect(toSummaryMarkup(summary, undefined).map(toHtml)[1]).toBe(title);
  });

  test('a paper comes as its sheets', () => {
    expect(toSummaryMarkup(makePlan(), '文書番号').map(({ attributes }) => attributes)).toEqual([
      { class: 'k-folio__sheet' },
    ]);
  });
});

describe('toBlockMarkup', () => {
  test('a table says its roles, the widths of its columns, and what of a row must be seen', () => {
    const columns = [
      { label: 'No', share: 0.1 },
      { label: '項目', share: 0.9, header: true as const },
    ];
    const html = toHtml(
      toBlockMarkup({
        kind: 'table',
        caption: '表',
        columns,
        rows: [{ cells: ['1', '2027年1月31日まで'], weight: 'open' }],
      }),
    );
    expect(html).toBe(
      '<div class="k-tablewrap k-doc__table"><table class="k-table" role="table"><caption>表</caption>' +
        '<colgroup><col style="width: 10%"><col style="width: 90%"></colgroup>' +
        '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">No</th><th scope="col" role="columnheader">項目</th></tr></thead>' +
        '<tbody role="rowgroup"><tr role="row" data-weight="open"><td role="cell" data-l="No">1</td>' +
        '<th scope="row" role="rowheader" data-l="項目"><span><span class="k-whole">2027年</span><span class="k-whole">1月31日</span>まで</span></th></tr></tbody></table></div>',
    );
  });

  test('notices and conclusions are marked as such', () => {
    expect(toHtml(toBlockMarkup({ kind: 'paragraph', tone: 'notice', text: '要旨です。' }))).toBe(
      '<p class="k-doc__notice">要旨です。</p>',
    );
    expect(toHtml(toBlockMarkup({ kind: 'paragraph', text: '文' }))).toBe('<p>文</p>');
  });
});
