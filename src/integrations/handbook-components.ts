import type { Root } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdx';

const names = ['Section', 'Provision', 'Ref', 'Role', 'EditorNote'];

/** Remark plugin: gives every handbook page its components, so that authors write no imports. */
export default function remarkHandbookComponents() {
  return (tree: Root, file: { path?: string }) => {
    if (!file.path?.endsWith('.mdx')) return;
    tree.children.unshift(...names.map(importOf));
  };
}

function importOf(name: string): MdxjsEsm {
  const source = `/src/components/handbook/${name}.astro`;
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
