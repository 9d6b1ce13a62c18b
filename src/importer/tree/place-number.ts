import type { Line } from '../model/block.ts';
import type { NodeKind } from '../model/tree.ts';
import { isPlain, isTable } from './classify.ts';
import { cutLine } from './cut-line.ts';
import { newNode } from './forest.ts';
import {
  checkNumber,
  comesLater,
  type Growth,
  holdsNumbers,
  isDocument,
  isHead,
  openArticle,
  titleOf,
} from './growth.ts';
import { type Reading, readingsOf } from './marks.ts';
import { announcesList, looksLikeTitle } from './wording.ts';

/** Forms in which the paragraphs of an article are numbered: 2, ２, 2., ②, (2), 第2項. */
const paragraphForms = /^(?:paragraph|digit[.,)]?|circled|\(digit\))$/u;
/** Numbers of headings that are of one rank though their forms differ: 1 and 1. */
const headForms = /^digit[.,)]?$/u;

/** Places a line by its number; false where its beginning turns out to be words. */
export function placeNumber(growth: Growth, index: number): boolean {
  const readings = growth.pieces[index]?.readings ?? [];
  for (const reading of readings) {
    if (reading.form.startsWith('multi') && placeMulti(growth, index, reading)) return true;
  }
  const singles = readings.filter(({ form, value }) => value?.length === 1 && !form.startsWith('multi'));
  return (
    goesOnWithSeries(growth, index, singles) ||
    isNextParagraph(growth, index, singles) ||
    startsSeries(growth, index, singles) ||
    jumps(growth, index, singles)
  );
}

function lineAt({ pieces }: Growth, index: number): Line {
  return pieces[index]?.block as Line;
}

/** Opens the node of a numbered line under an open place. */
function put(growth: Growth, index: number, reading: Reading, at: number, kind: NodeKind): true {
  const line = lineAt(growth, index);
  const number = line.text.slice(0, reading.length).trim();
  const node = newNode({ kind, number, ...(reading.value ? { value: reading.value } : {}), spot: line.spot });
  if (kind === 'heading') Object.assign(node, titleOf(line, reading.length));
  else node.body = [cutLine(line, reading.length)].filter((rest) => rest !== undefined);
  const hints = {
    ...(line.level === undefined ? {} : { level: line.level }),
    ...(line.depth === undefined ? {} : { depth: line.depth }),
  };
  growth.forest.open(at, reading.form, node, hints);
  return true;
}

function restOf(growth: Growth, index: number, reading: Reading): string {
  return (growth.pieces[index]?.text ?? '').slice(reading.length).trim();
}

