import type { Root } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdx';
import { keepDocuments } from '../compiler/documents-in-tree.ts';
import { InForce } from '../compiler/in-force/in-force.ts';
import { loadLibrary } from '../compiler/library.ts';
import { type MarkedTerm, markTerms } from '../compiler/mark-terms.ts';
import { classPrintedMarks } from '../compiler/printed-marks.ts';
import { wordingFor } from '../compiler/read-tailoring.ts';
import { tailorTree } from '../compiler/tailor-tree.ts';
import { unlinkWords } from '../compiler/unlink-words.ts';
import type { Library } from '../core/regulation/library.ts';

const names = ['Section', 'Provision', 'Ref', 'EditorNote', 'Open', 'Term', 'Terms'];

/**
 * Remark plugin: gives every handbook page the company's own words, marks its defined terms, and brings its
 * components, so that authors write no imports.
 */
export default function remarkHandbookComponents() {
  return async (tree: Root, file: { path?: string }) => {
    const [, handbook, chapter] = /handbooks[/\\]([^/\\]+)[/\\]([^/\\]+)\.mdx$/.exec(file.path ?? '') ?? [];
    if (!handbook || !chapter) return;
    const library = await loadLibrary();
    keepDocuments(tree, new InForce(library.off));
    tailorTree(tree, wordingFor(handbook, library));
    unlinkWords(tree);
    classPrintedMarks(tree);
    markTerms(tree, termsOf(handbook, chapter, library));
    tree.children.unshift(...names.map(importOf));
  };
}

/** The terms that hold in a chapter. */
function termsOf(handbook: string, chapter: string, { glossary }: Library): MarkedTerm[] {
  return glossary
    .filter((term) => term.handbook === handbook && (term.within === undefined || term.within.includes(chapter)))
    .map(({ id, term, provision }) => ({ id, term, provision: provision.slice(handbook.length + 1) }));
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
