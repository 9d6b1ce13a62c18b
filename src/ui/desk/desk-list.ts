import type { Return } from '../../core/desk/desk.ts';
import { countRows, filterRows, type RowOrder, sortRows } from '../../core/desk/pick-rows.ts';
import { sayOfReturn } from '../../core/desk/receive.ts';
import { type DeskRow, listUnplaced, type RowKind, rowKinds } from '../../core/desk/table.ts';
import { part, show as showParts } from '../parts/parts.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText } from '../parts/visible-text.ts';
import type { DeskContext, OpenCampaign } from './desk-context.ts';
import { drawInSlices } from './draw-in-slices.ts';
import { renderRow } from './render-row.ts';

/** What of the table is looked at. It lasts as long as the page, whatever view is opened in between. */
const looked: { kinds: Set<RowKind>; search: string; order: RowOrder; isDown: boolean } = {
  kinds: new Set(),
  search: '',
  order: 'kind',
  isDown: false,
};

/** The rows as they are shown, for whoever writes them into a file. */
export function shownRows(rows: readonly DeskRow[]): DeskRow[] {
  const found = filterRows(rows, { kinds: [...looked.kinds], search: looked.search });
  return looked.order === 'kind' && !looked.isDown ? found : sortRows(found, looked.order, looked.isDown);
}

/** 一覧: the table of the open campaign. */
export function show(place: HTMLElement, context: DeskContext, signal: AbortSignal): void {
  const { root, $open } = context;
  place.append(copyTemplate(root, 'desk-list'));
  const search = part(place, '[data-search]', HTMLInputElement);
  const order = part(place, '[data-order-choice]', HTMLSelectElement);
  search.value = looked.search;
  let drawing = new AbortController();
  const draw = () => {
    const open = $open.get();
    drawing.abort();
    drawing = new AbortController();
    if (open) drawTable(place, context, open, drawing.signal);
  };
  const sort = (column: RowOrder, isDown: boolean) => {
    Object.assign(looked, { order: column, isDown });
    draw();
  };
  const press = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const chip = target.closest<HTMLElement>('[data-chip]')?.dataset['chip'];
    const kind = rowKinds.find((one) => one === chip);
    if (kind) {
      if (!looked.kinds.delete(kind)) looked.kinds.add(kind);
      draw();
    }
    const column = target.closest<HTMLElement>('button[data-order]')?.dataset['order'];
    if (isOrder(column)) sort(column, looked.order === column ? !looked.isDown : isCount(column));
  };
  const change = ({ target }: Event) => {
    if (target === order && isOrder(order.value)) sort(order.value, isCount(order.value));
    if (target instanceof HTMLSelectElement && target.matches('[data-place-return]')) void placeReturn(context, target);
  };
  const type = () => {
    looked.search = search.value;
    draw();
  };
  place.addEventListener('click', press, { signal });
  place.addEventListener('change', change, { signal });
  search.addEventListener('input', type, { signal });
  part(place, '[data-find]', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault(), { signal });
  const stop = $open.subscribe(draw);
  signal.addEventListener('abort', () => {
    stop();
    drawing.abort();
  });
}

function drawTable(place: HTMLElement, context: DeskContext, open: OpenCampaign, signal: AbortSignal): void {
  const { root } = context;
  const counts = countRows(open.rows);
  for (const chip of place.querySelectorAll<HTMLElement>('[data-chip]')) {
    const kind = rowKinds.find((one) => one === chip.dataset['chip']);
    if (!kind) continue;
    chip.setAttribute('aria-pressed', String(looked.kinds.has(kind)));
    part(chip, '[data-chip-count]', HTMLElement).textContent = String(counts[kind]);
  }
  part(place, '[data-order-choice]', HTMLSelectElement).value = looked.order;
  for (const head of place.querySelectorAll<HTMLElement>('th[data-of]')) {
    if (head.dataset['of'] === looked.order) head.setAttribute('aria-sort', looked.isDown ? 'descending' : 'ascending');
    else head.removeAttribute('aria-sort');
  }
  const rows = shownRows(open.rows);
  const found = part(place, '[data-found]', HTMLElement);
  const isPart = rows.length < open.rows.length;
  found.textContent = toWords(found, [isPart ? 'part' : 'words'], {
    n: String(rows.length),
    t: String(open.rows.length),
  });
  showParts(place, '[data-no-rows]', rows.length === 0 && open.rows.length > 0);
  showParts(place, '[data-no-companies]', open.rows.length === 0);
  listFiles(place, context, open);
  const body = part(place, '[data-rows]', HTMLElement);
  drawInSlices(body, rows, (row) => renderRow(root, row), signal);
}

/** Files that no campaign has. */
function listFiles(place: HTMLElement, { root }: DeskContext, { desk }: OpenCampaign): void {
  const files = listUnplaced(desk);
  showParts(place, '[data-unplaced]', files.length > 0);
  part(place, '[data-unplaced-count]', HTMLElement).textContent = String(files.length);
  const campaigns = desk.campaigns.filter(({ isStruck }) => !isStruck);
  const render = ({ id, name, companyName }: Return) => {
    const line = findPart(copyTemplate(root, 'desk-unplaced'), 'li');
    fillSlots(line, { name: toShortText(name, 80), company: toShortText(companyName, 80) });
    const select = part(line, 'select', HTMLSelectElement);
    select.dataset['placeReturn'] = id;
    select.append(...campaigns.map((campaign) => new Option(campaign.name, campaign.id)));
    return line;
  };
  part(place, '[data-unplaced-list]', HTMLElement).replaceChildren(...files.slice(0, 100).map(render));
}

async function placeReturn(context: DeskContext, select: HTMLSelectElement): Promise<void> {
  const entry = context.entryOf(select.dataset['placeReturn'] ?? '');
  if (entry && select.value !== '')
    await context.put([sayOfReturn(entry, { campaign: select.value }, context.writing())]);
}

const orders: readonly RowOrder[] = ['kind', 'name', 'submittedOn', 'circles', 'crosses', 'unanswered'];

function isOrder(text: string | undefined): text is RowOrder {
  return orders.some((one) => one === text);
}

/** Of counts the largest come first. */
function isCount(order: RowOrder): boolean {
  return order === 'circles' || order === 'crosses' || order === 'unanswered';
}
