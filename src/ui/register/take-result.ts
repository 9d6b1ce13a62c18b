import { show as showEntry } from '../../core/register/arrange.ts';
import { type Entry, saysTheSame, stateOf } from '../../core/register/entry.ts';
import { withState } from '../../core/register/merge.ts';
import type { Lead } from '../../core/register/rules.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';
import { toWords } from '../parts/to-words.ts';
import { completeEntry, takeWriter } from './entry-dialog.ts';
import { toCount, toItem } from './files/file-words.ts';
import { lacks } from './list-filter.ts';
import type { RegisterContext } from './register-context.ts';
import { RegisterList } from './register-list.ts';
import { type RegisterList as List, nameEntry } from './render-entry.ts';
import { showCell } from './show-cell.ts';

/** So many entries are named before they are written to. */
const mostNamed = 20;

/**
 * Puts what a decision gave into the entries from which somebody went to it: one is shown whole, to be checked; to several
 * the same is written at once. Then the next entry is offered that waits for such a result.
 */
export async function takeResult(
  context: RegisterContext,
  entries: readonly Entry[],
  lead: Lead,
  cells: Readonly<Record<string, string>>,
): Promise<void> {
  const [first, ...others] = entries;
  if (!first) return;
  const isWritten =
    others.length === 0
      ? await completeEntry(context, first, cells, lead.text)
      : await writeToAll(context, entries, lead, cells);
  if (isWritten) offerNext(context, first.table, lead);
}

/** Shows what would be written to which entries, and writes it. Whether it was written. */
async function writeToAll(
  context: RegisterContext,
  entries: readonly Entry[],
  lead: Lead,
  cells: Readonly<Record<string, string>>,
): Promise<boolean> {
  const { root, tables, rules, writer } = context;
  const table = tables.find(({ id }) => id === entries[0]?.table);
  const own = table && rules.tables[table.id];
  if (!table || !own) return false;
  const dialog = part(root, '[data-same-dialog]', HTMLDialogElement);
  const list = { table, rules: own };
  fillSlots(dialog, { count: toCount(entries.length) });
  const facts = table.columns.flatMap((column) => {
    const text = cells[column.id];
    if (text === undefined) return [];
    return [copyTemplate(dialog, 'same-fact', { label: column.label, value: showCell(column, text) })];
  });
  part(dialog, '[data-same-facts]', HTMLElement).replaceChildren(...facts);
  const names = entries.slice(0, mostNamed).map((entry) => toItem(nameEntry(list, showEntry(entry, own))));
  const place = part(dialog, '[data-same-names]', HTMLElement);
  const more = entries.length - mostNamed;
  place.replaceChildren(...names, ...(more > 0 ? [toItem(toWords(place, ['more'], { n: toCount(more) }))] : []));
  const reason = part(dialog, '[data-reason]', HTMLInputElement);
  reason.value = lead.text;
  show(dialog, '[data-writer-line]', (writer.$texts.get()['name'] ?? '') === '');
  if (!(await askForm(context, dialog))) return false;
  const written = entries.flatMap((entry) => {
    const state = stateOf(entry);
    const next = { ...state, cells: { ...state.cells, ...cells } };
    if (saysTheSame(state, next)) return [];
    return [withState(entry, { cells: next.cells, reason: reason.value.trim() }, context.writing())];
  });
  return context.put(written, ['changedMany'], { n: toCount(written.length) });
}

/** Whether the person had it written. */
function askForm(context: RegisterContext, dialog: HTMLDialogElement): Promise<boolean> {
  const controller = new AbortController();
  const { signal } = controller;
  let isAccepted = false;
  return new Promise((resolve) => {
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      if (!takeWriter(context, dialog)) return;
      isAccepted = true;
      dialog.close();
    };
    part(dialog, 'form', HTMLFormElement).addEventListener('submit', submit, { signal });
    part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close(), { signal });
    const close = () => {
      controller.abort();
      resolve(isAccepted);
    };
    dialog.addEventListener('close', close, { signal });
    dialog.showModal();
    dialog.scrollTop = 0;
  });
}

/** The first entry of the list that waits for such a result; none where nothing is waited for. */
export function findNext({ all, list }: RegisterList, { returns }: Lead): { first: Entry; count: number } | undefined {
  const [column = ''] = returns;
  const waiting = all.filter((shown) => !shown.isInConflict && lacks(shown, list.rules, column));
  const [first] = waiting;
  return first && { first: first.entry, count: waiting.length };
}

function offerNext({ root, rules }: RegisterContext, table: string, lead: Lead): void {
  const index = rules.tables[table]?.leads?.indexOf(lead) ?? -1;
  const place = root.querySelector<HTMLElement>(`[data-next-lead="${table}/${index}"]`);
  const element = part(root, 'register-list', RegisterList);
  if (!place || element.list.table.id !== table) return;
  const next = findNext(element, lead);
  place.hidden = !next;
  if (!next) return;
  const list: Pick<List, 'table' | 'rules'> = element.list;
  fillSlots(place, { next: nameEntry(list, showEntry(next.first, list.rules)), left: toCount(next.count) });
}
