import { isMap, isNode, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { toFlow } from './to-flow.ts';

/*
 * Changes to a YAML file that leave every other letter where it stands: people lay these files out by hand and write
 * remarks into them. The parser says where something stands; the change is one of the text.
 */

/** A text without entries becomes one with them; comments at its head stay. */
export function addEntries(text: string, path: readonly string[], entries: Readonly<Record<string, unknown>>): string {
  const all = Object.entries(entries);
  if (all.length === 0) return text;
  const { contents } = parseDocument(text);
  let node: unknown = contents;
  let depth = 0;
  for (const key of path) {
    const pair = isMap(node) ? pairOf(node, key) : undefined;
    if (!pair) break;
    node = pair.value;
    depth += 1;
  }
  const missing = path.slice(depth);
  const lines = toLines(missing, all);
  if (isMap(node) && node.items.length > 0 && !node.flow) return insertAfter(text, node, lines);
  if (isMap(node) && node.items.length > 0 && node.range) {
    // Written in { }: the new ones stand before its end.
    const end = text.lastIndexOf('}', node.range[1] - 1);
    const inner = missing.reduceRight<unknown>((value, key) => ({ [key]: value }), entries);
    return `${text.slice(0, end).trimEnd()}, ${toFlow(inner).slice(2, -2)} ${text.slice(end)}`;
  }
  const indent = '  '.repeat(depth);
  const block = lines.map((line) => indent + line).join('\n');
  const range = isNode(node) ? node.range : undefined;
  if (depth === 0) {
    const head = range && !isComment(text.slice(range[0], range[1])) ? text.slice(0, range[0]) : text;
    return `${head.trimEnd()}\n${block}\n`.trimStart();
  }
  const start = range?.[0] ?? text.length;
  return `${text.slice(0, start).trimEnd()}\n${block}${text.slice(range?.[1] ?? text.length) || '\n'}`;
}

/** Takes entries out, with the lines they stand on. */
export function removeEntries(text: string, path: readonly string[], keys: readonly string[]): string {
  return keys.reduce((rest, key) => removeEntry(rest, path, key), text);
}

/** Puts another value where one stands; adds it where none does. */
export function replaceValue(text: string, key: string, value: string): string {
  const { contents } = parseDocument(text);
  const pair = isMap(contents) ? pairOf(contents, key) : undefined;
  if (!pair) return `${text.trimEnd()}\n${key}:${value.startsWith('\n') ? '' : ' '}${value}\n`.trimStart();
  const at = rangeOf(pair.key)?.[1] ?? 0;
  const colon = text.indexOf(':', at) + 1;
  const end = Math.max(endOf(text, rangeOf(pair.value)?.[1] ?? colon), colon);
  return `${text.slice(0, colon)}${value.startsWith('\n') ? '' : ' '}${value}${text.slice(end)}`;
}

function removeEntry(text: string, path: readonly string[], key: string): string {
  const document = parseDocument(text);
  const map = path.length > 0 ? document.getIn(path, true) : document.contents;
  const pair = isMap(map) ? pairOf(map, key) : undefined;
  if (!isMap(map) || !pair) return text;
  const from = rangeOf(pair.key)?.[0] ?? 0;
  const end = endOf(text, rangeOf(pair.value)?.[1] ?? rangeOf(pair.key)?.[1] ?? from);
  if (map.flow) return removeFromFlow(text, map, pair, [from, end]);
  if (map.items.length === 1) {
    // At the top there is no key before it, only remarks.
    const head = text.slice(0, from).trimEnd();
    const empty = path.length > 0 ? ' {}' : `${head && '\n'}{}`;
    return `${head}${empty}${text.slice(lineEnd(text, end)) || '\n'}`;
  }
  const start = text.lastIndexOf('\n', from) + 1;
  return text.slice(0, start) + text.slice(lineEnd(text, end) + 1);
}

/** Written in { }: with the comma that parts it from the next, or from the one before. */
function removeFromFlow(text: string, map: YAMLMap, pair: Pair, [from, end]: [number, number]): string {
  const at = map.items.indexOf(pair);
  const [before, next] = [map.items[at - 1], map.items[at + 1]];
  if (next) return text.slice(0, from) + text.slice(rangeOf(next.key)?.[0] ?? end);
  if (before) return text.slice(0, endOf(text, rangeOf(before.value)?.[1] ?? from)) + text.slice(end);
  const [open, close] = map.range ?? [from, end];
  return `${text.slice(0, open)}{}${text.slice(close)}`;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
}

function rangeOf(node: unknown) {
  return isNode(node) ? node.range : undefined;
}

function toLines(missing: readonly string[], entries: [string, unknown][]): string[] {
  const indent = '  '.repeat(missing.length);
  return [
    ...missing.map((key, depth) => `${'  '.repeat(depth)}${toFlow(key)}:`),
    ...entries.map(([key, value]) => `${indent}${toFlow(key)}: ${toFlow(value)}`),
  ];
}

function insertAfter(text: string, map: YAMLMap, lines: readonly string[]): string {
  const [first] = map.items;
  const last = map.items.at(-1);
  const from = rangeOf(first?.key)?.[0] ?? 0;
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1));
  const end = lineEnd(text, endOf(text, rangeOf(last?.value)?.[1] ?? rangeOf(last?.key)?.[1] ?? from));
  // Documents of a register stand apart from one another.
  const gap = indent === '' && isMap(last?.value) && !last.value.flow ? '\n' : '';
  return `${text.slice(0, end)}\n${gap}${lines.map((line) => indent + line).join('\n')}${text.slice(end) || '\n'}`;
}

/** Where the words of a value end: the parser counts empty lines and remarks below it as its own. */
function endOf(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function isComment(text: string): boolean {
  return text.trim() === '' || text.trim().startsWith('#');
}
