import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';

/** A value of a YAML document with the key it stands at. */
interface Spot {
  node: unknown;
  /** Left out for an entry of a list. */
  key?: string;
}

/** Calls back for what is there on the way to a path such as `sections[0].items[2]`. @returns the value, where all is there */
function walk(document: Document, path: string, visit: (node: unknown) => void): Spot | undefined {
  let spot: Spot = { node: document.contents };
  visit(spot.node);
  const parts = path.match(/[^.[\]]+/g) ?? [];
  for (let at = 0; at < parts.length; at++) {
    const name = parts[at] ?? '';
    const node = isAlias(spot.node) ? spot.node.resolve(document) : spot.node;
    if (isMap(node)) {
      // A key may have dots in it, such as the unit `ipa5-03-1.1-p1`.
      const keys = parts.slice(at).map((_, more) => parts.slice(at, at + more + 1).join('.'));
      const pair: Pair | undefined = node.items.find(
        (item) => isScalar(item.key) && keys.includes(String(item.key.value)),
      );
      if (!pair) return undefined;
      const key = String(isScalar(pair.key) ? pair.key.value : '');
      at += keys.indexOf(key);
      visit(pair.key);
      spot = { node: pair.value, key };
    } else {
      spot = { node: isSeq(node) ? node.items[Number(name)] : undefined };
      visit(spot.node);
    }
  }
  return spot;
}

/** The line of a path, or of what is there on the way to it. */
export function lineOf(document: Document, lines: LineCounter, path: string): number {
  let line = 1;
  walk(document, path, (node) => {
    if (isNode(node) && node.range) line = lines.linePos(node.range[0]).line;
  });
  return line;
}

/**
 * What stands at a path as it has to be written to be a text: `accent: "#1d5c3a"`, of which YAML takes all behind the key
 * for a remark; undefined where quotes alone would not make it one.
 */
export function quoteAt(document: Document, source: string, path: string): string | undefined {
  const spot = walk(document, path, () => {});
  const words = spot && isNode(spot.node) ? wordsOf(spot.node, source) : undefined;
  if (spot === undefined || words === undefined) return undefined;
  return `${spot.key === undefined ? '- ' : `${spot.key}: `}${inQuotes(words)}`;
}

/** A text in quotes that need no care but for marks of their own. */
export function inQuotes(words: string): string {
  return words.includes('"') || words.includes('\\') ? `'${words.replaceAll("'", "''")}'` : `"${words}"`;
}

function wordsOf(node: Node, source: string): string | undefined {
  if (isScalar(node)) {
    // `# a remark` is one; `#1d5c3a` was meant to be read.
    if (node.value === null && node.comment && /^\S/.test(node.comment)) return `#${node.comment.split('\n')[0]}`;
    if (typeof node.value !== 'string' && node.source) return node.source;
    return undefined;
  }
  // はい: 全部 in a list, {{role:staff}} without quotes: on one line.
  const [from = 0, to = 0] = node.range ?? [];
  const written = source.slice(from, to).trim();
  // What is written in brackets was meant as it is read.
  const isMeant = /^(?:\[|\{(?!\{))/.test(written);
  return written !== '' && !isMeant && !written.includes('\n') ? written : undefined;
}
