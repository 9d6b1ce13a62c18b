import { describe, expect, test } from 'vitest';
import { citeHeading } from '../../../src/core/regulation/cite-heading.ts';

describe('citeHeading', () => {
  test.each([
    ['3章 3.1', '媒体の廃棄', '3章 3.1 媒体の廃棄'],
    ['9章 2. 見出し', '委託先の選定', '9章 2. 委託先の選定'],
    ['9-1 コメント', '【コメント】', '9-1 コメント'],
    ['第16条（情報の管理）', '情報の管理', '第16条（情報の管理）'],
    ['第16条（情報の管理）', '(情報の管理)', '第16条（情報の管理）'],
  ])('%s', (label, caption, citation) => {
    expect(citeHeading(label, caption)).toBe(citation);
  });
});
