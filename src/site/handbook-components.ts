import type { Root } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdx';
import { orThrow } from '../compiler/faults.ts';
import { contentRoot } from '../compiler/library.ts';
import { type MarkedTerm, markTerms } from '../compiler/mark-terms.ts';
import { classPrintedMarks } from '../compiler/printed-marks.ts';
import { readGlossary, termId } from '../compiler/read-glossary.ts';
import { readTailoring, type Tailoring, wordingFor } from '../compiler/read-tailoring.ts';
import { tailorTree } from '../compiler/tailor-tree.ts';
import { unlinkWords } from '../compiler/unlink-words.ts';
import { fillText } from '../core/tailoring/wording.ts';

const names = ['Section', 'Provision', 'Ref', 'EditorNote', 'Open', 'Term', 'Terms'];

/**
 * Remark plugin: gives every handbook page the company's own words, marks its defined terms, and brings its
 * components, so that authors write no imports.
 */
export default function remarkHandbookComponents() {
  return async (tree: Root, file: { path?: string }) => {
    const [, handbook, chapter] = /handbooks[/\\]([^/\\]+)[/\\]([^/\\]+)\.mdx$/.exec(file.path ?? '') ?? [];
    if (!handbook || !chapter) return;
    const tailoring = await orThrow(contentRoot(), readTailoring);
    tailorTree(tree, wordingFor(handbook, tailoring));
    unlinkWords(tree);
    classPrintedMarks(tree);
    markTerms(tree, await termsOf(handbook, chapter, tailoring));
    tree.children.unshift(...names.map(importOf));
  };
}

/** The terms that hold in a chapter. */
async function termsOf(handbook: string, chapter: string, tailoring: Tailoring): Promise<MarkedTerm[]> {
  const entries = (await orThrow(contentRoot(), readGlossary))[handbook] ?? {};
  const wording = wordingFor(handbook, tailoring);
  return Object.entries(entries)
    .filter(([, { within }]) => within === undefined || within.includes(chapter))
    .map(([id, { term, provision }]) => ({ id: termId(handbook, id), term: fillText(term, wording), provision }));
}

function importOf(name: string): MdxjsEsm {
  const source = `/src/ui/handbook/${name}.astro`;
  return {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        body: [
          {
            type: 'ImportDeclaration',
            specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
            source: { type: 'Literal', value: source, raw: JSON.stringify(source) },
            attributes: [],
          },
        ],
      },
    },
  };
}
