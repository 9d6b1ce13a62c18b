import type { XmlElement } from '../zip/read-xml.ts';
import type { Theme } from './colours.ts';
import type { Fields } from './fields.ts';
import type { Notices } from './notices.ts';
import type { Numberer } from './numberer.ts';
import type { Styles } from './styles.ts';

/** What is known while a document is read, and how far it has been read. */
export interface Reading {
  styles: Styles;
  theme: Theme;
  numberer: Numberer;
  notices: Notices;
  /** Footnotes and endnotes not yet met, by their ids. */
  notes: Record<'footnote' | 'endnote', Map<string, XmlElement>>;
  /** How many of them have been met. */
  noteCounts: Record<'footnote' | 'endnote', number>;
  /** Whether each section begins on a page of its own, in order; and the section reached. */
  sections: boolean[];
  section: number;
  /** Paragraphs met so far, counted as `Spot` counts them. */
  paragraph: number;
  /** Whether paragraphs are counted: those of text boxes and notes are not. */
  counts: boolean;
  /** Fields of the story being read. */
  fields: Fields;
}
