import type { Expression, Property, SpreadElement } from 'estree';
import type { MdxJsxAttribute } from 'mdast-util-mdx-jsx';
import type { Faults, Place } from './faults.ts';
import type { Element } from './pieces.ts';

/** The attributes of a component in MDX as plain values, without spreads and values that are code. */
export function readAttributes(node: Element, place: Place, faults: Pick<Faults, 'add'>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      faults.add('{...} で広げた属性は読めません。', place, '属性を一つずつ書いてください。');
    } else {
      const value = attributeValue(attribute, place, faults);
      if (value !== undefined) values[attribute.name] = value;
    }
  }
  return values;
}

function attributeValue({ name, value }: MdxJsxAttribute, place: Place, faults: Pick<Faults, 'add'>): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const statement = value.data?.estree?.body[0];
  try {
    return literalValue(statement?.type === 'ExpressionStatement' ? (statement.expression as Expression) : null);
  } catch {
    // The only fault literalValue knows; its place matters more than its words.
    const at = { ...place, path: `${place.path}.${name}` };
    faults.add('値が、そのままの値ではありません。', at, "文か、{['contractor']} のような値で書いてください。");
    return undefined;
  }
}

/**
 * Reads a literal expression (strings, numbers, booleans, arrays, objects) without running it.
 * @throws Error if the expression is anything else; attribute values in handbooks are data, not code.
 */
function literalValue(node: Expression | SpreadElement | null | undefined): unknown {
  switch (node?.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral':
      if (node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? '';
      break;
    case 'ArrayExpression':
      return node.elements.map((element) => literalValue(element));
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.map(propertyOf));
  }
  throw new Error('not a literal');
}

function propertyOf(node: Property | SpreadElement): [string, unknown] {
  if (node.type !== 'Property' || node.computed) throw new Error('not a literal');
  const key =
    node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? String(node.key.value) : '';
  if (!key || key === '__proto__') throw new Error('not a literal');
  return [key, literalValue(node.value as Expression)];
}
