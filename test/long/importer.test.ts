import { describe, expect, test } from 'vitest';
import { readText } from '../../src/importer/text/read-text.ts';
import { buildTree } from '../../src/importer/tree/build-tree.ts';
import { checkedFile, checkedTree } from '../importer/support/check-tree.ts';
import { randomDocument, randomFile, randomFrom } from '../importer/support/random-lines.ts';

describe('any document', () => {
  test('keeps every letter and gets sound anchors, 10,000 of nonsense lines', () => {
    for (let seed = 1; seed <= 10_000; seed += 1) {
      const random = randomFrom(seed + 1_000_000);
      checkedTree(randomDocument(random, 5 + Math.floor(random() * 60)), `seed ${seed}`);
    }
  });

  test('read from the bytes of a text file keeps every letter but the marks it counts, 10,000 of nonsense lines', () => {
    for (let seed = 1; seed <= 10_000; seed += 1) {
      const random = randomFrom(seed + 2_000_000);
      checkedFile(randomFile(random, 5 + Math.floor(random() * 40)), seed % 2 ? 'text' : 'markdown', `seed ${seed}`);
    }
  });
});

describe('5 MB of text', () => {
  const megabytes = (lines: (index: number) => string, end: string) => {
    let text = '';
    for (let index = 0; text.length < 1_750_000; index += 1) text += lines(index) + end;
    return new TextEncoder().encode(text);
  };
  const forms = ['第1条 あ', '(1) 甲は', '① 乙', 'ア 丙は、次の', '・丁'];

  test.each<[string, Uint8Array]>([
    ['articles', megabytes((index) => `第${(index % 9000) + 1}条　文書は、${index}年保存しなければならない。`, '\n')],
    ['items that nest without end', megabytes((index) => `(1) 次の各号に掲げる${index}`, '\n')],
    ['all forms in turn', megabytes((index) => `${forms[index % forms.length]}${index}の規定`, '\n')],
    ['torn lines', megabytes((index) => `文書は、書庫${index}に保管する箱を`, '\n\n')],
    ['one line of open brackets', megabytes(() => '（', '')],
    ['wrapped lines without end', megabytes(() => '1.'.repeat(50), '\n')],
    ['rows of a table', megabytes((index) => `契約書\t${index}年\t書庫`, '\n')],
    ['tables of contents', megabytes((index) => (index % 3 ? `第${index}章` : '目次'), '\n')],
    ['one cell of blanks', new TextEncoder().encode(`書庫\t箱${' '.repeat(1_700_000)}等`)],
    ['a heading of blanks', new TextEncoder().encode(`# 規程\n## 目的${' '.repeat(1_700_000)}等`)],
    ['dots below 目次', new TextEncoder().encode(`目次\n第1章${'.'.repeat(1_700_000)}等\n第1章`)],
    ['empty lines', megabytes(() => '\n', '\n')],
  ])('of %s is read within 5 s', (_, bytes) => {
    const start = performance.now();
    buildTree(readText(bytes, 'text'));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
