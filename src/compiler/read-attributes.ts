import type { Expression } from 'estree';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import { ContentError } from '../core/content-error.ts';
import { literalValue } from './literal.ts';
import type { Element } from './pieces.ts';

/**
 * The attributes of a component in MDX as plain values.
 * @throws ContentError for a spread, and for a value that is code.
 */
export function readAttributes(node: Element, file: string, path: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      throw new ContentError('spread attributes are not read.', { file, path, hint: 'Write each attribute out.' });
    }
    values[attribute.name] = attributeValue(attribute, file, path);
  }
  return values;
}

function attributeValue({ name, value }: MdxJsxAttribute, file: string, path: string): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const statement = value.data?.estree?.body[0];
  try {
    return literalValue(statement?.type === 'ExpressionStatement' ? (statement.expression as Expression) : null);
  } catch {
    // The only fault literalValue knows; its place matters more than its words.
    throw new ContentError('the value is not a literal.', {
      file,
      path: `${path}.${name}`,
      hint: "Write a text or a literal such as {['contractor']}.",
    });
  }
}
