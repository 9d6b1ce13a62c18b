import { readFileSync } from 'node:fs';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { markTerms } from '../../src/compiler/mark-terms.ts';
import { attributeOf, isElement, toPiecesOf } from '../../src/compiler/pieces.ts';
import { tailorTree } from '../../src/compiler/tailor-tree.ts';
import type { Library } from '../../src/core/regulation/library.ts';
import { withChanges } from '../../src/core/tailoring/compare-wordings.ts';
import { fillLines, isShown, type Wording } from '../../src/core/tailoring/wording.ts';
import { companyFiles } from '../support/company-folder.ts';
import { withContent } from '../support/content-folder.ts';
import { shareLibrary } from '../support/share-library.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** The tree as a build compiles it, but for the components. */
function treeOf(source: string, wording: Wording): Root {
  const tree = parser.parse(source.replace(/^---\n[\s\S]*?\n---\n/, ''));
  tailorTree(tree, wording);
  return tree;
}

function elementsIn(node: Nodes, name: string): Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>[] {
  const here = isElement(node) && node.name === name ? [node] : [];
  return 'children' in node ? [...here, ...node.children.flatMap((child) => elementsIn(child, name))] : here;
}

/** Text by anchor, as it stands in the tree of the page. */
function textsOf(tree: Root): Map<string, string> {
  return new Map(
    elementsIn(tree, 'Provision').map((provision) => [
      attributeOf(provision, 'anchor'),
      toPiecesOf(provision)
        .join('')
        .replace(/\n{2,}/g, '\n')
        .trim(),
    ]),
  );
}

describe('the pages of the shipped handbook', () => {
  let library: Library;
  beforeAll(async () => {
    library = await shareLibrary('test/fixtures/content');
  });

  /** Everything decided: the n-th option of each choice (or the last), and a word in each blank. */
  const decide = (n: number) => {
    const values = library.fillIns.map(({ path, options }): [string, string] => {
      const ids = Object.keys(options ?? {});
      return [path, options ? (ids[Math.min(n, ids.length - 1)] ?? '') : path.startsWith('months.') ? '4' : `値${n}`];
    });
    return withChanges(library.wording, new Map([...values, ['roles.employee', '社員等']]));
  };

  test.each([0, 1, 2])('say what search and provisions.json say, with option %i of every choice', (n) => {
    const wording = decide(n);
    const pages = library.handbooks.find(({ id }) => id === 'company')?.pages ?? [];
    let compared = 0;
    for (const page of pages) {
      const tree = treeOf(readFileSync(page.file, 'utf8'), wording);
      const texts = textsOf(tree);
      expect(elementsIn(tree, 'Open')).toEqual([]);
      for (const { url, text, conditions } of page.passages) {
        const [, anchor = ''] = url.split('#');
        if (!page.provisions.some((provision) => provision.anchor === anchor)) continue;
        expect(texts.get(anchor), url).toBe(isShown(wording, conditions) ? fillLines(text, wording) : undefined);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(300);
  });

  test('put no link into a link while all is open', () => {
    const pages = library.handbooks.find(({ id }) => id === 'company')?.pages ?? [];
    const trees = pages.map((page) => treeOf(readFileSync(page.file, 'utf8'), library.wording));
    expect(trees.flatMap((tree) => elementsIn(tree, 'Open')).length).toBeGreaterThan(100);
    // An open choice stands beside its link, an open blank is one.
    const isLink = (open: Nodes) => isElement(open) && !attributeOf(open, 'of').startsWith('choices.');
    const links = trees.flatMap((tree) => [...elementsIn(tree, 'Ref'), ...elementsIn(tree, 'Open').filter(isLink)]);
    const inner = links.flatMap((link) =>
      link.children.flatMap((child) => [...elementsIn(child, 'Ref'), ...elementsIn(child, 'Open')]),
    );
    expect(inner.map((element) => attributeOf(element, 'of') || attributeOf(element, 'to'))).toEqual([]);
  });

  test('lose private devices when they are forbidden, and nothing else', () => {
    const source = readFileSync('test/fixtures/content/handbooks/company/06.mdx', 'utf8');
    const forbidden = withChanges(library.wording, new Map([['choices.byod', 'forbidden']]));
    const before = textsOf(treeOf(source, library.wording));
    const after = textsOf(treeOf(source, forbidden));
    const gone = [...before.keys()].filter((anchor) => !after.has(anchor));
    expect(gone).toContain('06-5.1-p1');
    expect(gone.filter((anchor) => !/^06-5(\.|-p2)/.test(anchor))).toEqual([]);
    expect([...after.keys()].filter((anchor) => anchor.startsWith('06-5.'))).toEqual([]);
    expect(after.get('06-5-p1')).toContain('業務で利用することを禁止する。');
    expect(after.get('06-5-p1')).not.toContain('許可');
  });
});

describe('tailorTree', () => {
  const read = (changes: Parameters<typeof withContent>[0]) =>
    withContent(changes, async (root) => (await readLibrary(root, '/')).wording, companyFiles);
  const source = companyFiles['handbooks/company/01.mdx'] ?? '';

  test('keeps what is open in sight, with the path where it is decided', async () => {
    const tree = treeOf(source, await read({}));
    expect(elementsIn(tree, 'Open').map((open) => [attributeOf(open, 'of'), toPiecesOf(open).join('')])).toEqual([
      ['choices.inspection', '監査・点検/点検責任者'],
      ['months.inspectionMonth', '○月'],
      ['choices.inspection', '監査・点検/点検'],
      ['contacts.officerPhone', '090-〇'],
      ['choices.devices', '私有の機器は、2.により使う。\n\n私有の機器を使わない。\n\n'],
      ['blanks.capacity', '〇TB'],
    ]);
    const [section] = elementsIn(tree, 'Section');
    expect(section && attributeOf(section, 'caption')).toBe('監査・点検/点検');
  });

  test('leaves no component of the authors to the page', async () => {
    const tree = treeOf(source, await read({}));
    for (const name of ['Role', 'Blank', 'Choice', 'Option', 'When']) expect(elementsIn(tree, name)).toEqual([]);
  });
});

describe('markTerms', () => {
  test('marks the first place in each provision, but not in links, notes and the defining provision', () => {
    const source = `
<Provision anchor="p1">

従事者は従事者である。<Ref to="x">従事者</Ref>

<EditorNote>従事者</EditorNote>

</Provision>

<Provision anchor="p2">

- 前 <Ref to="x">従事者</Ref>と、その後の従事者

</Provision>

<Provision anchor="p3">

従事者とは、次の者をいう。

</Provision>
`;
    const tree = parser.parse(source);
    markTerms(tree, [
      { id: 't-worker', term: '従事者', provision: 'p3' },
      { id: 't-other', term: '管理者', provision: 'p3' },
    ]);
    const marks = elementsIn(tree, 'Provision').map((provision) => elementsIn(provision, 'Term').length);
    expect(marks).toEqual([1, 1, 0]);
    expect(elementsIn(tree, 'Terms').map((list) => attributeOf(list, 'ids'))).toEqual(['t-worker']);
    expect(toPiecesOf(tree).join('')).toBe(toPiecesOf(parser.parse(source)).join(''));
  });
});
