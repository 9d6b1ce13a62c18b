import { findElement, type XmlElement } from '../zip/read-xml.ts';
import { readTint, type Theme, type Tint } from './colours.ts';
import { isOn, numberOf, toWhole, valOf } from './values.ts';

/** What of a paragraph's formatting matters to a reader; what is not said is inherited. */
export interface ParagraphProperties {
  /** Id of the list it belongs to; `0` takes it out of one. */
  list?: string;
  /** Its level there, counted from 0. */
  listLevel?: number;
  /** Outline level counted from 0; 9 for none. */
  outline?: number;
  /** Where its lines begin: in twentieths of a point, or in hundredths of a letter, which win. */
  start?: number;
  startLetters?: number;
  /** How far the first line stands out to the left of that. */
  hanging?: number;
  hangingLetters?: number;
  pageBefore?: boolean;
}

/** What of a run's formatting matters to a reader. */
export interface RunProperties {
  tint?: Tint;
  hidden?: boolean;
  /** Font of letters that have no script of their own, as pictures are. */
  font?: string;
}

/** Reads a `w:pPr`, of a paragraph or of a style. */
export function readParagraphProperties(element: XmlElement | undefined): ParagraphProperties {
  if (!element) return {};
  const numbering = findElement(element, 'w:numPr');
  const indent = findElement(element, 'w:ind')?.attributes ?? {};
  return withoutGaps({
    list: valOf(findElement(numbering, 'w:numId')),
    listLevel: numberOf(findElement(numbering, 'w:ilvl')),
    outline: numberOf(findElement(element, 'w:outlineLvl')),
    start: toWhole(indent['w:start'] ?? indent['w:left']),
    startLetters: toWhole(indent['w:startChars'] ?? indent['w:leftChars']),
    hanging: toWhole(indent['w:hanging']),
    hangingLetters: toWhole(indent['w:hangingChars']),
    pageBefore: isOn(findElement(element, 'w:pageBreakBefore')),
  });
}

/** Reads a `w:rPr`, of a run or of a style. */
export function readRunProperties(element: XmlElement | undefined, theme: Theme): RunProperties {
  if (!element) return {};
  const fonts = findElement(element, 'w:rFonts')?.attributes ?? {};
  return withoutGaps({
    tint: readTint(findElement(element, 'w:color'), theme),
    hidden: isOn(findElement(element, 'w:vanish')),
    font: fonts['w:ascii'] ?? fonts['w:hAnsi'],
  });
}

type WithoutGaps<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is not said, so that spreading one over another inherits. */
function withoutGaps<T extends object>(all: T): WithoutGaps<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as WithoutGaps<T>;
}
