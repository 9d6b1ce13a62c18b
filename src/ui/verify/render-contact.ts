import { type Contact, methodNames } from '../../core/address-book/address-book.ts';
import { formatDate } from '../../core/text/date.ts';
import { copyTemplate, fillSlots, findPart } from '../parts/templates.ts';
import { toVisibleText } from '../parts/visible-text.ts';
import { toGroups } from '../parts/written-forms.ts';

/** Company and person as one name, hidden characters written out. */
export function showName({ company, person }: Contact): string {
  return toVisibleText([company, person].filter((name) => name.trim() !== '').join(' '));
}

/** One contact of the book, from the page's template: `li[data-fingerprint]`, with what can be done to it. */
export function renderContact(root: ParentNode, contact: Contact): HTMLElement {
  const line = findPart(copyTemplate(root, 'contact'), 'li');
  line.dataset['fingerprint'] = contact.fingerprint;
  fillSlots(line, {
    name: showName(contact),
    company: toVisibleText(contact.company),
    person: toVisibleText(contact.person),
    fingerprint: toGroups(contact.fingerprint),
    method: methodNames[contact.method],
    checkedOn: formatDate(contact.checkedOn),
    checkedBy: toVisibleText(contact.checkedBy),
    note: toVisibleText(contact.note),
  });
  for (const value of line.querySelectorAll('dd')) if (value.textContent === '') value.parentElement?.remove();
  return line;
}

/** The same without what can be done to it: a contact that is not in the book yet, or shown beside another. */
export function renderForeignContact(root: ParentNode, contact: Contact): HTMLElement {
  const line = renderContact(root, contact);
  findPart(line, '[data-when-own]').remove();
  return line;
}
