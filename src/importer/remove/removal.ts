/** What goes when an imported document is removed. */
export interface Removal {
  /** Path in the content folder → text, of the files in which something is taken out. */
  files: Map<string, string>;
  /** Paths of files that are deleted. */
  removed: string[];
  /** What is taken out of the files that stay, a line each. */
  entries: string[];
  /** What of all this people have written or put right, a line each: no import brings it back. */
  handMade: string[];
}

/** Where a removal takes something out: the files as they are by then. */
export interface RemovalDesk {
  textOf(path: string): string | undefined;
  put(path: string, text: string): void;
  /** Notes what is taken out. */
  take(line: string, isHandMade: boolean): void;
}
