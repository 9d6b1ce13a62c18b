import { expect, test } from 'vitest';
import { toBlocks } from '../../../src/core/text/blocks.ts';

test('tells lines, lists and tables apart', () => {
  const text = ['次の両方を行う。', '・点検する。', '　・毎年', '・報告する。', '欄\t書くこと', '日時\t時', '目的。'];
  expect(toBlocks(text.join('\n'))).toEqual([
    { line: '次の両方を行う。' },
    {
      items: [
        { text: '点検する。', depth: 0 },
        { text: '毎年', depth: 1 },
        { text: '報告する。', depth: 0 },
      ],
    },
    {
      rows: [
        ['欄', '書くこと'],
        ['日時', '時'],
      ],
    },
    { line: '目的。' },
  ]);
});

test('begins another table where the number of cells changes', () => {
  expect(toBlocks('a\tb\na\tb\tc')).toEqual([{ rows: [['a', 'b']] }, { rows: [['a', 'b', 'c']] }]);
});
