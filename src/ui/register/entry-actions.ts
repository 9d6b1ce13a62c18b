import type { Shown } from '../../core/register/arrange.ts';
import { stateOf } from '../../core/register/entry.ts';
import { withState } from '../../core/register/merge.ts';
import { part, show } from '../parts/parts.ts';
import { settleConflict } from './entry-conflict.ts';
import { showHistory } from './entry-history.ts';
import type { RegisterContext } from './register-context.ts';
import { nameEntry, type RegisterList } from './render-entry.ts';

/** Does what a button of an entry says. */
export async function actOnEntry(
  context: RegisterContext,
  what: string,
  list: RegisterList,
  shown: Shown,
): Promise<void> {
  const { entry } = shown;
  const name = nameEntry(list, shown);
  if (what === 'history') showHistory(context, list, entry, name);
  if (what === 'settle') settleConflict(context, list, entry, name);
  if (what === 'restore')
    await context.put([withState(entry, { cells: stateOf(entry).cells }, context.writing())], ['restored'], {
      n: name,
    });
  if (what === 'strike') {
    askReason(context, name, async (reason) => {
      const struck = { cells: stateOf(entry).cells, struck: true as const, reason };
      await context.put([withState(entry, struck, context.writing())], ['struck'], { n: name });
    });
  }
}

/** An entry is struck out for a reason, or not at all. */
function askReason({ root, failToLoad }: RegisterContext, name: string, act: (reason: string) => Promise<void>): void {
  const dialog = part(root, '[data-strike-dialog]', HTMLDialogElement);
  const field = part(dialog, '[data-strike-reason]', HTMLInputElement);
  part(dialog, '[data-strike-name]', HTMLElement).textContent = name;
  field.value = '';
  field.removeAttribute('aria-invalid');
  show(dialog, '[data-strike-missing]', false);
  const controller = new AbortController();
  const { signal } = controller;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const reason = field.value.replace(/\s+/g, ' ').trim();
    show(dialog, '[data-strike-missing]', reason === '');
    if (reason === '') {
      field.setAttribute('aria-invalid', 'true');
      field.focus();
      return;
    }
    dialog.close();
    void act(reason).catch(failToLoad);
  };
  part(dialog, 'form', HTMLFormElement).addEventListener('submit', submit, { signal });
  part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close(), { signal });
  dialog.addEventListener('close', () => controller.abort(), { signal });
  dialog.showModal();
  field.focus();
}
