import type { ChartBox } from '../summary/summary-document.ts';
import { type PlacedBox, toBox } from './chart-box.ts';

/** A chart as it is drawn, from its top left corner; texts are set from the middle of their box. */
export interface ChartLayout {
  /** What all measures and the size of the texts are to be multiplied by, for points. */
  scale: number;
  width: number;
  height: number;
  boxes: PlacedBox[];
  /** Lines between boxes; each is level or upright. */
  rules: ChartRule[];
}

export interface ChartRule {
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
}

/** As wide as the type area of a page, and as high as leaves room for a caption. */
export const chartArea = { width: 480, height: 660 } as const;

/** Between boxes beside one another, and from a box down to those under it. */
const gap = 8;
const drop = 14;
/** Between boxes that hang one under another. */
const hang = 6;
/** What does not fit in its full size is made smaller: the texts are 7 points then. */
const scales = [1, 0.82];
/** Boxes in several rows stand beside the line that leads down to them. */
const indent = 14;
const step = 14;
/** The widest with which all fits is taken: fewer lines are broken. */
const boxWidths = [150, 128, 110, 92, 80];
/** More than ever stood on one page. */
const mostBoxes = 120;

/**
 * Places boxes so that none touches another. Where all is wide enough, those under one box stand in one row below its middle;
 * else some stand in rows, or hang one under another, beside a line that leads down. The same boxes always give the same places.
 * @returns undefined where they do not fit on a page: then they are told as a list.
 */
export function layOutChart(boxes: readonly ChartBox[]): ChartLayout | undefined {
  if (boxes.length > mostBoxes) return undefined;
  const roots = toTree(boxes);
  const tries = [
    ...boxWidths.map((width) => ({ width, scale: 1, spreads: true })),
    ...scales.flatMap((scale) => boxWidths.map((width) => ({ width, scale, spreads: false }))),
  ];
  for (const { width, scale, spreads } of tries) {
    const stack = new Placer(width, spreads).stack(roots, chartArea.width / scale);
    if (stack && stack.height <= chartArea.height / scale) return draw(stack, width, scale);
  }
  return undefined;
}

interface Node {
  box: ChartBox;
  under: Node[];
}

function toTree(boxes: readonly ChartBox[]): Node[] {
  const roots: Node[] = [];
  const path: Node[] = [];
  for (const box of boxes) {
    const node: Node = { box, under: [] };
    (path[box.depth - 1]?.under ?? roots).push(node);
    path.splice(box.depth, path.length, node);
  }
  return roots;
}

/** A part of the chart: how much room it takes, and how it is drawn from a corner. */
interface Block {
  width: number;
  height: number;
  /** From its left edge to the middle of its box. */
  middle: number;
  place: (into: ChartLayout, x: number, y: number) => void;
  /** The same with its box at the left edge, where it hangs from a line at that side. */
  atLeft?: Block;
}

/** Blocks in rows, each with where it begins. */
interface Stack {
  width: number;
  height: number;
  /** One in each row, a line from the side to each. */
  hangs: boolean;
  rows: { y: number; blocks: { block: Block; x: number }[] }[];
}

class Placer {
  readonly #boxWidth: number;
  readonly #spreads: boolean;
  readonly #boxes = new Map<ChartBox, PlacedBox>();
  readonly #found = new Map<Node, Map<number, Block | undefined>>();

  /** @param spreads all in single rows, or not at all */
  constructor(boxWidth: number, spreads: boolean) {
    this.#boxWidth = boxWidth;
    this.#spreads = spreads;
  }

