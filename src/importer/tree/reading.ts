/**
 * The form of a number: numbers of one form make a series. Structure (`chapter`, `article` …) says its rank itself; what rank the
 * others have is learnt from the document.
 */
export type Form = string;

/** One way to read the beginning of a line as a number. */
export interface Reading {
  form: Form;
  /** Left out where the document leaves it to be filled in, e.g. 第〇条. */
  value?: number[];
  /** How many letters of the line it takes. */
  length: number;
  /** The last number of a range, 第5条から第8条まで. */
  until?: number;
  /** Only together with a neighbour in its series: `ア ` and `3 ` may be words of a sentence. */
  weak?: boolean;
}
