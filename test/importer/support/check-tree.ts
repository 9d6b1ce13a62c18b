import { expect } from 'vitest';
import type { SourceDocument } from '../../../src/importer/model/block.ts';
import { headingKinds, type RegulationNode, type RegulationTree } from '../../../src/importer/model/tree.ts';
import { readText } from '../../../src/importer/text/read-text.ts';
import { buildTree } from '../../../src/importer/tree/build-tree.ts';
import { lettersOf, lettersOfDocument } from '../../../src/importer/tree/letters.ts';

/** Every node of a tree, in its order. */
export function nodesOf(tree: RegulationTree): RegulationNode[] {
  const all: RegulationNode[] = [];
  const waiting = [...tree.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    all.push(node);
    waiting.push(...[...node.children].reverse());
  }
  return all;
}

/** Builds the tree and holds what holds for every tree: no letter lost, anchors sound, headings end in -h. */
export function checkedTree(document: SourceDocument, note = ''): RegulationTree {
  const tree = buildTree(document);
  expect(lettersOf(tree), note).toBe(lettersOfDocument(document));
  const nodes = nodesOf(tree);
  const anchors = nodes.map(({ anchor }) => anchor);
  expect(new Set(anchors).size, note).toBe(anchors.length);
  for (const node of nodes) {
    expect(node.anchor, note).toMatch(/^[a-z0-9][A-Za-z0-9.-]*$/u);
    if (headingKinds.has(node.kind)) expect(node.anchor, note).toMatch(/-h$/u);
    expect(node.label, note).not.toBe('');
    for (const part of node.value ?? []) expect(part, note).toBeGreaterThan(0);
  }
  return tree;
}

/** Reads a UTF-8 file, holds that it has every letter but the marks it says it left out, and builds its tree. */
export function checkedFile(bytes: Uint8Array, kind: 'text' | 'markdown', note = ''): RegulationTree {
  const document = readText(bytes, kind);
  const marks = document.diagnostics.filter((diagnostic) => diagnostic.kind === 'markup');
  const left = marks.flatMap(({ message }) => [...message.matchAll(/ (\d+)字/gu)].map(([, count]) => Number(count)));
  const whole = new TextDecoder().decode(bytes).replace(/\s+/gu, '');
  expect(lettersOfDocument(document).length, note).toBe(whole.length - left.reduce((sum, count) => sum + count, 0));
  return checkedTree(document, note);
}

/** A tree as an outline: kind, anchor, label, number, caption and the beginning of its words. */
export function outline(tree: RegulationTree): string {
  const lines = tree.title.map(({ text }) => `= ${text}`);
  const visit = (node: RegulationNode, depth: number) => {
    const caption = node.caption ? ` ${node.caption.text}${node.caption.place === 'above' ? '↑' : ''}` : '';
    const words = node.body
      .map(({ text }) => ([...text].length > 16 ? `${[...text].slice(0, 15).join('')}…` : text))
      .join(' ⏎ ');
    const table = node.table ? ` ${node.table.rows.length}行` : '';
    lines.push(
      `${'  '.repeat(depth)}${node.kind} ${node.anchor} 〈${node.label}〉 ${node.number}${caption} | ${words}${table}`.trimEnd(),
    );
    for (const child of node.children) visit(child, depth + 1);
  };
  for (const node of tree.children) visit(node, 0);
  return lines.join('\n');
}
