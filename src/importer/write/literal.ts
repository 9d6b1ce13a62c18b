import { escapeAttribute } from './escape.ts';

/** A value of an attribute: what `readAttributes` of the compiler reads. */
export type Literal = string | number | boolean | readonly Literal[] | { readonly [key: string]: Literal | undefined };

/** An attribute of an element as it is written: `number="第2号"`, `actors={['staff']}`. */
export function writeAttribute(name: string, value: Literal): string {
  return typeof value === 'string' ? `${name}="${escapeAttribute(value)}"` : `${name}={${writeLiteral(value)}}`;
}

function writeLiteral(value: Literal): string {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&').replace(/[\r\n\u2028\u2029]+/g, ' ')}'`;
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(writeLiteral).join(', ')}]`;
  const entries = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [`${key}: ${writeLiteral(one)}`],
  );
  return `{ ${entries.join(', ')} }`;
}

function isList(value: Literal): value is readonly Literal[] {
  return Array.isArray(value);
}
