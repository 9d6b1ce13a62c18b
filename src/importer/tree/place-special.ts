import type { Line } from '../model/block.ts';
import type { Caption, NodeKind } from '../model/tree.ts';
import { isPlain, type Piece } from './classify.ts';
import { cutLine } from './cut-line.ts';
import { newNode } from './forest.ts';
import { type Growth, titleOf } from './growth.ts';
import { namesDocument } from './wording.ts';

const trimmed = (line: Line): Line => cutLine(line, 0) ?? line;

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
  const { caption, body } = headOf(line, number === '' ? 0 : special.length);
  if (caption) node.caption = caption;
  const first = body[0];
  if (first && first.text !== '抄' && kind === 'supplementary')
    forest.add(forest.stack.length - 1, newNode({ kind: 'text', body, spot: line.spot }));
  else node.body = body;
}

/** What stands behind the number; of 附則（令和3年規程第1号）抄 a caption, and 抄 as its title. */
function headOf(line: Line, length: number): { caption?: Caption; body: Line[] } {
  const whole = titleOf(line, length);
  const extract = /[)）]\s?抄$/u.test(line.text) ? cutLine(line, line.text.length - 1) : undefined;
  if (!extract) return whole;
  const { caption } = titleOf(cutLine(line, 0, line.text.length - 1) ?? line, length);
  return caption ? { caption, body: [extract] } : whole;
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
