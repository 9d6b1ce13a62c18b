import type { NodeKind } from '../model/tree.ts';
import { cutLine } from './cut-line.ts';
import { isSentence, isWide, newNode, type Open } from './forest.ts';
import { type Growth, openArticle } from './growth.ts';
import { headsMulti, placeMulti } from './place-multi.ts';
import { kindOf, lineAt, paragraphForms, printedOf, put, restOf } from './put-number.ts';
import type { Reading } from './reading.ts';
import { jumps, startsSeries } from './start-series.ts';
import { looksLikeTitle } from './wording.ts';

/** Places a line by its number; false where its beginning turns out to be words. */
export function placeNumber(growth: Growth, index: number): boolean {
  const readings = growth.pieces[index]?.readings ?? [];
  for (const reading of readings) {
    if (reading.form.startsWith('multi') && placeMulti(growth, index, reading)) return true;
  }
  const singles = readings.filter(({ form, value }) => value?.length === 1 && !form.startsWith('multi'));
  return (
    isNextNote(growth, index, singles, true) ||
    goesOnWithSeries(growth, index, singles) ||
    isNextParagraph(growth, index, singles) ||
    isNextNote(growth, index, singles, false) ||
    headsMulti(growth, index, singles) ||
    startsSeries(growth, index, singles) ||
    jumps(growth, index, singles)
  );
}

/** Where a number goes on with a series, and how well its line is set like the one before. */
interface Following {
  at: number;
  reading: Reading;
  kind: NodeKind;
  likeness: number;
}

/** 3 after 2: of the open places that have come as far, the one whose last line is set most alike; the innermost of equals. */
function goesOnWithSeries(growth: Growth, index: number, readings: Reading[]): boolean {
  const { stack } = growth.forest;
  let best: Following | undefined;
  for (let at = stack.length - 1; at >= 0; at -= 1) {
    for (const reading of readings) {
      const found = followingAt(growth, index, at, reading, best !== undefined);
      if (found && (!best || found.likeness > best.likeness)) best = found;
    }
  }
  return best ? put(growth, index, best.reading, best.at, best.kind) : false;
}

function followingAt(
  growth: Growth,
  index: number,
  at: number,
  reading: Reading,
  nested: boolean,
): Following | undefined {
  const open = growth.forest.stack[at];
  const series = open?.series.get(reading.form);
  const value = reading.value?.[0] ?? 0;
  if (!open || !series || value < 2 || series.last !== value - 1) return undefined;
  const line = lineAt(growth, index);
  const rest = restOf(growth, index, reading);
  const heading = line.level !== undefined || looksLikeTitle(rest);
  const insideArticle = open.node.kind !== 'article' && openArticle(growth) > at;
  if (series.heads && !heading && (insideArticle || nested)) return undefined;
  const likeness =
    (series.depth === line.depth ? 4 : 0) +
    (series.wide === isWide(printedOf(growth, index, reading)) ? 2 : 0) +
    (series.sentence === isSentence(rest) ? 1 : 0);
  const heads = line.level !== undefined || (series.heads && heading);
  return { at, reading, kind: kindOf(growth, at, reading, heads), likeness };
}

/** 2 in an article whose first paragraph shows no number. */
function isNextParagraph(growth: Growth, index: number, readings: Reading[]): boolean {
  const article = openArticle(growth);
  const last = growth.forest.stack[article]?.series.get('paragraph')?.last;
  if (last === undefined) return false;
  const reading = readings.find(({ form, value }) => paragraphForms.test(form) && value?.[0] === last + 1);
  return reading ? put(growth, index, reading, article, 'paragraph') : false;
}

/** 注１ … and below it only ２ …: the next note. Surely so outside of articles, where it is a sentence and no list waits for it. */
function isNextNote(growth: Growth, index: number, readings: Reading[], sure: boolean): boolean {
  const { forest } = growth;
  const note = forest.top.node.children.at(-1);
  const last = note?.kind === 'note' ? note.value?.[0] : undefined;
  if (last === undefined || growth.caption) return false;
  const reading = readings.find(({ form, value }) => paragraphForms.test(form) && value?.[0] === last + 1);
  if (!reading) return false;
  const waits = ({ series }: Open) =>
    series.get(reading.form)?.heads === false && series.get(reading.form)?.last === last;
  if (sure && (openArticle(growth) >= 0 || !isSentence(growth.pieces[index]?.text) || forest.stack.some(waits)))
    return false;
  const line = lineAt(growth, index);
  const body = [cutLine(line, reading.length)].filter((rest) => rest !== undefined);
  const number = printedOf(growth, index, reading);
  forest.add(forest.heading(), newNode({ kind: 'note', number, value: [last + 1], body, spot: line.spot }));
  return true;
}
