import { show as showEntry } from '../../core/register/arrange.ts';
import { findDoubts } from '../../core/register/doubts.ts';
import { type Entry, saysTheSame, stateOf } from '../../core/register/entry.ts';
import type { GivenRow } from '../../core/register/given-rows.ts';
import { beginEntry, withState } from '../../core/register/merge.ts';
import type { TableRules } from '../../core/register/rules.ts';
import { toKeptCells, validateEntry } from '../../core/register/validate-entry.ts';
import type { FormTable } from '../../record/v1/form/definition.ts';
import { keepLasting } from '../parts/keep-lasting.ts';
import { part, show, today } from '../parts/parts.ts';
import { type EntryDraft, type EntryMode, readDraft, readDraftName, toDraftName } from './entry-draft.ts';
import { EntryFields } from './entry-fields.ts';
import type { RegisterContext } from './register-context.ts';
import { nameEntry } from './render-entry.ts';

/** Asks for a new entry of a table. */
export async function addEntry(context: RegisterContext, table: string): Promise<void> {
  await openDialog(context, 'new', table, undefined);
}

/**
 * Asks for what is missing in entries that are handed over, one after the other; what is closed before it is written stays
 * as something half typed.
 */
export async function addGiven(context: RegisterContext, given: readonly GivenRow[]): Promise<void> {
  const { drafts } = context;
  for (const { table, id, cells } of given) {
    const name = toDraftName({ mode: 'new', table, entry: id });
    // Half typed once before: that goes on.
    if (!drafts.$texts.get()[name]) drafts.put(name, JSON.stringify({ cells, reason: '', seen: [] }));
  }
  for (const { table, id } of given) if (!(await openDialog(context, 'new', table, undefined, id))) return;
}

/** Asks whether what came back for an entry is put into it. @param reason why it is corrected. Whether it was. */
export async function completeEntry(
  context: RegisterContext,
  entry: Entry,
  given: Readonly<Record<string, string>>,
  reason: string,
): Promise<boolean> {
  const { cells } = stateOf(entry);
  const seen = entry.states.map(({ id }) => id);
  const draft: EntryDraft = { cells: { ...cells, ...given }, reason, seen };
  context.drafts.put(toDraftName({ mode: 'edit', table: entry.table, entry: entry.id }), JSON.stringify(draft));
  return openDialog(context, 'edit', entry.table, entry, '', Object.keys(given)[0]);
}

/** Asks for a correction of an entry, for what closes it, or for another one that begins as it stands. */
export async function editEntry(
  context: RegisterContext,
  mode: 'edit' | 'close' | 'copy',
  entry: Entry,
): Promise<void> {
  await openDialog(context, mode, entry.table, entry);
}

/** Goes on with the first of what is half typed. */
export async function resumeEntry(context: RegisterContext): Promise<void> {
  const name = Object.keys(context.drafts.$texts.get())[0] ?? '';
  const target = readDraftName(name);
  const entry = context.store.$state.get().entries.find(({ id }) => id === target?.entry);
  const isThere = target && context.tables.some(({ id }) => id === target.table) && (target.mode === 'new' || entry);
  if (isThere && target.mode === 'new') await openDialog(context, 'new', target.table, undefined, target.entry);
  else if (isThere) await openDialog(context, target.mode, target.table, entry);
  // The entry is gone, or of another device: nothing can be gone on with.
  else discardDraft(context);
}

/** Gives up the first of what is half typed. */
export function discardDraft({ drafts, tell }: RegisterContext): void {
  drafts.put(Object.keys(drafts.$texts.get())[0] ?? '', '');
  tell(['discarded']);
}

/**
 * @param newId of a new entry, where it is known already; @param looked the column to look at first. Whether it was written.
 */
