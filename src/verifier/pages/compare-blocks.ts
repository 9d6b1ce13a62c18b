import { areFigures } from '../../pdf/v1/fields.ts';
import { splitSealLabels } from '../../pdf/v1/seal.ts';
import { words } from '../../record/v1/layout/words.ts';
import type { SummaryBlock, SummaryRow } from '../../record/v1/summary/summary-document.ts';
import { compareTable } from './compare-table.ts';
import { expectColumn, expectSideBySide, type PageCursor } from './page-cursor.ts';
import type { Piece } from './pieces.ts';

type FieldsBlock = Extract<SummaryBlock, { kind: 'fields' }>;

/**
 * Compares the blocks of a summary with the texts on the pages, one after the other.
 * @param blocks with printable texts
 * @throws MismatchError page-text, page-place
 */
export function compareBlocks(cursor: PageCursor, blocks: readonly SummaryBlock[]): void {
  const takeLegend = createLegend();
  for (const block of blocks) {
    if (block.kind === 'heading') cursor.takeBlock(block.text, `見出し「${block.text}」`);
    else if (block.kind === 'paragraph') cursor.takeBlock(block.text, '本文');
    else if (block.kind === 'list') for (const item of block.items) compareListItem(cursor, item, '箇条書き');
    else if (block.kind === 'fields') compareFields(cursor, block);
    else if (block.kind === 'table') compareTable(cursor, block, takeLegend(block.rows));
    else compareSeal(cursor, block.labels);
  }
}

/** Compares an item of a list and the mark before it. */
export function compareListItem(cursor: PageCursor, text: string, place: string): void {
  compareRow(cursor, cursor.take(words.bullet, place), cursor.take(text, place), place);
}

/**
 * Compares two texts side by side, of which the second may go on on later pages.
 * @returns where each begins
 */
export function compareRow(
  cursor: PageCursor,
  labels: readonly Piece[],
  values: readonly Piece[],
  place: string,
): (number | undefined)[] {
  const [value, ...later] = values;
  const beside = value === undefined ? labels : [...labels, value];
  expectSideBySide(beside, place);
  cursor.goBelow(beside, place);
  for (const piece of later) {
    expectColumn(piece, value?.x, place);
    cursor.goBelow([piece], place);
  }
  return [labels[0]?.x, value?.x];
}

/** What marks mean is said where one first appears. */
function createLegend(): (rows: readonly SummaryRow[]) => string {
  const explained = new Set<SummaryRow['weight']>();
  const legends = { attention: words.attentionLegend, open: words.openLegend };
  return (rows) => {
    const fresh = (['attention', 'open'] as const).filter(
      (weight) => !explained.has(weight) && rows.some((row) => row.weight === weight),
    );
    for (const weight of fresh) explained.add(weight);
    return fresh.map((weight) => legends[weight]).join('　');
  };
}

function compareFields(cursor: PageCursor, { caption, rows }: FieldsBlock): void {
  cursor.takeBlock(caption, `見出し「${caption}」`);
  if (areFigures(rows)) {
    compareFigures(cursor, rows, caption);
    return;
  }
  const columns: (number | undefined)[] = [];
  for (const { label, value } of rows) {
    const labels = cursor.take(label, `項目名「${label}」`);
    const values = cursor.take(value, label);
    expectColumn(labels[0], columns[0], label);
    expectColumn(values[0], columns[1], label);
    compareRow(cursor, labels, values, label).forEach((x, column) => {
      columns[column] ??= x;
    });
  }
}

/** Labels side by side, each with its figure under it. */
function compareFigures(cursor: PageCursor, rows: FieldsBlock['rows'], caption: string): void {
  const heads: Piece[] = [];
  const figures: Piece[] = [];
  for (const { label, value } of rows) {
    const head = cursor.take(label, `項目名「${label}」`);
    const figure = cursor.take(value, label);
    expectColumn(figure[0], head[0]?.x, label);
    heads.push(...head);
    figures.push(...figure);
  }
  for (const line of [heads, figures]) {
    expectSideBySide(line, `「${caption}」`);
    cursor.goBelow(line, `「${caption}」`);
  }
}

/** Labels one under another, and beside the first of them that of the seal. */
function compareSeal(cursor: PageCursor, labels: readonly string[]): void {
  const place = '記名・押印の欄';
  const { written, sealLabel } = splitSealLabels(labels);
  const stacked = written.flatMap((label) => cursor.take(label, place));
  const seal = cursor.take(sealLabel ?? '', place);
  const [first, ...others] = stacked;
  expectSideBySide(first === undefined ? seal : [first, ...seal], place);
  cursor.goBelow(first === undefined ? seal : [first, ...seal], place);
  for (const piece of others) {
    expectColumn(piece, first?.x, place);
    cursor.goBelow([piece], place);
  }
}
