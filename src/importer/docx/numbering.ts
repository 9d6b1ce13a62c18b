import { elementsOf, findElement, type XmlElement } from '../zip/read-xml.ts';
import { isOn, numberOf, toWhole, valOf } from './values.ts';

/** One level of a list as numbering.xml defines it. */
export interface Level {
  start: number;
  format: string;
  /** `第%1条`, with %1 to %9 for the numbers of the levels. */
  text: string;
  /** What follows the number. */
  suffix: 'tab' | 'space' | 'nothing';
  /** Starts anew after this level (counted from 0) or one above it; never where it is -1; after any above where it is left out. */
  restart?: number;
  /** Numbers of other levels are printed in plain figures. */
  legal: boolean;
  /** Paragraph style that stands at this level. */
  style?: string;
  /** Font of the number: bullets are letters of Symbol or Wingdings. */
  font?: string;
}

/** A list paragraphs belong to: `w:num`, its levels with its own overrides. */
export interface List {
  /** Lists of one abstract definition count together. */
  abstractId: string;
  levels: ReadonlyMap<number, Level>;
  /** Level → the number it starts with where this list is first used. */
  starts: ReadonlyMap<number, number>;
}

interface Abstract {
  levels: Map<number, Level>;
  /** Name of a numbering style that holds the levels instead. */
  link?: string;
}

/**
 * Reads numbering.xml: id of a list → the list. `listOfStyle` finds the list a numbering style points to, for definitions
 * that are links to one.
 */
export function readNumbering(root: XmlElement | undefined, listOfStyle: (style: string) => string | undefined) {
  const abstracts = new Map<string, Abstract>();
  const nums = new Map<string, XmlElement>();
  for (const element of root ? elementsOf(root) : []) {
    const { 'w:abstractNumId': abstractId = '', 'w:numId': id = '' } = element.attributes;
    if (element.name === 'w:abstractNum') abstracts.set(abstractId, readAbstract(element));
    if (element.name === 'w:num') nums.set(id, element);
  }
  const levelsOf = (abstractId: string, seen: string[]): ReadonlyMap<number, Level> => {
    const abstract = abstracts.get(abstractId);
    if (!abstract?.link || seen.includes(abstractId)) return abstract?.levels ?? new Map();
    const linked = valOf(findElement(nums.get(listOfStyle(abstract.link) ?? ''), 'w:abstractNumId')) ?? '';
    return levelsOf(linked, [...seen, abstractId]);
  };
  const lists = new Map<string, List>();
  for (const [id, num] of nums) {
    const abstractId = valOf(findElement(num, 'w:abstractNumId')) ?? '';
    lists.set(id, withOverrides(num, abstractId, levelsOf(abstractId, [])));
  }
  return lists as ReadonlyMap<string, List>;
}

function readAbstract(element: XmlElement): Abstract {
  const levels = new Map<number, Level>();
  for (const child of elementsOf(element)) {
    const level = levelNumberOf(child);
    if (child.name === 'w:lvl' && level < levelCount) levels.set(level, readLevel(child));
  }
  const link = valOf(findElement(element, 'w:numStyleLink'));
  return link === undefined ? { levels } : { levels, link };
}

function withOverrides(num: XmlElement, abstractId: string, defined: ReadonlyMap<number, Level>): List {
  const levels = new Map(defined);
  const starts = new Map<number, number>();
  for (const override of elementsOf(num)) {
    const level = levelNumberOf(override);
    if (override.name !== 'w:lvlOverride' || level >= levelCount) continue;
    const whole = findElement(override, 'w:lvl');
    if (whole) levels.set(level, readLevel(whole));
    const start = numberOf(findElement(override, 'w:startOverride'));
    if (start !== undefined) starts.set(level, start);
  }
  return { abstractId, levels, starts };
}

/** A list's levels, and the letters of a number that are looked at: Word allows neither more. */
const levelCount = 9;
const longestText = 255;

function levelNumberOf({ attributes }: XmlElement): number {
  return toWhole(attributes['w:ilvl']) ?? 0;
}

function readLevel(element: XmlElement): Level {
  const suffix = valOf(findElement(element, 'w:suff'));
  const restart = numberOf(findElement(element, 'w:lvlRestart'));
  const style = valOf(findElement(element, 'w:pStyle'));
  const fonts = findElement(findElement(element, 'w:rPr'), 'w:rFonts')?.attributes ?? {};
  const font = fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? fonts['w:eastAsia'];
  return {
    // Left out, it is 0.
    start: numberOf(findElement(element, 'w:start')) ?? 0,
    format: formatOf(findElement(element, 'w:numFmt')),
    text: (valOf(findElement(element, 'w:lvlText')) ?? '').slice(0, longestText),
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    legal: isOn(findElement(element, 'w:isLgl')) ?? false,
    // Written as the level counted from 1, 0 for never.
    ...(restart !== undefined && { restart: restart - 1 }),
    ...(style !== undefined && { style }),
    ...(font !== undefined && { font }),
  };
}

/** The format's name; one of a document's own says how its first numbers look: `001, 002, 003, ...`. */
function formatOf(element: XmlElement | undefined): string {
  const name = valOf(element) ?? 'decimal';
  const zeros = /^(0+)1\b/.exec(element?.attributes['w:format'] ?? '')?.[1];
  return name === 'custom' && zeros ? `custom${zeros.length + 1}` : name;
}
