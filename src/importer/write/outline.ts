import type { Line, Table } from '../model/block.ts';
import { headingKinds, type RegulationNode, type RegulationTree } from '../model/tree.ts';
import { toOneLine, toWritable } from './escape.ts';
import { countHeadRows } from './head-rows.ts';

/** A place of the document that can be named: it becomes a unit of the source. */
export interface Place {
  anchor: string;
  label: string;
  isHeading: boolean;
  /** Its own words, caption included, each paragraph a line: by them the next import knows it again. */
  words: string;
  /** The node it comes from; its anchor may be another, where a heading has words of its own. */
  node: RegulationNode;
}

export interface SectionPart {
  kind: 'section';
  place: Place;
  number: string;
  caption: string;
  parts: Part[];
}

/** A bullet that stands in the list of what it belongs to. */
export interface Bullet {
  place: Place;
  number: string;
  line: Line;
}

export interface ProvisionPart {
  kind: 'provision';
  place: Place;
  number: string;
  caption: string | undefined;
  lines: Line[];
  table: Table | undefined;
  bullets: Bullet[];
  /** Rows of its table: they are named, not written apart. */
  rows: Place[];
}

export type Part = SectionPart | ProvisionPart;

/** Whether a bullet is to be a line in a list of what it stands under, rather than a provision of its own. */
export type IsListed = (bullet: RegulationNode, under: RegulationNode) => boolean;

/** The tree as a handbook has it: sections that hold provisions, which stand side by side in reading order. */
export function buildOutline(tree: RegulationTree, isListed: IsListed): Part[] {
  const taken = new Set<string>();
  const note = (nodes: readonly RegulationNode[]) => {
    for (const node of nodes) {
      taken.add(node.anchor);
      note(node.children);
    }
  };
  note(tree.children);
  return toParts(tree.children, { isListed, taken });
}

/** All places of the outline, in reading order. */
export function listPlaces(parts: readonly Part[]): Place[] {
  return parts.flatMap((part) =>
    part.kind === 'section'
      ? [part.place, ...listPlaces(part.parts)]
      : [part.place, ...part.rows, ...part.bullets.map(({ place }) => place)],
  );
}

export function listProvisions(parts: readonly Part[]): ProvisionPart[] {
  return parts.flatMap((part) => (part.kind === 'section' ? listProvisions(part.parts) : [part]));
}

interface Context {
  isListed: IsListed;
  /** Anchors of the tree. */
  taken: Set<string>;
}

function toParts(nodes: readonly RegulationNode[], context: Context): Part[] {
  return nodes.flatMap((node) =>
    headingKinds.has(node.kind) ? [toSection(node, context)] : toProvisions(node, context),
  );
}

function toSection(node: RegulationNode, context: Context): SectionPart {
  const { caption, body, table, children } = node;
  const isTitle = !caption && body.length > 0 && body.every(({ text }) => isTitleLine(text));
  const title = caption ? caption.text : isTitle ? body.map(({ text }) => text).join(' ') : '';
  const { number, words = '', lead } = toHead(node, title);
  const rest = [...lead, ...(isTitle ? [] : body)];
  const parts = toParts(children, context);
  if (rest.length > 0 || table) {
    const anchor = freeAnchor(node.anchor.replace(/-h$/, ''), context.taken);
    const place = { anchor, label: labelOf(node), isHeading: false, words: toWords(rest, table), node };
    parts.unshift({
      kind: 'provision',
      place,
      number: '',
      caption: undefined,
      lines: rest,
      table,
      bullets: [],
      rows: [],
    });
  }
  // A heading without words is named by its number, one without either by what one calls it.
  const [shownNumber, shownCaption] = words ? [number, words] : ['', number || labelOf(node)];
  const place = { anchor: node.anchor, label: labelOf(node), isHeading: true, words: toWritable(words), node };
  return { kind: 'section', place, number: shownNumber, caption: shownCaption, parts };
}

/** A heading's own line, and not the rule that stands on it. */
function isTitleLine(text: string): boolean {
  return !/[。．]\s*$/.test(text) && text.length <= 120;
}

/**
 * Number and caption as attributes carry them. What an attribute would take for a place to fill in stands in front of the
 * text instead, and so does what comes after it.
 */
