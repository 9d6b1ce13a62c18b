import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** The tree of a page of a handbook, its frontmatter blanked out. @throws where it is no MDX */
export function parseMdx(body: string): Root {
  return parser.parse(body);
}
