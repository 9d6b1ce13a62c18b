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
      const title = titleOf(node);
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

/** The heading a place stands under. */
export function headingOf(place: Place): Place | undefined {
  let around = place.parent;
  while (around && !around.isHeading) around = around.parent;
  return around;
}

function titleOf({ caption, body }: RegulationNode): string {
  if (caption) return caption.text.replace(/^[（(【[]|[）)】\]]$/gu, '');
  return body.map(({ text }) => text).join('');
}

function linesOf({ body, table }: RegulationNode): string[] {
  const cells = table?.rows.flat().flatMap(({ lines }) => lines.map(({ text }) => text)) ?? [];
  return [...body.map(({ text }) => text), ...cells];
}
