import type { Line, Table } from '../model/block.ts';
import type { NodeKind } from '../model/tree.ts';
import { isPlain, type Piece } from './classify.ts';
import { cutLine } from './cut-line.ts';
import { newNode, type Open } from './forest.ts';
import { checkNumber, type Growth, holdsNumbers, isDocument, titleOf } from './growth.ts';
import { isStructure, type Reading, structureForms } from './marks.ts';
import { bracketed, captionBrackets, goesOn, looksLikeTitle, namesDocument } from './wording.ts';

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
  if (document && value !== undefined) document.series.set('article', { last: value, heads: true });
  const words = rest && cutLine(rest, beside?.length ?? 0);
  if (!words) return;
  if (!node.caption && words.text.length <= 30 && looksLikeTitle(words.text) && hasBody(pieces[index + 1]))
    node.body.push(words);
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

/** 別表1, 附則, 改定履歴, 目次. What stands behind them on the line is their title; behind 附則, its first words. */
export function placeSpecial(growth: Growth, index: number): void {
  const { forest, pieces } = growth;
  const piece = pieces[index];
  const special = piece?.special;
  if (!piece || !special) return;
  const line = trimmed(piece.block as Line);
  const kind = special.kind === 'contents' ? 'heading' : (special.kind as NodeKind);
  const level = line.level;
  const at =
    special.kind === 'history' && level !== undefined ? forest.heading((open) => (open.level ?? 0) < level) : 0;
  const number = kind === 'heading' || kind === 'history' ? '' : line.text.slice(0, special.length).trim();
  const node = newNode({ kind, number, ...(special.value ? { value: special.value } : {}), spot: line.spot });
  forest.open(at, `${special.kind}:${special.word}`, node, level === undefined ? {} : { level });
  const { caption, body } = titleOf(line, number === '' ? 0 : special.length);
  if (caption) node.caption = caption;
  const first = body[0];
  if (first && kind === 'supplementary')
    forest.add(forest.stack.length - 1, newNode({ kind: 'text', body, spot: line.spot }));
  else node.body = body;
}

/** The title of an annex on the line below its number. */
export function takesTitle(growth: Growth, piece: Piece): boolean {
  const { node } = growth.forest.top;
  return (
    node.kind === 'annex' &&
    node.body.length === 0 &&
    node.children.length === 0 &&
    isPlain(piece) &&
    namesDocument(piece.text)
  );
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

/** A heading that only its level (Word's style, Markdown's #) makes one. */
export function placeLevelHeading(growth: Growth, line: Line, level: number): void {
  const { forest } = growth;
  const at = forest.heading((open) => open.node.kind !== 'article' && holdsNumbers(open) && (open.level ?? 0) < level);
  const node = newNode({ kind: 'heading', spot: line.spot });
  Object.assign(node, titleOf(trimmed(line), 0));
  forest.open(at, node.caption ? 'level-caption' : 'level', node, { level });
}

/** A head in brackets, ＜保管＞: it ends where the next one in such brackets or a heading begins. */
export function placeLabel(growth: Growth, line: Line, bracket: string): void {
  const { forest } = growth;
  const form = `label${bracket}`;
  const same = forest.find((open) => open.form === form);
  const at = same > 0 ? same - 1 : forest.heading();
  forest.open(at, form, newNode({ kind: 'heading', body: [trimmed(line)], spot: line.spot }));
}

/** Whether a plain line is the title of a document inside the document: its name, and numbers begin anew below it. */
export function titlesDocument({ pieces }: Growth, index: number): boolean {
  if (!isPlain(pieces[index]) || !namesDocument(pieces[index]?.text ?? '')) return false;
  for (const next of pieces.slice(index + 1, index + 7)) {
    const begins = next.readings.find(({ form }) => /^(?:article|chapter|digit\.?)$/u.test(form));
    if (begins) return begins.value?.length === 1 && begins.value[0] === 1;
    if (next.special?.kind === 'annex' || next.readings.some(({ weak }) => !weak)) return false;
  }
  return false;
}

/** The heading of a document inside the document. */
export function placeTitle(growth: Growth, line: Line): void {
  const { forest } = growth;
  const at = forest.find((open) => (isDocument(open) && open.form !== 'title') || isStructure(open.node.kind));
  forest.open(at, 'title', newNode({ kind: 'heading', body: [trimmed(line)], spot: line.spot }));
}
