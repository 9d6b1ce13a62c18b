import { formatNumber } from './number-formats.ts';
import type { Level, List } from './numbering.ts';
import { toRealSymbols } from './symbols.ts';

/** A paragraph's automatic number as it is printed. */
export interface PrintedNumber {
  text: string;
  /** What stands between it and the paragraph's own text. */
  suffix: string;
  /** A format we do not know; plain figures stand in its place. */
  unknownFormat?: string;
}

/** A tab is a gap of unknown width: in Japanese text, an ideographic space. */
const suffixes = { tab: '\u3000', space: ' ', nothing: '' };

/** Counts a document's numbered paragraphs in reading order, as Word does. */
export class Numberer {
  #lists: ReadonlyMap<string, List>;
  /** Abstract definition → the number each level has reached. */
  #counters = new Map<string, Map<number, number>>();
  /** Lists whose own start has been used. */
  #started = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists;
  }

  /** Whether there is such a list with such a level. */
  has(listId: string, level: number): boolean {
    return this.#lists.get(listId)?.levels.has(level) ?? false;
  }

  /** The level of a list that a paragraph style stands at. */
  levelOfStyle(listId: string, style: string): number | undefined {
    for (const [level, definition] of this.#lists.get(listId)?.levels ?? [])
      if (definition.style === style) return level;
    return undefined;
  }

  /** Counts one more paragraph of a list and prints its number; `undefined` where the list is not defined. */
  next(listId: string, level: number): PrintedNumber | undefined {
    const list = this.#lists.get(listId);
    const definition = list?.levels.get(level);
    if (!list || !definition) return undefined;
    const counters = this.#counters.get(list.abstractId) ?? new Map<number, number>();
    this.#counters.set(list.abstractId, counters);
    this.#restart(listId, list, counters, level);
    for (let above = 0; above < level; above++) {
      // A level that was jumped over counts as begun.
      if (!counters.has(above)) counters.set(above, list.levels.get(above)?.start ?? 1);
    }
    const before = counters.get(level);
    counters.set(level, before === undefined ? definition.start : before + 1);
    for (const [below, it] of list.levels) if (restartsAfter(it, below, level)) counters.delete(below);
    return print(list, definition, counters);
  }

  /** A list with a start of its own begins with it once, at the first level that has one: the others go on from there. */
  #restart(listId: string, list: List, counters: Map<number, number>, level: number): void {
    const start = list.starts.get(level);
    if (start === undefined || this.#started.has(listId)) return;
    this.#started.add(listId);
    counters.set(level, start - 1);
  }
}

/** No number is longer; a file made to harm could make each of a million. */
const longestNumber = 255;

function restartsAfter({ restart }: Level, own: number, level: number): boolean {
  return level < own && (restart === undefined || level <= restart);
}

function print(list: List, definition: Level, counters: ReadonlyMap<number, number>): PrintedNumber {
  let unknownFormat: string | undefined;
  const text = definition.text.replace(/%([1-9])/g, (_, position: string) => {
    const level = Number(position) - 1;
    const value = counters.get(level) ?? list.levels.get(level)?.start ?? 1;
    const format = list.levels.get(level)?.format ?? 'decimal';
    const hidden = format === 'none' || format === 'bullet';
    if (definition.legal && !hidden) return String(value);
    const width = /^custom(\d+)$/.exec(format)?.[1];
    if (width) return String(value).padStart(Number(width), '0');
    const written = formatNumber(value, format);
    if (written === undefined) unknownFormat = format;
    return written ?? String(value);
  });
  const real = (definition.format === 'bullet' ? toRealSymbols(text, definition.font, '•') : text).slice(
    0,
    longestNumber,
  );
  const suffix = real === '' ? '' : suffixes[definition.suffix];
  return { text: real, suffix, ...(unknownFormat !== undefined && { unknownFormat }) };
}
