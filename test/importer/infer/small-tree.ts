import { toPlaces } from '../../../src/importer/infer/places.ts';
import type { RegulationNode, RegulationTree } from '../../../src/importer/model/tree.ts';

/** A place written short: `[kind, anchor, text, its children, number, value]`. */
export type Short = readonly [
  kind: RegulationNode['kind'],
  anchor: string,
  text: string,
  children?: readonly Short[],
  number?: string,
  value?: number[],
];

/** A tree of places as the importer builds them. */
export function smallTree(...places: readonly Short[]): RegulationTree {
  const toNode = ([kind, anchor, text, children = [], number = '', value]: Short): RegulationNode => ({
    kind,
    number,
    ...(value && { value }),
    body: text.split('\n').flatMap((line) => (line ? [{ kind: 'line' as const, text: line, spot: {} }] : [])),
    children: children.map(toNode),
    anchor,
    label: anchor,
    spot: {},
  });
  return { title: [], children: places.map(toNode), diagnostics: [] };
}

/** A table of one place: rows of cells. */
export function tableNode(anchor: string, rows: readonly (readonly string[])[]): RegulationNode {
  const cell = (text: string) => ({ columns: 1, rows: 1, lines: [{ kind: 'line' as const, text, spot: {} }] });
  return {
    kind: 'table',
    number: '',
    body: [],
    table: { kind: 'table', rows: rows.map((row) => row.map(cell)), spot: {} },
    children: [],
    anchor,
    label: anchor,
    spot: {},
  };
}

/** The places of such a tree. */
export function smallPlaces(...places: readonly Short[]) {
  return toPlaces(smallTree(...places));
}
