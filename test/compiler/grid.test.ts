import { describe, expect, test } from 'vitest';
import { Faults } from '../../src/compiler/faults.ts';
import { parseMdx } from '../../src/compiler/parse-mdx.ts';
import { toPiecesOf } from '../../src/compiler/pieces.ts';
import { readHandbookPage } from '../../src/compiler/read-handbook-page.ts';
import { tailorTree } from '../../src/compiler/tailor-tree.ts';
import { unlinkWords } from '../../src/compiler/unlink-words.ts';
import { fillPieces } from '../../src/core/tailoring/wording.ts';
import { toBlocks } from '../../src/core/text/blocks.ts';

const file = 'content/handbooks/rules/index.mdx';

function read(body: string, units = "['rules-t1']") {
  const faults = new Faults('content');
  const attributes = `anchor="t1" number="" units={${units}} modality="information"`;
  const page = readHandbookPage(
    `---\ntitle: 表\ndescription: 表。\n---\n\n<Provision ${attributes}>\n\n${body}\n\n</Provision>\n`,
    file,
    faults,
  );
  return {
    provision: page?.provisions[0],
    faults: faults.list().map(({ problem, hint, line }) => `${line}: ${problem} ${hint}`),
  };
}

const merged = `<table>
<tr><th colspan={2}>区分</th><th>期限</th></tr>
<tr><td rowspan="2">紙</td><td>写し</td><td>1日<br />2日</td></tr>
<tr><td>原本</td><td></td></tr>
</table>`;

describe('a table written in elements', () => {
  test('reads as its rows', () => {
    const { provision, faults } = read(merged);
    expect(faults).toEqual([]);
    expect(provision?.text).toEqual(['区分\t期限\n紙\t写し\t1日\n2日\n原本\t\n']);
  });

  test('keeps each row on its line, and each cell in its column, for views that draw it anew', () => {
    const { provision } = read(merged);
    expect(provision?.marked).toEqual(['区分\t\t期限\n紙\t写し\t1日 2日\n\t原本\t\n']);
    const blocks = toBlocks(provision?.marked.join('') ?? '');
    expect(blocks.flatMap((block) => ('rows' in block ? block.rows : []))).toHaveLength(3);
    expect(read('| 区分 | 期限 |\n| --- | --- |\n| 紙<br />布 | 1日 |').provision?.marked).toEqual([
      '区分\t期限\n紙 布\t1日\n',
    ]);
  });

  test.each([
    [
      '<td onclick="x">a</td>',
      '<td> に onclick は書けません。 読むのは、<td> と <th> の colspan と rowspan だけです。',
    ],
    [
      '<td style={{ color: "red" }}>a</td>',
      '<td> に style は書けません。 読むのは、<td> と <th> の colspan と rowspan だけです。',
    ],
    [
      '<td colspan="0">a</td>',
      'colspan が、ます目の数ではありません。 colspan={2} のように、1000 までの数で書いてください。',
    ],
    [
      '<td rowspan>a</td>',
      'rowspan が、ます目の数ではありません。 rowspan={2} のように、1000 までの数で書いてください。',
    ],
    [
      '<td colspan={1 + 1}>a</td>',
      "値が、そのままの値ではありません。 文か、{['contractor']} のような値で書いてください。",
    ],
  ])('%s', (cell, expected) => {
    const { faults } = read(`<table>\n<tr>${cell}</tr>\n</table>`);
    expect(faults).toEqual([`9: ${expected}`]);
  });

  test.each([
    '<table class="x">\n<tr><td>a</td></tr>\n</table>',
    '<script>x</script>',
    '<div>x</div>',
    '<a href="x">y</a>',
  ])('lets nothing else in: %s', (body) => {
    expect(read(body).faults).toHaveLength(1);
  });

  test('may name a unit a row besides the six', () => {
    const units = (count: number) => `[${Array.from({ length: count }, (_, i) => `'rules-t${i + 1}'`).join(', ')}]`;
    expect(read(merged, units(9)).faults).toEqual([]);
    expect(read(merged, units(10)).faults).toEqual([
      '6: unit が 10 あります。ここは 9 までです。 いくつかの条に分けてください。表は行ごと、箇条書きは項目ごとに、もう一つずつ unit を書けます。',
    ]);
    expect(read('- a\n- b', units(8)).faults).toEqual([]);
    expect(read('語', units(7)).faults).toHaveLength(1);
  });

  test('shows the company’s words in a cell without a paragraph around them', () => {
    const tree = parseMdx('<table>\n<tr><td><Blank id="month" /></td></tr>\n</table>');
    tailorTree(tree, {
      values: new Map([['months.month', '4']]),
      roles: {},
      blanks: { month: { path: 'months.month', printed: '○', unit: '月' } },
      choices: {},
    });
    expect(JSON.stringify(tree)).toContain('"children":[{"type":"text","value":"4月"}]');
  });
});

test('a list whose items begin with the source’s own marks gets no second ones', () => {
  const { provision } = read('- ・紙\n- ・写し');
  expect(provision?.marked).toEqual(['・紙\n\n・写し\n\n']);
});

test('unlinkWords leaves addresses that an author has escaped as words, and links as links', () => {
  const tree = parseMdx(
    'https\\://example.jp/a_b)を見る。a\\@example.jp\n\nhttps://example.jp/ と [ここ](https://example.jp/)',
  );
  unlinkWords(tree);
  const [first, second] = tree.children.map((node) => JSON.stringify(node));
  expect(first).not.toContain('"link"');
  expect(second?.match(/"link"/g)).toHaveLength(2);
  const [paragraph] = tree.children;
  expect(
    paragraph && fillPieces(toPiecesOf(paragraph), { values: new Map(), roles: {}, blanks: {}, choices: {} }),
  ).toBe('https://example.jp/a_b)を見る。a@example.jp\n');
});