function toHead({ number, spot }: RegulationNode, caption: string | undefined) {
  const isPlaceholder = (text: string) => text.includes('{{');
  const from = isPlaceholder(number) ? 0 : isPlaceholder(caption ?? '') ? 1 : 2;
  const all = [number, caption ?? ''];
  const lead = all.slice(from).filter((text) => text.trim() !== '');
  return {
    number: from > 0 ? number.trim() : '',
    words: from > 1 ? caption?.trim() : undefined,
    lead: lead.map((text): Line => ({ kind: 'line', text, spot })),
  };
}

function toProvisions(node: RegulationNode, context: Context): Part[] {
  const { children, table, caption } = node;
  const { number, words: shownCaption, lead } = toHead(node, caption?.text);
  const lines = [...lead, ...node.body];
  const named = table ? children.filter(isOnlyRow) : [];
  const rows = toRows(node, named, context.taken);
  const head = table && { ...table, rows: table.rows.slice(0, Math.max(0, table.rows.length - rows.length)) };
  const others = table ? children.filter((child) => !isOnlyRow(child)) : children;
  const firstOther = others.findIndex((child) => !(isPlainBullet(child) && context.isListed(child, node)));
  const bullets = others.slice(0, firstOther === -1 ? others.length : firstOther);
  const place = {
    anchor: node.anchor,
    label: labelOf(node),
    isHeading: false,
    words: toWords([...(shownCaption ? [{ text: shownCaption }] : []), ...lines], head),
    node,
  };
  const part: ProvisionPart = {
    kind: 'provision',
    place,
    number,
    caption: shownCaption,
    lines,
    table,
    bullets: bullets.map(toBullet),
    rows,
  };
  return [part, ...toParts(others.slice(bullets.length), context)];
}

/** A row of a table: its words are those in the table. */
function isOnlyRow({ kind, number, caption, body, table, children }: RegulationNode): boolean {
  return !headingKinds.has(kind) && number === '' && !caption && body.length === 0 && !table && children.length === 0;
}

function isPlainBullet(node: RegulationNode): boolean {
  const { kind, number, caption, body, table, children } = node;
  return (
    kind === 'bullet' && !number.includes('{{') && !caption && body.length === 1 && !table && children.length === 0
  );
}

function toBullet(node: RegulationNode): Bullet {
  const [line = { kind: 'line' as const, text: '', spot: node.spot }] = node.body;
  const place = { anchor: node.anchor, label: labelOf(node), isHeading: false, words: toWords(node.body), node };
  return { place, number: node.number.trim(), line };
}

function toRow(node: RegulationNode, words: string): Place {
  return { anchor: node.anchor, label: labelOf(node), isHeading: false, words, node };
}

/** Places for the rows of a table: those that the tree names, else one for each below its head. */
function toRows(node: RegulationNode, named: readonly RegulationNode[], taken: Set<string>): Place[] {
  const { table } = node;
  if (!table || (named.length === 0 && table.rows.length < 2)) return [];
  const heads = named.length > 0 ? Math.max(0, table.rows.length - named.length) : countHeadRows(table);
  return table.rows.slice(heads).flatMap((row, index): Place[] => {
    const words = cellWords([row]);
    const own = named[index];
    if (own) return [toRow(own, words)];
    if (named.length > 0) return [];
    const anchor = freeAnchor(`${node.anchor}-r${index + 1}`, taken);
    return [{ anchor, label: `${labelOf(node)} ${index + 1}行目`, isHeading: false, words, node }];
  });
}

function labelOf({ label, number, anchor }: RegulationNode): string {
  return (toOneLine(label) || toOneLine(number) || anchor).replaceAll('{{', '{ {');
}

function toWords(lines: readonly { text: string }[], table?: Table): string {
  const cells = table ? cellWords(table.rows) : '';
  return toWritable([...lines.map(({ text }) => text.trim()), cells].filter(Boolean).join('\n'));
}

function cellWords(rows: Table['rows']): string {
  const words = rows.map((row) => row.map(({ lines }) => lines.map(({ text }) => text).join(' ')).join('\t'));
  return toWritable(words.join('\n').trim());
}

function freeAnchor(wanted: string, taken: Set<string>): string {
  let anchor = wanted;
  for (let n = 1; taken.has(anchor); n += 1) anchor = `${wanted}-p${n}`;
  taken.add(anchor);
  return anchor;
}
