import type { Line, Table } from '../model/block.ts';
import type { NodeKind } from '../model/tree.ts';
import { isPlain, type Piece } from './classify.ts';
import { cutLine } from './cut-line.ts';
import { newNode, type Open } from './forest.ts';
import { checkNumber, type Growth, holdsNumbers, isDocument, startsAt, titleOf } from './growth.ts';
import { isStructure, structureForms } from './marks.ts';
import type { Reading } from './reading.ts';
import { bracketed, captionBrackets, goesOn, looksLikeTitle } from './wording.ts';

const rankOf = (kind: NodeKind) => (structureForms as readonly string[]).indexOf(kind);

/** Index of the document (or annex, 附則 …) that a number belongs to: the one whose numbers it goes on with, else the innermost. */
function owner({ forest }: Growth, form: string, value: number | undefined, starts: (at: number) => boolean): number {
  const goesOnWith = forest.find((open, at) => {
    const last = open.series.get(form)?.last;
    return starts(at) && last !== undefined && value !== undefined && value > 1 && last === value - 1;
  });
  return goesOnWith >= 0
    ? goesOnWith
    : Math.max(
        0,
        forest.find((_, at) => starts(at)),
      );
}

/** 第1編 … 第1目 */
export function placeStructure(growth: Growth, line: Line, reading: Reading): void {
  const { forest } = growth;
  const kind = reading.form as (typeof structureForms)[number];
  const value = reading.value?.at(-1);
  const at = owner(growth, kind, value, (index) => {
    const open = forest.stack[index];
    return (
      open !== undefined && (isDocument(open) || (rankOf(open.node.kind) >= 0 && rankOf(open.node.kind) < rankOf(kind)))
    );
  });
  const number = line.text.trim().slice(0, reading.length).trim();
  if (reading.value?.length === 1 && value)
    checkNumber(growth, forest.stack[at]?.series.get(kind)?.last, value, number, line.spot);
  const node = newNode({ kind, number, ...(reading.value ? { value: reading.value } : {}), spot: line.spot });
  Object.assign(node, titleOf({ ...line, text: line.text.trim() }, reading.length));
  forest.open(at, kind, node);
}

/** 第1条, with the caption above or beside it, and its first paragraph when that stands on the same line. */
export function placeArticle(growth: Growth, index: number, reading: Reading): void {
  const { forest, pieces, caption } = growth;
  const line = trimmed(pieces[index]?.block as Line);
  const value = reading.value?.[0];
  const own = owner(growth, 'article', value, (index) => countsArticles(growth, index));
  const counts = forest.stack[own];
  const last = counts?.series.get('article')?.last;
  const inner = forest.find((open) => isDocument(open) || isStructure(open.node.kind) || isOwnHeading(open));
  // Behind an annex, an article that goes on with those before it is none of the annex.
  const back = value !== undefined && value > 1 && last === value - 1 && isDocument(forest.stack[inner] ?? forest.root);
  const at = back ? own : inner;
  const holder = forest.stack[at];
  // A chapter, or a document inside the document, may count its articles anew.
  const anew =
    value === 1 &&
    last !== undefined &&
    holder !== counts &&
    holder?.node.children.every(({ kind }) => kind !== 'article');
  const number = line.text.slice(0, reading.length).trim();
  if (value === undefined) {
    forest.report(
      'number-unread',
      `条の番号が読めません（「${number}」）。番号のない条として取り込みました。`,
      line.spot,
    );
  } else if (last === undefined && value > 1) {
    forest.report('number-start', startsAt(number), line.spot);
  } else if (!anew && !(reading.value?.length !== 1 && last === value)) {
    checkNumber(growth, last ?? 0, value, number, line.spot);
  }
  const document = anew && !isStructure(holder?.node.kind ?? '') ? holder : counts;
  const node = newNode({
    kind: 'article',
    number,
    ...(reading.value ? { value: reading.value } : {}),
    spot: line.spot,
  });
  const rest = cutLine(line, reading.length);
  const beside = rest && !caption ? bracketed(rest.text, captionBrackets) : undefined;
  if (caption) node.caption = caption;
  else if (beside) node.caption = { text: beside, place: 'beside', spot: line.spot };
  delete growth.caption;
  forest.open(at, 'article', node);
  if (document && value !== undefined) document.series.set('article', { last: reading.until ?? value, heads: true });
  const words = rest && cutLine(rest, beside?.length ?? 0);
  if (!words) return;
  const title = words.text.length <= 30 && looksLikeTitle(words.text);
  if (!node.caption && title && hasBody(pieces[index + 1])) node.body.push(words);
  else openParagraph(growth, words);
}

/** A heading that articles can stand under. */
function isOwnHeading(open: Open): boolean {
  return open.node.kind === 'heading' && holdsNumbers(open);
}

/** A document, or a heading in which articles have begun anew. */
function countsArticles({ forest }: Growth, index: number): boolean {
  const open = forest.stack[index];
  return open !== undefined && (isDocument(open) || open.series.has('article'));
}

function hasBody(next: Piece | undefined): boolean {
  if (!next || next.block.kind === 'table' || next.caption) return false;
  return (
    (isPlain(next) && !goesOn(next.text)) ||
    next.readings.some(({ form, value }) => form.startsWith('digit') && value?.[0] === 1)
  );
}

const trimmed = (line: Line): Line => cutLine(line, 0) ?? line;

/** The first paragraph of an article, which has no number of its own. */
export function openParagraph({ forest }: Growth, line: Line): void {
  const at = forest.heading();
  const node = newNode({ kind: 'paragraph', value: [1], body: [line], spot: line.spot });
  forest.open(at, 'paragraph', node);
}

/** A table whose first row names a chapter: 1 | 組織的対策 | 改訂日 | 20yy.mm.dd. What follows the title stays a table. */
export function placeChapterRow(growth: Growth, table: Table, value: number): void {
  const { forest } = growth;
  const [head = [], ...rows] = table.rows;
  const [first, second, ...others] = head;
  const number = first?.lines[0]?.text.trim() ?? '';
  const node = newNode({ kind: 'chapter', number, value: [value], body: second?.lines ?? [], spot: table.spot });
  forest.open(0, 'chapter-row', node);
  const rest = [others, ...rows].filter((row) => row.some(({ lines }) => lines.length > 0));
  if (rest.length === 0) return;
  const below = newNode({ kind: 'table', spot: table.spot });
  below.table = { kind: 'table', rows: rest, spot: table.spot };
  forest.add(1, below);
}
