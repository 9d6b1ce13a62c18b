import { findInvitation } from '../../core/desk/invitation.ts';
import { emptyAnswers } from '../../record/v1/checklist/answer-set.ts';
import { requestRows } from '../../record/v1/header/request.ts';
import type { ChecklistStore } from '../../stores/checklist.ts';
import { writeAddress } from '../parts/draft-address.ts';
import { part, show, today } from '../parts/parts.ts';

const prefix = /^#ask\W/;

/** Follows the invitation in the address, where one stands there, and shows the one of the open draft. @param hash of then */
export function attendInvitation(root: HTMLElement, store: ChecklistStore, hash: string): void {
  if (prefix.test(hash)) show(root, '[data-invited-broken]', !followInvitation(store, hash));
  showInvitation(root, store);
}

/**
 * Follows an invitation, `#ask=…`: the draft that was begun with it is opened, else one is begun; other drafts stay as they
 * are. The fragment goes out of the address, so that loading the page again goes on with the draft.
 * @returns whether it could be read
 */
function followInvitation(store: ChecklistStore, hash: string): boolean {
  const invitation = findInvitation(hash);
  history.replaceState(history.state, '', location.pathname + location.search);
  if (!invitation) return false;
  const { request, recipient, business } = invitation;
  const begun = store.listDrafts().find((draft) => draft.kind === 'readable' && draft.value.request?.id === request.id);
  if (begun?.id !== undefined) store.openDraft(begun.id);
  else {
    const answers = emptyAnswers(store.definition);
    const { header } = answers;
    store.startDraft({ ...answers, header: { ...header, recipient, business }, request });
  }
  writeAddress(store);
  return true;
}

/** Shows what the invitation of the open draft says; nothing where there is none. */
function showInvitation(root: HTMLElement, { $answers }: ChecklistStore): void {
  const { request } = $answers.get();
  show(root, '[data-invited]', request !== undefined);
  if (!request) return;
  const template = part(root, '[data-invited-row]', HTMLTemplateElement);
  const rows = requestRows(request).map(({ label, value }) => {
    const row = template.content.cloneNode(true);
    if (!(row instanceof DocumentFragment)) throw new Error('A template gives a fragment.');
    part(row, 'dt', HTMLElement).textContent = label;
    part(row, 'dd', HTMLElement).textContent = value;
    return row;
  });
  part(root, '[data-invited-rows]', HTMLElement).replaceChildren(...rows);
  show(root, '[data-invited-late]', request.dueOn !== '' && request.dueOn < today(new Date()));
}
