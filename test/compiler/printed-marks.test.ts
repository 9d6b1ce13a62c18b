import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { classPrintedMarks } from '../../src/compiler/printed-marks.ts';

/** For each list at the top of the text, whether it is taken to bring its own marks. */
function marked(source: string): boolean[] {
  const tree: Root = unified().use(remarkParse).parse(source);
  classPrintedMarks(tree);
  return tree.children.flatMap((node) => (node.type === 'list' ? 'hProperties' in (node.data ?? {}) : []));
}

test.each([
  ['- ① 機器名\n- ② 理由', true],
  ['- (1) 氏名\n- (10) 住所', true],
  ['- **①** 機器名', true],
  ['- ① 機器名\n- 理由', false],
  ['- 氏名（1）', false],
  ['1. ① 機器名', false],
])('%j', (source, expected) => {
  expect(marked(source)).toEqual([expected]);
});
