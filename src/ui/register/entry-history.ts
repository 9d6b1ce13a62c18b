import type { Entry } from '../../core/register/entry.ts';
import { type Told, tellHistory } from '../../core/register/history.ts';
import { formatTime } from '../parts/format-time.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';
import type { RegisterContext } from './register-context.ts';
import type { RegisterList } from './render-entry.ts';
import { showCell } from './show-cell.ts';

/** Shows all states of an entry: who, when, and what changed. */
export function showHistory({ root }: RegisterContext, { table }: RegisterList, entry: Entry, name: string): void {
  const dialog = part(root, '[data-history-dialog]', HTMLDialogElement);
  part(dialog, '[data-history-name]', HTMLElement).textContent = name;
  const states = tellHistory(entry, table.columns).map((told) => toLine(dialog, told));
  part(dialog, '[data-history]', HTMLElement).replaceChildren(...states);
  dialog.showModal();
  dialog.scrollTop = 0;
}

function toLine(dialog: HTMLElement, { state, isFirst, isSettlement, strikes, cells }: Told): HTMLElement {
  const line = part(copyTemplate(dialog, 'told'), 'li', HTMLElement);
  const by = part(line, '[data-slot="by"]', HTMLElement);
  fillSlots(line, {
    at: formatTime(state.at),
    by: state.by || (by.dataset['nobody'] ?? ''),
    reason: state.reason ?? '',
    from: state.from ?? '',
  });
  const is: Record<string, boolean> = {
    first: isFirst,
    changed: !isFirst && !isSettlement && strikes === undefined,
    settled: isSettlement,
    struck: strikes === 'struck',
    restored: strikes === 'restored',
    reason: state.reason !== undefined,
    from: state.from !== undefined,
  };
  for (const place of line.querySelectorAll<HTMLElement>('[data-told]'))
    place.hidden = !is[place.dataset['told'] ?? ''];
  const facts = cells.map(({ column, before, after }) => {
    const fact = part(copyTemplate(dialog, 'told-cell'), 'div', HTMLElement);
    show(fact, '[data-was]', before !== '');
    const none = part(fact, '[data-slot="after"]', HTMLElement).dataset['none'] ?? '';
    fillSlots(fact, { label: column.label, before: showCell(column, before), after: showCell(column, after) || none });
    if (before === '') part(fact, '[data-was]', HTMLElement).remove();
    return fact;
  });
  part(line, '[data-cells]', HTMLElement).replaceChildren(...facts);
  return line;
}
