import { type Contact, isMethod } from '../../core/address-book/address-book.ts';
import { type ContactFault, findContactFault } from '../../core/address-book/read-address-book.ts';
import { findForbidden, forbiddenMessage } from '../../core/text/characters.ts';
import { toDateText } from '../../core/text/date.ts';
import { part } from '../parts/parts.ts';
import { toGroups } from '../parts/written-forms.ts';

/**
 * Asks for the particulars of one contact in the page's dialog, filled with those given.
 * @returns the contact as it is to be kept, or undefined when the person gave it up
 */
export function askContact(root: ParentNode, given: Contact): Promise<Contact | undefined> {
  const dialog = part(root, '[data-contact-dialog]', HTMLDialogElement);
  const form = part(dialog, 'form', HTMLFormElement);
  fill(form, given);
  const controller = new AbortController();
  const { signal } = controller;
  return new Promise((resolve) => {
    let accepted: Contact | undefined;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const contact = read(form, given.fingerprint);
      if (!isAccepted(form, contact)) return;
      accepted = contact;
      dialog.close();
    };
    const close = () => {
      controller.abort();
      resolve(accepted);
    };
    form.addEventListener('submit', submit, { signal });
    part(form, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close(), { signal });
    dialog.addEventListener('close', close, { signal });
    dialog.showModal();
  });
}

function fill(form: HTMLFormElement, contact: Contact): void {
  part(form, '[data-contact-fingerprint]', HTMLElement).textContent = toGroups(contact.fingerprint);
  for (const name of ['company', 'person', 'checkedBy', 'checkedOn'] as const)
    part(form, `[name="${name}"]`, HTMLInputElement).value = contact[name];
  part(form, '[name="note"]', HTMLTextAreaElement).value = contact.note;
  part(form, '[name="method"]', HTMLSelectElement).value = contact.method;
  const confirmed = findConfirmation(form);
  // Each contact is compared anew: a mark left over from the last one would vouch for nothing.
  if (confirmed) confirmed.checked = false;
  showFault(form, undefined);
}

function read(form: HTMLFormElement, fingerprint: string): Contact {
  const method = part(form, '[name="method"]', HTMLSelectElement).value;
  const text = (name: string) => part(form, `[name="${name}"]`, HTMLInputElement).value.trim();
  return {
    fingerprint,
    company: text('company'),
    person: text('person'),
    // The page offers no other.
    method: isMethod(method) ? method : 'other',
    checkedOn: toDateText(text('checkedOn')),
    checkedBy: text('checkedBy'),
    note: part(form, '[name="note"]', HTMLTextAreaElement).value.trim(),
  };
}

/** Whether it can be kept; otherwise the first fault is shown at its field, which gets the focus. */
function isAccepted(form: HTMLFormElement, contact: Contact): boolean {
  const fault = findContactFault(contact);
  const isConfirmed = findConfirmation(form)?.checked ?? true;
  const shown = fault ?? (isConfirmed ? undefined : ({ field: 'confirmed', kind: 'empty' } as const));
  showFault(form, shown);
  return shown === undefined;
}

function showFault(
  form: HTMLFormElement,
  fault: ContactFault | { field: 'confirmed'; kind: 'empty' } | undefined,
): void {
  for (const message of form.querySelectorAll<HTMLElement>('[data-problem]')) message.hidden = true;
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  if (!fault) return;
  const message = form.querySelector<HTMLElement>(`#contact-${fault.field}-e`);
  const field = form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#contact-${fault.field}`);
  if (message) {
    message.textContent = wordsOf(fault, field) ?? message.getAttribute(`data-${fault.kind}`) ?? '';
    message.hidden = false;
  }
  field?.setAttribute('aria-invalid', 'true');
  field?.focus();
}

/** Of characters that nobody sees all fields say the same; anything else is said by the field's own words. */
function wordsOf({ kind }: { kind: string }, field: HTMLInputElement | HTMLTextAreaElement | null): string | undefined {
  if (kind !== 'character' || !field) return undefined;
  const found = findForbidden(field.value, { lines: field instanceof HTMLTextAreaElement });
  return found && forbiddenMessage(field.labels?.[0]?.textContent?.trim() ?? '', found);
}

function findConfirmation(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('[name="confirmed"]');
}
