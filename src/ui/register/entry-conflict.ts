import { type Entry, type EntryState, headsOf, textOf } from '../../core/register/entry.ts';
import { withState } from '../../core/register/merge.ts';
import { holdReasonsAmong } from '../../core/register/reasons.ts';
import { formatTime } from '../parts/format-time.ts';
import { part } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';
import type { RegisterContext } from './register-context.ts';
import type { RegisterList } from './render-entry.ts';
import { showCell } from './show-cell.ts';

/** One line of the comparison: a column, or whether the entry is struck out. */
interface Line {
  name: string;
  label: string;
  read(state: EntryState): string;
  show(text: string): string;
}

const struckName = '/struck';

/** Shows the states that stand against one another, and writes a further one of what was chosen. */
export function settleConflict(
  context: RegisterContext,
  { table, rules }: RegisterList,
  entry: Entry,
  name: string,
): void {
  const dialog = part(context.root, '[data-settle-dialog]', HTMLDialogElement);
  const heads = headsOf(entry);
  const struck = part(dialog, '[data-template="side-struck"]', HTMLElement).dataset;
  const lines: Line[] = [
    ...table.columns.map((column) => ({
      name: column.id,
      label: column.label,
      read: (state: EntryState) => textOf(state, column.id),
      show: (text: string) => showCell(column, text),
    })),
    {
      name: struckName,
      label: struck['label'] ?? '',
      read: (state) => (state.struck ? 'yes' : ''),
      show: (text) => (text === 'yes' ? struck['yes'] : struck['no']) ?? '',
    },
  ];
  // What is struck out nowhere need not be asked.
  const asked = lines.filter((line) => line.name !== struckName || heads.some(({ struck: isStruck }) => isStruck));
  const rows = asked.map((line) => toRow(dialog, line, heads));
  const sides = part(dialog, '[data-sides]', HTMLElement);
  sides.replaceChildren(...rows);
  const all = part(dialog, '[data-side-all]', HTMLElement);
  all.replaceChildren(...heads.map((state) => toAll(dialog, state)));
  const controller = new AbortController();
  const { signal } = controller;
  const chooseAll = ({ target }: Event) => {
    const wanted = target instanceof Element && target.closest<HTMLElement>('[data-all]')?.dataset['all'];
    for (const radio of sides.querySelectorAll('input')) if (radio.value === wanted) radio.checked = true;
  };
  const chosen = (line: string) => {
    const id = sides.querySelector<HTMLInputElement>(`input[name="side-${CSS.escape(line)}"]:checked`)?.value;
    return heads.find((state) => state.id === id) ?? heads.at(-1);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const cells: Record<string, string> = {};
    // What the form does not ask any more stays as the last one has it.
    Object.assign(cells, heads.at(-1)?.cells);
    for (const { id } of table.columns) {
      const state = chosen(id);
      const text = state ? textOf(state, id) : '';
      if (text === '') delete cells[id];
      else cells[id] = text;
    }
    const isStruck = chosen(struckName)?.struck === true;
    const reason = chosen(struckName)?.reason;
    const sides = heads.map((head) => head.cells);
    const written = {
      cells: holdReasonsAmong(rules, sides, cells),
      ...(isStruck && { struck: true as const, ...(reason !== undefined && { reason }) }),
    };
    dialog.close();
    void context
      .put([withState(entry, written, context.writing())], ['settled'], { n: name })
      .catch(context.failToLoad);
  };
  all.addEventListener('click', chooseAll, { signal });
  part(dialog, 'form', HTMLFormElement).addEventListener('submit', submit, { signal });
  part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close(), { signal });
  dialog.addEventListener('close', () => controller.abort(), { signal });
  dialog.showModal();
  dialog.scrollTop = 0;
}

function toRow(dialog: HTMLElement, line: Line, heads: readonly EntryState[]): HTMLElement {
  const row = part(copyTemplate(dialog, 'side-row', { label: line.label }), 'fieldset', HTMLElement);
  const texts = new Set(heads.map(line.read));
  if (texts.size === 1) {
    part(row, '[data-differs]', HTMLElement).remove();
    row.append(fill(copyTemplate(dialog, 'side-same'), { value: line.show([...texts][0] ?? '') }));
    return row;
  }
  heads.forEach((state, index) => {
    const value = line.show(line.read(state));
    const choice = fill(copyTemplate(dialog, 'side-choice'), { value, who: state.by, at: formatTime(state.at) });
    const radio = part(choice, 'input', HTMLInputElement);
    radio.name = `side-${line.name}`;
    radio.value = state.id;
    // What was written last is what the list shows.
    radio.checked = index === heads.length - 1;
    row.append(choice);
  });
  return row;
}

function toAll(dialog: HTMLElement, state: EntryState): DocumentFragment {
  const copy = fill(copyTemplate(dialog, 'side-all'), { who: state.by, at: formatTime(state.at) });
  part(copy, 'button', HTMLButtonElement).dataset['all'] = state.id;
  return copy;
}

/** Puts texts into their places; an empty one says what it is. */
function fill(copy: DocumentFragment, texts: Readonly<Record<string, string>>): DocumentFragment {
  fillSlots(copy, texts);
  for (const place of copy.querySelectorAll<HTMLElement>('[data-slot]')) {
    if (place.textContent === '') place.textContent = place.dataset['none'] ?? place.dataset['nobody'] ?? '';
  }
  return copy;
}
