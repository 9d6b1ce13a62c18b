import type { Diagnostic, Line, Spot } from '../model/block.ts';
import { headingKinds, type NodeKind, type RegulationNode } from '../model/tree.ts';

/** Past this depth nothing nests any further: no regulation does, a hostile file may. */
const deepest = 24;

/** The numbers of one form below one place. */
export interface Series {
  last: number;
  heads: boolean;
  /** Depth of the last one's line, where the document gives one. */
  depth?: number;
  /** Whether the last one is printed in full width, and whether its words are a sentence. */
  wide?: boolean;
  sentence?: boolean;
}

/** A place that is still open: what comes next may stand under it. */
export interface Open {
  node: RegulationNode;
  form: string;
  /** Of each form among its children: how far they have come, and how they are set. */
  series: Map<string, Series>;
  level?: number;
  depth?: number;
  /** Items without a number that it counts (号 that only follow one another). */
  unnumbered?: number;
  /** The last number it stands for, of a range: 第5条から第8条まで. */
  until?: number;
}

export interface NewNode {
  kind: NodeKind;
  number?: string;
  value?: number[];
  body?: Line[];
  spot: Spot;
}

/** A node without anchor and label: those come when the tree stands. */
export function newNode({ kind, number = '', value, body = [], spot }: NewNode): RegulationNode {
  return { kind, number, ...(value ? { value } : {}), body, children: [], anchor: '', label: '', spot };
}

/** Whether a number is printed in full width: ２, （３）. */
export function isWide(number: string): boolean {
  return /[０-９]/u.test(number);
}

/** Whether words end as a sentence does. */
export function isSentence(text = ''): boolean {
  return /[。．]$/u.test(text);
}

/**
 * The tree while it grows. Nodes are only ever added at the end of an open place, and what was opened below that place is
 * closed: so the letters of the tree stay in the order of the document.
 */
export class Forest {
  readonly root: Open = { node: newNode({ kind: 'part', spot: {} }), form: 'root', series: new Map() };
  readonly stack: Open[] = [this.root];
  readonly diagnostics: Diagnostic[] = [];

  get top(): Open {
    return this.stack.at(-1) ?? this.root;
  }

  /** Adds a node under an open place and opens it. */
  open(at: number, form: string, node: RegulationNode, more: Partial<Open> = {}): Open {
    const parent = this.add(at, node);
    const open: Open = { node, form, series: new Map(), ...more };
    const heads = parent.series.get(form)?.heads ?? headingKinds.has(node.kind);
    // Articles count on through chapters: their document keeps count.
    if (node.value && node.kind !== 'article') {
      const last = more.until ?? node.value.at(-1) ?? 0;
      const depth = more.depth === undefined ? {} : { depth: more.depth };
      parent.series.set(form, {
        last,
        heads,
        wide: isWide(node.number),
        sentence: isSentence(node.body.at(-1)?.text),
        ...depth,
      });
    }
    this.stack.push(open);
    return open;
  }

  /** Adds a node that holds nothing. */
  add(at: number, node: RegulationNode): Open {
    const index = Math.max(0, Math.min(at, this.stack.length - 1, deepest));
    this.stack.length = index + 1;
    this.top.node.children.push(node);
    return this.top;
  }

  /** Index of the innermost open place for which the test holds, -1 where there is none. */
  find(test: (open: Open, index: number) => boolean): number {
    for (let index = this.stack.length - 1; index >= 0; index -= 1) {
      const open = this.stack[index];
      if (open && test(open, index)) return index;
    }
    return -1;
  }

  /** Index of the innermost open heading; the root counts as one. */
  heading(test: (open: Open) => boolean = () => true): number {
    return Math.max(
      0,
      this.find((open) => headingKinds.has(open.node.kind) && test(open)),
    );
  }

  report(kind: string, message: string, spot: Spot): void {
    this.diagnostics.push({ kind, message, spot });
  }
}
