import { describe, expect, test } from 'vitest';
import type { SummaryBlock } from '../../../src/record/v1/summary/summary-document.ts';
import { toHtml } from '../../../src/ui/parts/markup.ts';
import { toPaperMarkup } from '../../../src/ui/sign/paper-markup.ts';
import { makeLetter, makePaper, makePlan, makePledges, makeRoster } from '../../fixtures/pdf/papers.ts';

const htmlOf = (...blocks: SummaryBlock[]): string =>
  toPaperMarkup(makePaper('書類', ...blocks), undefined)
    .map(toHtml)
    .join('');
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('toPaperMarkup', () => {
  test('a letter has its parts in order, and an empty one leaves out what is empty but the date', () => {
    expect(htmlOf(makeLetter({ from: [{ label: '協議会名', value: '' }], heading: '計画書' }))).toBe(
      '<div class="k-folio__sheet"><p class="k-folio__mark">（別添1）</p><p class="k-folio__end">令和8年11月30日</p>' +
        '<p class="k-folio__to">見本労働局[U+3000]あて</p>'.replace('[U+3000]', '\u3000') +
        '<dl class="k-folio__from"><div><dt>協議会名</dt><dd></dd></div></dl>' +
        '<h3 class="k-folio__title">計画書</h3></div>',
    );
    expect(htmlOf(makeLetter({ mark: '', to: '', date: '', from: [], heading: '計画書' }))).toBe(
      '<div class="k-folio__sheet"><p class="k-folio__end"></p><h3 class="k-folio__title">計画書</h3></div>',
    );
  });

  test('shows what the PDF prints, in its order', () => {
    const text = textOf(toPaperMarkup(makePlan(), '文書番号').map(toHtml).join(''));
    const order = [
      '（別添1）',
      '見本労働局',
      '協議会名',
      '作業実施計画書',
      '貴局から',
      '記',
      '1 情報の保存媒体',
      '紙媒体',
      '（注1）',
      '2 全ての',
      '令和9年3月31日',
      '以上',
      '承認（労働局）',
      '氏名',
      '押印',
      '文書番号 3F2A-9C01-77B4',
    ];
    const places = order.map((one) => text.indexOf(one));
    expect(places).not.toContain(-1);
    expect(text).not.toContain('見本商事 規程集');
    expect(text.match(/全ての作業が完了する予定日/g)).toHaveLength(1);
  });

  test('the first heading of a sheet is its title; the number stands on the last alone, and not on a blank paper', () => {
    const sheets = toPaperMarkup(makePledges('見本 花子', '見本 太郎'), '文書番号').map(toHtml);
    expect(sheets).toHaveLength(2);
    for (const sheet of sheets) expect(sheet.match(/<h3/g)).toHaveLength(1);
    expect(sheets.map((sheet) => sheet.includes('文書番号'))).toEqual([false, true]);
    expect(
      toPaperMarkup({ ...makePlan('blank'), number: '' }, '文書番号')
        .map(toHtml)
        .join(''),
    ).not.toContain('文書番号');
    expect(htmlOf({ kind: 'heading', text: '名簿' }, { kind: 'heading', text: '備考' })).toContain(
      '<h3 class="k-folio__title">名簿</h3><h4 class="k-folio__h">備考</h4>',
    );
  });

  test('a cell to write in is empty, named by its column; a row of them is marked', () => {
    const columns = [
      { label: '品名', share: 0.5, header: true as const },
      { label: '備考', share: 0.5 },
    ];
    const html = htmlOf({
      kind: 'table',
      caption: '物',
      columns,
      rows: [
        { cells: ['', ''], weight: 'plain' },
        { cells: ['鍵', ''], weight: 'plain' },
      ],
    });
    expect(html).toContain(
      '<tr role="row" data-weight="plain" data-blank=""><th scope="row" role="rowheader" data-l="品名"></th><td role="cell" data-l="備考"></td></tr>',
    );
    expect(html).toContain('<th scope="row" role="rowheader" data-l="品名">鍵</th><td role="cell" data-l="備考"></td>');
    expect(html.match(/data-blank/g)).toHaveLength(1);
    expect(html).not.toContain('tabindex');
  });

  test('a wide table can be scrolled by keyboard and has a name', () => {
    expect(toPaperMarkup(makeRoster(1), undefined).map(toHtml).join('')).toContain(
      '<div class="k-tablewrap k-folio__wrap" data-wide="" tabindex="0" role="region" aria-label="1 業務に就く人">',
    );
  });

  test('a note hangs beside its mark, text does not', () => {
    expect(htmlOf({ kind: 'paragraph', tone: 'note', text: '（注1）紙か電子かを書く。\n例を見る。' })).toContain(
      '<p class="k-folio__note k-folio__hang"><span>（注1）</span><span>紙か電子かを書く。</span></p><p class="k-folio__note">例を見る。</p>',
    );
    expect(htmlOf({ kind: 'paragraph', text: '返却します。' })).toContain('<p class="k-folio__text">返却します。</p>');
  });

  test('a box for the seal stands beside the lines, or alone', () => {
    expect(htmlOf({ kind: 'seal', caption: '承認', labels: ['氏名', '押印'] })).toContain(
      '<div class="k-folio__seal"><p class="k-folio__whose">承認</p><div class="k-folio__box">' +
        '<div class="k-folio__lines"><p>氏名</p></div><p class="k-folio__square">押印</p></div></div>',
    );
    expect(htmlOf({ kind: 'seal', labels: ['押印'] })).toContain(
      '<div class="k-folio__box"><p class="k-folio__square">押印</p></div>',
    );
  });

  test('what somebody typed is text', () => {
    const typed = '<script>alert(1)</script>';
    const columns = [{ label: typed, share: 1 }];
    const html = htmlOf(
      makeLetter({ to: typed, heading: typed, from: [{ label: typed, value: typed }] }),
      { kind: 'fields', caption: typed, rows: [{ label: 'x', value: typed }] },
      { kind: 'table', caption: typed, columns, rows: [{ cells: [typed], weight: 'plain' }] },
      { kind: 'seal', labels: [typed] },
    );
    expect(html).not.toContain('<script');
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(9);
  });
});
