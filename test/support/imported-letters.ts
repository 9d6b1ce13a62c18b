import { join } from 'node:path';
import type { Root } from 'mdast';
import { Faults } from '../../src/compiler/faults.ts';
import { parseMdx } from '../../src/compiler/parse-mdx.ts';
import { readHandbookPage } from '../../src/compiler/read-handbook-page.ts';
import { fillPieces } from '../../src/core/tailoring/wording.ts';
import { headingKinds, type RegulationNode, type RegulationTree } from '../../src/importer/model/tree.ts';

const wording = { values: new Map(), roles: {}, blanks: {}, choices: {} };

/** Letters without white space, as far as a file can hold them. */
export function lettersIn(text: string): string {
  return text
    .replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]|\0/g, (found) => (found.length === 2 ? found : '\uFFFD'))
    .replace(/\s/gu, '');
}

/**
 * The letters of a tree in the order of its nodes, as a page shows a node: number, caption, words, table, what stands under
 * it. A heading without any words of its own is shown by what one calls it.
 */
export function lettersOfTree({ title, children }: RegulationTree): string {
  const isShown = (text: string) => /\S/u.test(text) && !text.includes('{{');
  const words = ({ kind, number, caption, body, table, label, children: under }: RegulationNode): string[] => {
    const cells = table?.rows.flat().flatMap((cell) => cell.lines) ?? [];
    const lines = [...body, ...cells].map(({ text }) => text);
    const own = [number, caption?.text ?? '', ...lines];
    const isTitle = body.length > 0 && body.every(({ text }) => text.length <= 120 && !/[。．]\s*$/.test(text));
    const heading = caption?.text ?? (isTitle ? body.map(({ text }) => text).join(' ') : '');
    const isNameless = headingKinds.has(kind) && !isShown(number) && (number.includes('{{') || !isShown(heading));
    return [...(isNameless ? [label.replaceAll('{{', '{ {')] : []), ...own, ...under.flatMap(words)];
  };
  return lettersIn([...title.map(({ text }) => text), ...children.flatMap(words)].join(''));
}

/** The letters that a reader sees of pages, sections and provisions in their order, and the faults of reading them. */
export function readLetters(pages: ReadonlyMap<string, string>, title: string): { letters: string; faults: string[] } {
  const faults = new Faults('content');
  let letters = '';
  for (const [path, text] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const page = readHandbookPage(text, join('content', path), faults);
    if (!page) continue;
    letters += fillPieces(page.introduction, wording);
    const parts = [...page.sections, ...page.provisions].sort((a, b) => a.line - b.line);
    for (const part of parts) {
      letters += part.attributes.number + (part.attributes.caption ?? '');
      if ('text' in part) letters += fillPieces(part.text, wording);
    }
  }
  return {
    letters: lettersIn(letters).replace(lettersIn(title), ''),
    faults: faults.list().map(({ problem, path }) => `${path}: ${problem}`),
  };
}

/** The tree of a page, for what its text alone does not show. */
export function treeOf(page: string): Root {
  return parseMdx(page.replace(/^---\n[\s\S]*?\n---\n/, ''));
}
