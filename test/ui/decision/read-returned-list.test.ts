import { expect, test } from 'vitest';
import type { ListReading } from '../../../src/core/returned-list/returned-list.ts';
import { mostFileBytes } from '../../../src/core/text/limits.ts';
import { renderSummaryPdf } from '../../../src/pdf/render-summary-pdf.ts';
import { toKiteiJson } from '../../../src/record/kitei-file.ts';
import { readReturnedList } from '../../../src/ui/decision/read-returned-list.ts';
import { LoadError } from '../../../src/ui/parts/load.ts';
import { makeContext } from '../../fixtures/pdf/make-context.ts';
import { answer, definition, filled } from '../../record/v1/checklist/fixture.ts';
import { identify } from '../../support/record.ts';
import { font, generator, makeData, makeSigned } from '../../verifier/support/make-file.ts';

const reading: ListReading = {
  question: 'list',
  list: identify('checklist', definition),
  title: definition.title,
  options: { all: 'all', enough: 'enough', fewer: 'short' },
  need: { kind: 'all' },
};
const data = makeData();
const signed = await makeSigned(data);
const better = makeData({ ...filled, items: { ...filled.items, rules: answer(2, {}) } });

/** No font can be fetched here, and nothing is served: a file gets as far as its texts are compared. */
function read(bytes: Uint8Array | string) {
  const file = new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], '届いた.pdf');
  return readReturnedList(file, reading, { base: '/', generator });
}

const messageOf = async (bytes: Uint8Array | string) => {
  const found = await read(bytes);
  return found.kind === 'refused' ? found.message : '';
};

test('a file whose letters could not be compared is not taken', async () => {
  await expect(read(signed)).rejects.toBeInstanceOf(LoadError);
});

test('data that contradict themselves are refused', async () => {
  const attachment = new TextEncoder().encode(toKiteiJson({ ...data, summary: better.summary }));
  expect(await messageOf(await makeSigned(data, { attachment }))).toMatch(/^文書番号が/);
});

test('one byte changed, and nothing signed, are refused', async () => {
  const at = Buffer.from(signed).lastIndexOf('/Producer') + '/Producer ('.length;
  expect(await messageOf(signed.with(at, (signed[at] ?? 0) ^ 1))).toContain('署名');
  const unsigned = renderSummaryPdf(data.summary, {
    ...makeContext(font),
    attachment: { name: 'kitei.json', bytes: new TextEncoder().encode(toKiteiJson(data)), description: 'data' },
  });
  expect(await messageOf(unsigned)).toContain('署名がありません。');
});

test.each([
  ['a draft', JSON.stringify(data.answers), '途中の回答のファイルです。'],
  ['a text', '会社名,氏名\n', '文字だけのファイルです。'],
  ['nothing', '', '中身が空です。'],
])('%s is refused in words of its own', async (_, text, message) => {
  expect(await messageOf(text)).toContain(message);
});

test('a file that is too large is not opened', async () => {
  const file = new File([new Uint8Array(mostFileBytes + 1)], '大.pdf');
  const found = await readReturnedList(file, reading, { base: '/', generator });
  expect(found).toEqual({ kind: 'refused', message: expect.stringContaining('20MB を超える') });
});
