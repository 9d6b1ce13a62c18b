/** Rows of a list of the company beside a decision. Made by the build; the page alone has them, no file of the decision. */
export interface ShownList {
  title: string;
  /** Path from the site's base, with the anchor of the provision that has the list. */
  url: string;
  /** As one cites it. */
  label: string;
  /** What a row is about, and what else it says. */
  rows: { name: string; says: string[] }[];
  /** The duties that the rows stand with. */
  duties: string[];
  question?: string;
  /** By option of the question: names of the rows, in place of its help. */
  help: Record<string, string>;
}