/** 1.2 under 1, 9-1 under chapter 9: under the open place whose number it begins with. */
function placeMulti(growth: Growth, index: number, reading: Reading): boolean {
  const { forest } = growth;
  const value = reading.value ?? [];
  const last = value.at(-1) ?? 0;
  const prefix = value.slice(0, -1).join('.');
  let at = forest.find(({ node, form }) => !/^[(]|circled|kana|iroha/u.test(form) && node.value?.join('.') === prefix);
  const rest = restOf(growth, index, reading);
  const title =
    looksLikeTitle(rest) || (growth.pieces[index]?.block.kind === 'line' && lineAt(growth, index).level !== undefined);
  const before = at < 0 ? undefined : forest.stack[at]?.series.get(reading.form)?.last;
  if (reading.weak && !(at >= 0 && title && last === (before ?? 0) + 1)) return false;
  if (at < 0) {
    const same = forest.find((open) => open.series.has(reading.form));
    if (same < 0 && last !== 1) return false;
    at = same >= 0 ? same : forest.heading((open) => holdsNumbers(open));
    forest.report(
      'number-orphan',
      `「${reading.value?.join('.')}」の上に立つ番号「${prefix}」が見当たりません。`,
      lineAt(growth, index).spot,
    );
  } else {
    checkNumber(
      growth,
      before ?? 0,
      last,
      growth.pieces[index]?.text.slice(0, reading.length).trim() ?? '',
      lineAt(growth, index).spot,
    );
  }
  return put(growth, index, reading, at, title ? 'heading' : 'item');
}

/** 3 after 2: the innermost open place that has come as far as the number before. */
function goesOnWithSeries(growth: Growth, index: number, readings: Reading[]): boolean {
  const { forest } = growth;
  const rest = (reading: Reading) => restOf(growth, index, reading);
  for (let at = forest.stack.length - 1; at >= 0; at -= 1) {
    const open = forest.stack[at];
    for (const reading of readings) {
      const value = reading.value?.[0] ?? 0;
      const series = open?.series.get(reading.form);
      if (!open || value < 2 || series?.last !== value - 1) continue;
      const level = lineAt(growth, index).level !== undefined;
      const insideArticle = open.node.kind !== 'article' && openArticle(growth) > at;
      if (series.heads && insideArticle && !looksLikeTitle(rest(reading)) && !level) continue;
      return put(
        growth,
        index,
        reading,
        at,
        kindOf(growth, at, reading, level || (series.heads && looksLikeTitle(rest(reading)))),
      );
    }
  }
  return false;
}

/** What a numbered line is, by the place it comes under. */
function kindOf(growth: Growth, at: number, reading: Reading, heads: boolean): NodeKind {
  const parent = growth.forest.stack[at];
  if (heads) return 'heading';
  if ((parent?.node.kind === 'article' || parent?.node.kind === 'supplementary') && paragraphForms.test(reading.form))
    return 'paragraph';
  if (
    reading.form === 'item' ||
    !parent ||
    isHead(parent) ||
    parent.node.kind === 'paragraph' ||
    parent.node.kind === 'note'
  )
    return 'item';
  return 'subitem';
}

/** 2 in an article whose first paragraph shows no number. */
function isNextParagraph(growth: Growth, index: number, readings: Reading[]): boolean {
  const article = openArticle(growth);
  const last = growth.forest.stack[article]?.series.get('paragraph')?.last;
  if (last === undefined) return false;
  const reading = readings.find(({ form, value }) => paragraphForms.test(form) && value?.[0] === last + 1);
  return reading ? put(growth, index, reading, article, 'paragraph') : false;
}

/** 1, or the first of a form: a list begins under what is open, or headings begin. */
function startsSeries(growth: Growth, index: number, readings: Reading[]): boolean {
  const { forest } = growth;
  const line = lineAt(growth, index);
  const sure = line.level !== undefined || (line.numbered ?? 0) > 0;
  const reading = readings.find(
    ({ form, value, weak }) => value?.[0] === 1 && (!weak || sure || comesLater(growth, form, 2, index)),
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

/** Whether the first number of a series heads what follows: a title with something of its own below it. */
function isHeading(growth: Growth, index: number, reading: Reading): boolean {
  const rest = restOf(growth, index, reading);
  if (lineAt(growth, index).level !== undefined) return rest.length <= 100 && !rest.includes('。');
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

/** Where headings that begin anew stand. */
function headingParent({ forest }: Growth, line: Line, reading: Reading): number {
  const { level } = line;
  if (level !== undefined) {
    return forest.heading(
      (open) =>
        open.node.kind !== 'article' &&
        holdsNumbers(open) &&
        ((open.level ?? 0) < level || (open.form === 'level' && open.level === level)),
    );
  }
  const at = forest.heading((open) => holdsNumbers(open));
  const open = forest.stack[at];
  const beside = open && headForms.test(open.form) && headForms.test(reading.form) && open.form !== reading.form;
  if (!beside || (open.node.value?.[0] ?? 0) === 1 || isDocument(open)) return at;
  // Another form of the same rank that stood below none of the headings before is a second count beside the first.
  const siblings = forest.stack[at - 1]?.node.children.slice(-20) ?? [];
  const nests = siblings.some(({ children }) =>
    children.slice(0, 20).some(({ kind, number }) => kind === 'heading' && hasForm(number, reading.form)),
  );
  return nests ? at : at - 1;
}

function hasForm(number: string, form: string): boolean {
  return readingsOf(number).some((reading) => reading.form === form);
}

/** Where a list that begins stands: under the last open place, unless its form was learnt to stand further out. */
function listParent(growth: Growth, index: number, reading: Reading): number {
  const { forest, above } = growth;
  let at = forest.stack.length - 1;
  while (at > 0) {
    const open = forest.stack[at];
    if (!open || isHead(open) || !above.get(open.form)?.has(reading.form)) break;
    at -= 1;
  }
  const open = forest.stack[at];
  if (at > 0 && open?.form === reading.form && !isHead(open) && !announcesList(open.node.body.at(-1)?.text ?? '')) {
    at -= 1;
    checkNumber(
      growth,
      open.node.value?.[0],
      1,
      growth.pieces[index]?.text.slice(0, reading.length).trim() ?? '',
      lineAt(growth, index).spot,
    );
  }
  return at;
}

/** A number that follows on none: the series it leaves the smallest gap in, or a series that does not begin at 1. */
function jumps(growth: Growth, index: number, readings: Reading[]): boolean {
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
    forest.report(
      'number-start',
      `「${printed}」から番号が始まっています。前の番号が抜けていないか、元の文書で確かめてください。`,
      line.spot,
    );
    at = listParent(growth, index, reading);
    return put(growth, index, reading, at, kindOf(growth, at, reading, isHeading(growth, index, reading)));
  }
  const series = forest.stack[at]?.series.get(reading.form);
  checkNumber(growth, series?.last, value, printed, line.spot);
  const heads = (series?.heads ?? false) && looksLikeTitle(restOf(growth, index, reading));
  return put(growth, index, reading, at, kindOf(growth, at, reading, heads));
}
