import type { RegulationNode } from '../model/tree.ts';

/** What a place says to those below it. */
export interface Place {
  parent?: RegulationNode;
  /** Anchor and label of the place, without `-h`; empty at the top. */
  path: string;
  label: string;
  /** Those that the place itself was built on: 1.2 below 1 takes the place of 1. */
  outer: { path: string; label: string };
  /** Those of the document (annex, 附則, or a chapter that counts its articles anew) the articles count in. */
  document: { path: string; label: string };
}

/** Which of its kind a node is among its siblings, and of how many. */
export interface Count {
  index: number;
  of: number;
}