  /** The lowest way to stand several side by side, in as many rows as it takes. */
  stack(nodes: readonly Node[], room: number): Stack | undefined {
    const natural = this.#toStack(nodes, room, room, false);
    if (this.#spreads) return natural?.rows.length === 1 ? natural : undefined;
    let best = natural;
    const most = Math.min(nodes.length, Math.floor((room + gap) / (this.#boxWidth + gap)));
    for (let beside = 1; beside <= most; beside++) {
      // In few steps, so that what was found for a part is found again.
      const each = Math.floor((room - (beside - 1) * gap) / beside / step) * step;
      const tried = this.#toStack(nodes, each, room, beside === 1 && nodes.length > 1);
      if (tried && (!best || tried.height < best.height)) best = tried;
    }
    return best;
  }

  #toStack(nodes: readonly Node[], each: number, room: number, hangs: boolean): Stack | undefined {
    const blocks = nodes.map((node) => this.#toBlock(node, each));
    return blocks.every((block) => block !== undefined) ? toRows(blocks, room, hangs) : undefined;
  }

  #toBlock(node: Node, room: number): Block | undefined {
    const known = this.#found.get(node) ?? new Map<number, Block | undefined>();
    this.#found.set(node, known);
    if (!known.has(room)) known.set(room, this.#makeBlock(node, room));
    return known.get(room);
  }

  #toOwn(box: ChartBox): PlacedBox {
    const known = this.#boxes.get(box) ?? toBox(box, this.#boxWidth);
    this.#boxes.set(box, known);
    return known;
  }

  #makeBlock({ box, under }: Node, room: number): Block | undefined {
    if (this.#boxWidth > room) return undefined;
    const own = this.#toOwn(box);
    if (under.length === 0) return { ...own, middle: own.width / 2, place: (into, x, y) => putBox(into, own, x, y) };
    const whole = this.stack(under, room);
    if (whole?.rows.length === 1) return below(own, whole);
    if (this.#spreads) return undefined;
    const beside = this.stack(under, room - indent);
    return beside && besideTrunk(own, beside);
  }
}

/** Fills rows from the left. */
function toRows(blocks: readonly Block[], room: number, hangs: boolean): Stack {
  const stack: Stack = { width: 0, height: 0, hangs, rows: [] };
  let right = Number.POSITIVE_INFINITY;
  for (const given of blocks) {
    const block = (hangs && given.atLeft) || given;
    if (hangs || right + gap + block.width > room) {
      stack.rows.push({ y: stack.rows.length === 0 ? 0 : stack.height + (hangs ? hang : drop), blocks: [] });
      right = -gap;
    }
    const row = stack.rows.at(-1);
    row?.blocks.push({ block, x: right + gap });
    right += gap + block.width;
    stack.width = Math.max(stack.width, right);
    stack.height = Math.max(stack.height, (row?.y ?? 0) + block.height);
  }
  return stack;
}

/** One row, its box above the middle of it. */
function below(own: PlacedBox, stack: Stack): Block {
  const blocks = stack.rows[0]?.blocks ?? [];
  const middles = blocks.map(({ block, x }) => x + block.middle);
  const [left, right] = [Math.min(...middles), Math.max(...middles)];
  const above = (middle: number): Block => ({
    width: stack.width,
    height: own.height + drop + stack.height,
    middle,
    place(into, x, y) {
      const bus = y + own.height + drop / 2;
      putBox(into, own, x + middle - own.width / 2, y);
      rule(into, [x + middle, y + own.height], [x + middle, bus]);
      rule(into, [x + Math.min(left, middle), bus], [x + right, bus]);
      putRow(into, blocks, x, y + own.height + drop);
    },
  });
  return { ...above((left + right) / 2), atLeft: above(own.width / 2) };
}

/** Several rows, its box at the left and a line down beside them. */
function besideTrunk(own: PlacedBox, stack: Stack): Block {
  const between = stack.hangs ? hang : drop;
  return {
    width: Math.max(own.width, indent + stack.width),
    height: own.height + between + stack.height,
    middle: own.width / 2,
    place(into, x, y) {
      const trunk = x + indent / 2;
      const top = y + own.height + between;
      putBox(into, own, x, y);
      let end = y + own.height;
      for (const row of stack.rows) {
        if (stack.hangs) end = hangRow(into, row.blocks, x, top + row.y);
        else {
          const last = row.blocks.at(-1);
          end = top + row.y - drop / 2;
          rule(into, [trunk, end], [x + indent + (last ? last.x + last.block.middle : 0), end]);
          putRow(into, row.blocks, x + indent, top + row.y);
        }
      }
      rule(into, [trunk, y + own.height], [trunk, end]);
    },
  };
}

/** With a line from the side to the box of the only one in it. @returns how high that line is */
function hangRow(into: ChartLayout, blocks: Stack['rows'][number]['blocks'], x: number, y: number): number {
  const first = into.boxes.length;
  for (const { block } of blocks) block.place(into, x + indent, y);
  const level = y + (into.boxes[first]?.height ?? 0) / 2;
  rule(into, [x + indent / 2, level], [x + indent, level]);
  return level;
}

/** With the line from above to each of them. */
function putRow(into: ChartLayout, blocks: Stack['rows'][number]['blocks'], x: number, y: number): void {
  for (const { block, x: begins } of blocks) {
    rule(into, [x + begins + block.middle, y - drop / 2], [x + begins + block.middle, y]);
    block.place(into, x + begins, y);
  }
}

function rule(into: ChartLayout, from: ChartRule['from'], to: ChartRule['to']): void {
  if (from[0] !== to[0] || from[1] !== to[1]) into.rules.push({ from, to });
}

function putBox(into: ChartLayout, box: PlacedBox, x: number, y: number): void {
  into.boxes.push({ ...box, x, y, lines: box.lines.map((line) => ({ ...line, y: y + line.y })) });
}

function draw(stack: Stack, boxWidth: number, scale: number): ChartLayout {
  const layout: ChartLayout = {
    scale,
    width: Math.max(stack.width, boxWidth),
    height: stack.height,
    boxes: [],
    rules: [],
  };
  for (const { y, blocks } of stack.rows) for (const { block, x } of blocks) block.place(layout, x, y);
  return layout;
}
