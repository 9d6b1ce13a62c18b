import { isPlain, isTable } from './classify.ts';
import { checkNumber, comesLater, type Growth, isHead, openArticle, startsAt } from './growth.ts';
import { headingParent, listParent } from './list-parent.ts';
import { kindOf, lineAt, put, restOf } from './put-number.ts';
import type { Reading } from './reading.ts';
import { looksLikeTitle } from './wording.ts';

/** 1, or the first of a form: a list begins under what is open, or headings begin. */
export function startsSeries(growth: Growth, index: number, readings: Reading[]): boolean {
  const { forest } = growth;
  const line = lineAt(growth, index);
  const sure = line.level !== undefined || (line.numbered ?? 0) > 0;
  const reading = readings.find(
    ({ form, value, weak }) =>
      value?.[0] === 1 && (!weak || sure || isKnown(growth, form) || comesLater(growth, form, 2, index)),
  );
  if (!reading) return false;
  if (isHeading(growth, index, reading))
    return put(growth, index, reading, headingParent(growth, line, reading), 'heading');
  const at = listParent(growth, index, reading);
  if (!growth.above.has(reading.form)) {
    const forms = forest.stack
      .slice(0, at + 1)
      .filter((open) => !isHead(open))
      .map(({ form }) => form);
    growth.above.set(reading.form, new Set(forms));
  }
  return put(growth, index, reading, at, kindOf(growth, at, reading, false));
}

/** Whether a lone 1 is a number: lists of bare ones stood in the document before, or it is the first of an article or 附則. */
function isKnown({ above, forest }: Growth, form: string): boolean {
  const { kind, children } = forest.top.node;
  const first = (kind === 'article' || kind === 'supplementary') && children.length === 0;
  return form.startsWith('digit') && (first || above.has(form));
}

/** Whether the first number of a series heads what follows: a title with something of its own below it. */
function isHeading(growth: Growth, index: number, reading: Reading): boolean {
  const rest = restOf(growth, index, reading);
  // A question may end as a sentence does: Q1 どこに出しますか。
  if (lineAt(growth, index).level !== undefined) return rest.length <= 100 && !/。(?!$)/u.test(rest);
  if (openArticle(growth) >= 0 || !looksLikeTitle(rest)) return false;
  const [next, second] = growth.pieces.slice(index + 1, index + 3);
  if (!next || next.chapter !== undefined) return false;
  if (next.caption && second?.readings[0]?.form === 'article') return false;
  if (next.readings.some(({ form, value }) => form === reading.form && value?.[0] === 2)) return false;
  if (isTable(next) || isPlain(next) || next.label !== undefined) return true;
  if (next.special) return next.special.kind === 'bullet' || next.special.kind === 'note';
  if (next.block.kind === 'line' && next.block.numbered === 0 && next.readings.length === 0) return true;
  return next.readings.some(({ value }) => value?.at(-1) === 1);
}

/** A number that follows on none: the series it leaves the smallest gap in, or a series that does not begin at 1. */
export function jumps(growth: Growth, index: number, readings: Reading[]): boolean {
  const { forest } = growth;
  const line = lineAt(growth, index);
  const sure = (line.numbered ?? 0) > 0 || line.level !== undefined;
  const reading = readings.find(({ weak }) => !weak || sure);
  if (!reading) return false;
  const value = reading.value?.[0] ?? 0;
  const printed = line.text.slice(0, reading.length).trim();
  let at = -1;
  let smallest = Number.POSITIVE_INFINITY;
  forest.stack.forEach((open, place) => {
    const last = open.series.get(reading.form)?.last;
    if (last === undefined) return;
    const gap = value > last ? value - last : 10_000;
    if (gap > smallest) return;
    smallest = gap;
    at = place;
  });
  if (at < 0) {
    forest.report('number-start', startsAt(printed), line.spot);
    at = listParent(growth, index, reading);
    return put(growth, index, reading, at, kindOf(growth, at, reading, isHeading(growth, index, reading)));
  }
  const series = forest.stack[at]?.series.get(reading.form);
  checkNumber(growth, series?.last, value, printed, line.spot);
  const heads = (series?.heads ?? false) && looksLikeTitle(restOf(growth, index, reading));
  return put(growth, index, reading, at, kindOf(growth, at, reading, heads));
}
