import type { Cell } from '../model/block.ts';
import type { RegulationNode } from '../model/tree.ts';

/** A row of a table as it is cited. */
export interface RowPlace {
  anchor: string;
  /** E.g. `別表1 表 3行目`. */
  label: string;
  cells: Cell[];
}

/** The rows of a table node with their anchors and labels, counted from above, its head among them. */
export function tableRows(node: RegulationNode): RowPlace[] {
  return (node.table?.rows ?? []).map((cells, index) => ({
    anchor: `${node.anchor}-r${index + 1}`,
    label: `${node.label} ${index + 1}行目`,
    cells,
  }));
}
