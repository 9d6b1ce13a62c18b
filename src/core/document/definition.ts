import type { Basis } from '../../record/v1/basis.ts';

/**
 * A document that a company makes its own and hands on or publishes: clauses of a contract, a policy. Made from
 * content/documents/*.yaml, in our words, with the official ones beside them where the organisation has them.
 */
export interface DocumentDefinition {
  id: string;
  /** Raised whenever the meaning of an answer changes. */
  version: number;
  title: string;
  /** On the page alone. */
  lead: string;
  /** `contract`: 第1条（見出し）, paragraphs numbered; `policy`: `1. 見出し`. */
  style: 'contract' | 'policy';
  /** As the paper is headed; it may name fields. */
  heading: string;
  /** Field that tells one draft from another, e.g. the other party. */
  named: string;
  fields: DocumentField[];
  opening: DocumentLine[];
  articles: Article[];
  closing: DocumentLine[];
  /** Tables at the end, each from the lines of a field. */
  tables: DocumentTable[];
  /** What must stand in it, and in which articles it does. */
  demands: Demand[];
  /** Whose copy the official words are from; left out where there are none. */
  copy?: string;
  /** What the reader should do before using it. */
  caution: string;
  basis: Basis[];
}

export interface DocumentField {
  id: string;
  label: string;
  help: string;
  /** `lines`: one thing a line. */
  kind: 'line' | 'lines' | 'date' | 'number';
  /** What stands on the paper while it is empty, as the source prints it, e.g. `〇年〇月〇日`. */
  blank: string;
  /** What it begins with. */
  initial: string;
}

export interface DocumentLine {
  text: string;
  official?: string;
  /** At the right. */
  end?: true;
}

export interface Article {
  id: string;
  caption: string;
  /** Not in it unless somebody chooses it. */
  optional?: true;
  /** On the page alone: what is doubtful about it. */
  note?: string;
  clauses: Clause[];
}

/** A paragraph or what is listed below one. `{field:court}`, `{article:secrecy}` in it are filled in. */
export interface Clause {
  text: string;
  /** The same in the words of the organisation's copy, without its number; `\n` between paragraphs. */
  official?: string;
  /** Sentences that follow in the same paragraph. */
  more?: Clause[];
  /** It falls away with this article. */
  needs?: string;
  /** How what is below it is numbered: ① or (1); `dot` is ・. */
  mark?: 'circle' | 'bracket' | 'dot';
  items?: Clause[];
  /** What is below it are the lines of this field; without any the clause falls away. */
  list?: string;
}

export interface DocumentTable {
  id: string;
  title: string;
  /** Label of its column. */
  column: string;
  /** Field of `lines` that it shows. */
  field: string;
  /** It falls away with this article. */
  needs?: string;
}

export interface Demand {
  /** e.g. `再委託についての事項`. */
  what: string;
  basis: Basis[];
  /** Articles of which one is enough. */
  articles: string[];
  /** What is not said for certain about it. */
  note: string;
}
