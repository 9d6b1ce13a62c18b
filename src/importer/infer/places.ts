import { headingKinds, type RegulationNode, type RegulationTree } from '../model/tree.ts';
import { type Sentence, toSentences } from './sentences.ts';

/** A place of the tree as the rules see it. */
export interface Place {
  node: RegulationNode;
  parent: Place | undefined;
  /** Titles of the headings around it, outermost first, without numbers and brackets. */
  titles: string[];
  isHeading: boolean;
  /** Its sentences, those of a table included. */
  sentences: Sentence[];
  /** Letters of all of it, for looking a word up. */
  text: string;
  children: Place[];
  /** The place before it under the same parent. */
  before: Place | undefined;
}

/** All places of a tree in its order. */
export function toPlaces(tree: RegulationTree): Place[] {
  const places: Place[] = [];
  const walk = (nodes: readonly RegulationNode[], parent: Place | undefined, titles: string[]): Place[] => {
    const siblings: Place[] = [];
    for (const node of nodes) {
      const lines = linesOf(node);
      const isHeading = headingKinds.has(node.kind);
      const title = wordsOfTitle(node);
      const place: Place = {
        node,
        parent,
        titles: isHeading || node.caption ? [...titles, title] : titles,
        isHeading,
        sentences: lines.flatMap(toSentences),
        text: lines.join('\n'),
        children: [],
        before: siblings.at(-1),
      };
      siblings.push(place);
      places.push(place);
      place.children = walk(node.children, place, place.titles);
    }
    return siblings;
  };
  walk(tree.children, undefined, []);
  return places;
}

/** What introduces a place: the nearest one around it that is no heading. */
export function leadOf({ parent }: Place): Place | undefined {
  return parent && !parent.isHeading ? parent : undefined;
}

/** It introduces what follows: 次に掲げる, 以下の, 下記の. */
export function isList({ text }: Place): boolean {
  return /次の|次に|つぎ|以下(?!「)|下記|各号|左記/u.test(text);
}

/** A line that stands over others without being a heading of the tree: <禁止事項>, 【税務】. */
const inner = /^[<＜《【〔][^<＜《【〔>＞》】〕]*[>＞》】〕]$/u;

/** What a place is put under inside its article: the line in brackets at its own beginning, or the nearest before it. */
export function innerTitleOf(place: Place): string | undefined {
  const own = place.text.split('\n')[0] ?? '';
  if (inner.test(own)) return own.slice(1, -1);
  for (let { before } = place; before && !before.isHeading; before = before.before)
    if (isInner(before)) return before.text.slice(1, -1);
  return place.parent && isInner(place.parent) ? place.parent.text.slice(1, -1) : undefined;
}

/** It is such a line and nothing else. */
export function isInner({ text }: Place): boolean {
  return inner.test(text);
}

/** What introduces a place: what it stands in, or, in a flat list, the place before it that announces what follows. */
export function introOf(place: Place): Place | undefined {
  const lead = leadOf(place);
  if (lead) return isInner(lead) ? introOf(lead) : lead;
  const { kind } = place.node;
  if (kind === 'note' || kind === 'paragraph' || (kind === 'text' && place.sentences.some(({ closed }) => closed)))
    return undefined;
  for (let { before } = place; before && !before.isHeading; before = before.before) {
    if (isInner(before) || (before.node.kind === kind && kind !== 'text')) continue;
    if (isList(before)) return before;
    if (before.node.kind !== 'text' || before.sentences.some(({ closed }) => closed)) return undefined;
  }
  return undefined;
}

/** The heading a place stands under. */
export function headingOf(place: Place): Place | undefined {
  let around = place.parent;
  while (around && !around.isHeading) around = around.parent;
  return around;
}

/** The title of a heading, without its number; empty where there is none. */
export function titleOf(heading: Place | undefined): string {
  return heading?.titles.at(-1) ?? '';
}

function wordsOfTitle({ caption, body }: RegulationNode): string {
  if (caption) return caption.text.replace(/^[（(【[]|[）)】\]]$/gu, '');
  return body.map(({ text }) => text).join('');
}

function linesOf({ body, table }: RegulationNode): string[] {
  const cells = table?.rows.flat().flatMap(({ lines }) => lines.map(({ text }) => text)) ?? [];
  return [...body.map(({ text }) => text), ...cells];
}
