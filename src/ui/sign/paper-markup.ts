import { isLoneValue } from '../../record/v1/layout/lone-value.ts';
import { splitMark } from '../../record/v1/layout/paragraph-mark.ts';
import { splitSealLabels } from '../../record/v1/layout/seal-labels.ts';
import { isWideTable, liesAcross, planTable } from '../../record/v1/layout/table-plan.ts';
import type { SummaryBlock, SummaryDocument, SummaryRow } from '../../record/v1/summary/summary-document.ts';
import { type MarkupElement, markup } from '../parts/markup.ts';
import { toChartMarkup } from './chart-markup.ts';
import { toTableMarkup } from './table-markup.ts';

type Block<Kind extends SummaryBlock['kind']> = Extract<SummaryBlock, { kind: Kind }>;

/**
 * The sheets of an official paper, as its PDF has them: each begins with its `letter` or first heading, an h3; the document
 * number stands at the foot of the last. @param numberLabel stands before the number; without it the number is not shown
 */
export function toPaperMarkup(document: SummaryDocument, numberLabel: string | undefined): MarkupElement[] {
  const isAcross = liesAcross(document.blocks);
  const sheets = splitSheets(document.blocks).map((blocks) => toSheet(blocks, document.title, isAcross));
  const foot =
    numberLabel && document.number
      ? [markup('p', { class: 'k-folio__foot' }, `${numberLabel} ${document.number}`)]
      : [];
  return sheets.map((children, index) =>
    markup(
      'div',
      { class: 'k-folio__sheet', ...(isAcross && { 'data-across': '' }) },
      ...children,
      ...(index === sheets.length - 1 ? foot : []),
    ),
  );
}

function splitSheets(blocks: readonly SummaryBlock[]): SummaryBlock[][] {
  const sheets: SummaryBlock[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'page') sheets.push([]);
    else sheets.at(-1)?.push(block);
  }
  return sheets.filter((sheet) => sheet.length > 0);
}

function toSheet(blocks: readonly SummaryBlock[], title: string, isAcross: boolean): MarkupElement[] {
  const titled = blocks.findIndex(({ kind }) => kind === 'letter' || kind === 'heading');
  return blocks.flatMap((block, index) => {
    if (block.kind === 'heading' && index === titled) return [markup('h3', { class: 'k-folio__title' }, block.text)];
    return block.kind === 'table' ? [toTable(block, title, isAcross)] : toBlock(block);
  });
}

function toBlock(block: Exclude<SummaryBlock, { kind: 'table' }>): MarkupElement[] {
  switch (block.kind) {
    case 'heading':
      return [markup('h4', { class: 'k-folio__h' }, block.text)];
    case 'paragraph':
      return block.text.split('\n').map((line) => toParagraph(line, block.tone));
    case 'list':
      return [markup('ul', {}, ...block.items.map((item) => markup('li', {}, item)))];
    case 'fields':
      return [toFields(block)];
    case 'chart':
      return [toChartMarkup(block)];
    case 'seal':
      return [toSeal(block)];
    case 'letter':
      return toLetter(block);
    case 'page':
      return [];
  }
}

const tones = {
  center: 'k-folio__center',
  end: 'k-folio__end',
  note: 'k-folio__note',
  notice: 'k-folio__notice',
  conclusion: 'k-folio__conclusion',
} as const;

/** A line hangs beside its mark, or begins one character in where it is text. */
function toParagraph(line: string, tone: Block<'paragraph'>['tone']): MarkupElement {
  const { mark, rest } = splitMark(line);
  if (mark !== '' && (tone === undefined || tone === 'note')) {
    const looks = tone === 'note' ? 'k-folio__note k-folio__hang' : 'k-folio__hang';
    return markup('p', { class: looks }, markup('span', {}, mark), markup('span', {}, rest));
  }
  return markup('p', { class: tone ? tones[tone] : 'k-folio__text' }, line);
}

function toLetter({ mark, date, to, from, heading }: Block<'letter'>): MarkupElement[] {
  const pairs = from.map(({ label, value }) => markup('div', {}, markup('dt', {}, label), toEmptyOr('dd', {}, value)));
  return [
    ...(mark ? [markup('p', { class: 'k-folio__mark' }, mark)] : []),
    markup('p', { class: 'k-folio__end' }, date),
    ...(to ? [markup('p', { class: 'k-folio__to' }, to)] : []),
    ...(pairs.length > 0 ? [markup('dl', { class: 'k-folio__from' }, ...pairs)] : []),
    markup('h3', { class: 'k-folio__title' }, heading),
  ];
}

function toFields({ caption, rows }: Block<'fields'>): MarkupElement {
  const isLone = isLoneValue(caption, rows);
  const cells = rows.map(({ label, value }) =>
    markup('tr', {}, ...(isLone ? [] : [markup('th', { scope: 'row' }, label)]), toEmptyOr('td', {}, value)),
  );
  return markup(
    'table',
    { class: 'k-folio__fields' },
    ...(caption ? [markup('caption', {}, caption)] : []),
    markup('tbody', {}, ...cells),
  );
}

/** A wide one scrolls within the sheet, by keyboard as well. */
function toTable(block: Block<'table'>, title: string, isAcross: boolean): MarkupElement {
  const isWide = isWideTable(block.columns);
  const { shares } = planTable(block.columns, isAcross);
  const wide = { 'data-wide': '', tabindex: '0', role: 'region', 'aria-label': block.caption || title };
  return markup(
    'div',
    { class: 'k-tablewrap k-folio__wrap', ...(isWide && wide) },
    toTableMarkup(block, { table: 'k-folio__table', shares, ofRow: toBlankMark }),
  );
}

/** On a narrow screen one row to write in is enough. */
function toBlankMark({ cells }: SummaryRow): Readonly<Record<string, string>> {
  return cells.every((text) => text === '') ? { 'data-blank': '' } : {};
}

function toSeal({ labels, caption }: Block<'seal'>): MarkupElement {
  const { written, sealLabel } = splitSealLabels(labels);
  const lines = written.map((label) => markup('p', {}, label));
  return markup(
    'div',
    { class: 'k-folio__seal' },
    ...(caption ? [markup('p', { class: 'k-folio__whose' }, caption)] : []),
    markup(
      'div',
      { class: 'k-folio__box' },
      ...(lines.length > 0 ? [markup('div', { class: 'k-folio__lines' }, ...lines)] : []),
      ...(sealLabel === undefined ? [] : [markup('p', { class: 'k-folio__square' }, sealLabel)]),
    ),
  );
}

/** Nothing at all inside where there is no text, so that `:empty` finds what is to be written in. */
function toEmptyOr(tag: 'dd' | 'td', attributes: Readonly<Record<string, string>>, text: string): MarkupElement {
  return text === '' ? markup(tag, attributes) : markup(tag, attributes, text);
}
