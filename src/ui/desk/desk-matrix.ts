import { type Matrix, type MatrixCell, toMatrix } from '../../core/desk/matrix.ts';
import { statusNames } from '../../record/v1/checklist/statuses.ts';
import { part, show as showParts } from '../parts/parts.ts';
import { copyTemplate } from '../parts/templates.ts';
import { toShortText, toVisibleText } from '../parts/visible-text.ts';
import type { DeskContext } from './desk-context.ts';
import { shownRows } from './desk-list.ts';
import { drawInSlices } from './draw-in-slices.ts';
import { aboutOf } from './render-row.ts';

/** マトリクス: companies against the items of the list, of the rows that the table shows. */
export function show(place: HTMLElement, context: DeskContext, signal: AbortSignal): void {
  place.append(copyTemplate(context.root, 'desk-matrix'));
  let drawing = new AbortController();
  const stop = context.$open.subscribe((open) => {
    drawing.abort();
    drawing = new AbortController();
    if (open) draw(place, toMatrix(shownRows(open.rows)), drawing.signal);
  });
  signal.addEventListener('abort', () => {
    stop();
    drawing.abort();
  });
}

function draw(place: HTMLElement, { items, lines }: Matrix, signal: AbortSignal): void {
  showParts(place, '[data-matrix]', lines.length > 0);
  showParts(place, '[data-no-matrix]', lines.length === 0);
  const head = toRow(
    'th',
    '会社名',
    items.map(({ number }) => String(number)),
  );
  for (const cell of head.children) cell.setAttribute('scope', 'col');
  for (const [index, { text }] of items.entries()) head.children[index + 1]?.setAttribute('title', toVisibleText(text));
  part(place, '[data-matrix-head]', HTMLElement).replaceChildren(head);
  const foot = (name: string, counts: readonly number[]) =>
    toRow(
      'td',
      name,
      counts.map((count) => String(count || '')),
    );
  part(place, '[data-matrix-foot]', HTMLElement).replaceChildren(
    foot(
      '×の数',
      items.map(({ crosses }) => crosses),
    ),
    foot(
      '未回答の数',
      items.map(({ unanswered }) => unanswered),
    ),
  );
  const list = items.map(({ number, text }) =>
    Object.assign(document.createElement('li'), { textContent: `No.${number} ${toVisibleText(text)}` }),
  );
  part(place, '[data-matrix-items]', HTMLElement).replaceChildren(...list);
  const rows = lines.map((line) => ({ id: line.row.id, ...line }));
  const body = part(place, '[data-matrix-body]', HTMLElement);
  drawInSlices(
    body,
    rows,
    ({ row, cells }) => renderLine(toShortText([row.name, aboutOf(row)].filter(Boolean).join('　'), 100), cells),
    signal,
  );
}

function renderLine(name: string, cells: readonly MatrixCell[]): HTMLElement {
  const line = toRow(
    'td',
    name,
    cells.map((cell) => (cell.isAsked ? toShortText(cell.mark, 20) : '／')),
  );
  for (const [index, cell] of cells.entries()) {
    const drawn = line.children[index + 1];
    if (!(drawn instanceof HTMLElement)) continue;
    drawn.dataset['status'] = cell.isAsked ? cell.status : 'none';
    if (!cell.isAsked || cell.status !== 'unanswered') continue;
    // An empty cell says nothing to whoever hears it.
    drawn.append(
      Object.assign(document.createElement('span'), { className: 'k-vh', textContent: statusNames.unanswered }),
    );
  }
  return line;
}

function toRow(tag: 'th' | 'td', name: string, texts: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  const first = Object.assign(document.createElement('th'), { scope: 'row', textContent: name });
  row.append(first, ...texts.map((text) => Object.assign(document.createElement(tag), { textContent: text })));
  return row;
}