async function openDialog(
  context: RegisterContext,
  mode: EntryMode,
  tableId: string,
  entry: Entry | undefined,
  newId = '',
  looked?: string,
): Promise<boolean> {
  const { root, tables, rules, drafts, writer, sharedDevice } = context;
  const table = tables.find(({ id }) => id === tableId);
  const own = rules.tables[tableId];
  if (!table || !own) return false;
  const dialog = part(root, `[data-entry-dialog="${tableId}"]`, HTMLDialogElement);
  const fields = new EntryFields(dialog, table, own, () => writer.$texts.get()['name'] ?? '');
  const name = toDraftName({ mode, table: tableId, entry: entry?.id ?? newId });
  const draft = readDraft(drafts.$texts.get()[name]);
  const seen = entry && (draft ? asSeen(entry, draft.seen) : entry);
  const before = seen ? stateOf(seen).cells : {};
  prepare(dialog, mode, table, own, entry);
  const reason = part(dialog, '[data-reason]', HTMLInputElement);
  reason.value = draft?.reason ?? '';
  fields.fill(draft?.cells ?? (mode === 'copy' ? withoutClosing(before, own) : before));
  show(dialog, '[data-writer-line]', (writer.$texts.get()['name'] ?? '') === '');
  const writing = part(dialog, '[data-entry-writer]', HTMLInputElement);
  writing.value = '';
  writing.setAttribute('autocomplete', sharedDevice.isOn() ? 'off' : 'name');

  const typed = () => toKeptCells(table, { ...before, ...fields.read() });
  const keepDraft = () => {
    const states = seen?.states.map(({ id }) => id) ?? [];
    drafts.put(name, JSON.stringify({ cells: fields.read(), reason: reason.value, seen: states }));
  };
  const accept = async (): Promise<boolean> => {
    const shown = (column: string) => mode !== 'close' || own.closedBy.includes(column);
    const problems = validateEntry(context.form, table, own, typed(), today(context.now()));
    const wrong = problems.filter(({ column }) => shown(column));
    if (!takeWriter(context, dialog) || !fields.tellProblems(wrong)) return false;
    const cells = typed();
    // One is enough: it leads to the entry, where the others are seen as well.
    const [doubt] = findDoubts(table, own, cells, today(context.now()));
    const told = (written: Entry) => ({
      n: nameEntry({ table, rules: own }, showEntry(written, own)),
      ...(doubt && { l: doubt.label, t: doubt.than }),
    });
    const names = (first: string) => [first, ...(doubt ? [doubt.kind] : [])];
    if (!seen || mode === 'copy' || mode === 'new') {
      const written = beginEntry(newId || context.newId(), tableId, { cells }, context.writing());
      if (!context.sharedDevice.isOn()) keepLasting();
      return context.put([written], names('added'), told(written));
    }
    if (saysTheSame(stateOf(seen), { ...stateOf(seen), cells })) {
      context.tell(['same']);
      return true;
    }
    const written = withState(seen, { cells, reason: mode === 'edit' ? reason.value.trim() : '' }, context.writing());
    const isClosed = mode === 'close' && !showEntry(written, own).isOpen;
    return context.put([written], names(isClosed ? 'closed' : 'changed'), told(written));
  };

  return whileOpen(dialog, { keepDraft, accept, done: () => drafts.put(name, '') }, fields, context, looked);
}

/** What happens in the dialog, until it is closed. Whether it was written. */
function whileOpen(
  dialog: HTMLDialogElement,
  { keepDraft, accept, done }: { keepDraft(): void; accept(): Promise<boolean>; done(): void },
  fields: EntryFields,
  context: RegisterContext,
  looked: string | undefined,
): Promise<boolean> {
  const controller = new AbortController();
  const { signal } = controller;
  let isBusy = false;
  let isWritten = false;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // Pressing Enter twice writes one entry.
    if (isBusy) return;
    isBusy = true;
    void accept()
      .then((isDone) => {
        if (!isDone) return;
        done();
        isWritten = true;
        dialog.close();
        // Closing gives the focus back to the button, which may be gone.
        const told = part(context.root, '[data-done]', HTMLElement);
        if (!told.hidden) told.focus();
      })
      .catch(context.failToLoad)
      .finally(() => {
        isBusy = false;
      });
  };
  return new Promise((resolve) => {
    fields.listen(keepDraft, signal);
    part(dialog, '[data-reason]', HTMLInputElement).addEventListener('input', keepDraft, { signal });
    part(dialog, 'form', HTMLFormElement).addEventListener('submit', submit, { signal });
    part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close(), { signal });
    const close = () => {
      controller.abort();
      resolve(isWritten);
    };
    dialog.addEventListener('close', close, { signal });
    dialog.showModal();
    fields.focusFirst(looked);
  });
}

function prepare(
  dialog: HTMLDialogElement,
  mode: EntryMode,
  table: FormTable,
  rules: TableRules,
  entry: Entry | undefined,
): void {
  const title = mode === 'copy' ? 'new' : mode;
  const { titleNew, titleEdit, titleClose } = dialog.dataset;
  part(dialog, '[data-entry-heading]', HTMLElement).textContent =
    { new: titleNew, edit: titleEdit, close: titleClose }[title] ?? '';
  const of = part(dialog, '[data-entry-of]', HTMLElement);
  of.textContent = entry && mode !== 'copy' ? nameEntry({ table, rules }, showEntry(entry, rules)) : '';
  of.hidden = of.textContent === '';
  for (const place of dialog.querySelectorAll<HTMLElement>('[data-mode]'))
    place.hidden = !place.dataset['mode']?.split(' ').includes(title);
  for (const place of dialog.querySelectorAll<HTMLElement>('[data-column]'))
    place.hidden = mode === 'close' && !rules.closedBy.includes(place.dataset['column'] ?? '');
}

/** Takes who writes, which has to be said once; tells where it is missing. Whether it is known. */
export function takeWriter({ writer }: RegisterContext, dialog: HTMLDialogElement): boolean {
  const field = part(dialog, '[data-entry-writer]', HTMLInputElement);
  const isKnown = (writer.$texts.get()['name'] ?? '') !== '';
  const typed = field.value.replace(/\s+/g, ' ').trim();
  if (!isKnown && typed !== '') writer.put('name', typed);
  const isMissing = !isKnown && typed === '';
  show(dialog, '[data-writer-missing]', isMissing);
  field.toggleAttribute('aria-invalid', false);
  if (!isMissing) return true;
  field.setAttribute('aria-invalid', 'true');
  field.focus();
  return false;
}

/** The entry as the person saw it when they began: what was written since is no part of what they correct. */
function asSeen(entry: Entry, seen: readonly string[]): Entry {
  const states = entry.states.filter(({ id }) => seen.includes(id));
  return states.length > 0 ? { ...entry, states } : entry;
}

/** A copy is as open as a new one. */
function withoutClosing(cells: Readonly<Record<string, string>>, { closedBy }: TableRules): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([column]) => !closedBy.includes(column)));
}
