import type { Line } from '../model/block.ts';
import type { NodeKind } from '../model/tree.ts';
import { cutLine } from './cut-line.ts';
import { newNode } from './forest.ts';
import { type Growth, isHead, titleOf } from './growth.ts';
import type { Reading } from './reading.ts';

/** Forms in which the paragraphs of an article are numbered: 2, ２, 2., ②, (2), 第2項. */
export const paragraphForms = /^(?:paragraph|digit[.,)]?|circled|\(digit\))$/u;

/** The line of a piece that is one. */
export function lineAt({ pieces }: Growth, index: number): Line {
  return pieces[index]?.block as Line;
}

/** Opens the node of a numbered line under an open place, the caption that waits for it above. */
export function put(growth: Growth, index: number, reading: Reading, at: number, kind: NodeKind): true {
  const line = lineAt(growth, index);
  const number = line.text.slice(0, reading.length).trim();
  const node = newNode({ kind, number, ...(reading.value ? { value: reading.value } : {}), spot: line.spot });
  if (kind === 'heading') Object.assign(node, titleOf(line, reading.length));
  else node.body = [cutLine(line, reading.length)].filter((rest) => rest !== undefined);
  const hints = {
    ...(line.level === undefined ? {} : { level: line.level }),
    ...(line.depth === undefined ? {} : { depth: line.depth }),
    ...(reading.until === undefined ? {} : { until: reading.until }),
  };
  const { caption } = growth;
  if (caption) node.caption = caption;
  delete growth.caption;
  growth.forest.open(at, reading.form, node, hints);
  return true;
}

/** The words behind the number. */
export function restOf(growth: Growth, index: number, reading: Reading): string {
  return (growth.pieces[index]?.text ?? '').slice(reading.length).trim();
}

/** The number as it is printed. */
export function printedOf(growth: Growth, index: number, reading: Reading): string {
  return (growth.pieces[index]?.text ?? '').slice(0, reading.length).trim();
}

/** What a numbered line is, by the place it comes under. */
export function kindOf(growth: Growth, at: number, reading: Reading, heads: boolean): NodeKind {
  const parent = growth.forest.stack[at];
  if (heads) return 'heading';
  if ((parent?.node.kind === 'article' || parent?.node.kind === 'supplementary') && paragraphForms.test(reading.form))
    return 'paragraph';
  if (
    reading.form === 'item' ||
    !parent ||
    isHead(parent) ||
    parent.node.kind === 'paragraph' ||
    parent.node.kind === 'note'
  )
    return 'item';
  return 'subitem';
}
