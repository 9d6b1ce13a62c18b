import type { Expression, Property, SpreadElement } from 'estree';

/**
 * Reads a literal expression (strings, numbers, booleans, arrays, objects) without running it.
 * @throws Error if the expression is anything else; attribute values in handbooks are data, not code.
 */
export function literalValue(node: Expression | SpreadElement | null | undefined): unknown {
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
