import { expect, test } from 'vitest';
import { emptyDocument } from '../../../src/core/document/answers.ts';
import { composeDocument } from '../../../src/core/document/compose.ts';
import { toDocumentMarkup } from '../../../src/ui/document/document-markup.ts';
import { toHtml } from '../../../src/ui/parts/markup.ts';
import { contract } from '../../core/document/fixture.ts';

test('a document is one sheet: title, whose words, articles with what hangs beside its number, tables', () => {
  const answers = { ...emptyDocument(contract), wording: 'ours' as const, fields: { name: '<契約>', list: '名簿' } };
  const html = toHtml(toDocumentMarkup(composeDocument(contract, answers)));
  expect(html.match(/<(?:h3|h4|caption)[^>]*>[^<]*/g)).toEqual([
    '<h3 class="k-folio__title">&lt;契約&gt;の条項',
    '<h4 class="k-folio__h">第1条（機密保持）',
    '<h4 class="k-folio__h">第2条（再委託）',
    '<h4 class="k-folio__h">第3条（管轄）',
    '<caption>別表',
  ]);
  expect(html).toContain('<p class="k-folio__hang" data-level="1"><span>①　</span><span>公知の情報</span></p>');
  expect(html).toContain('class="k-folio__notice">要旨をもとにした案です。');
});
