import { part } from '../parts/parts.ts';
import { addToList, choosePeople } from './form-people.ts';
import { openChanges } from './make-changes.ts';
import { showSigners } from './pledge-signers.ts';

/** Does what a button asks of the list of people, or of two states of a roster: see PeopleChoice and RosterChanges. */
export async function askPeople(button: HTMLElement): Promise<void> {
  const table = button.closest('form-table');
  const place = () => part(table ?? document, '[data-people-place]', HTMLElement);
  switch (button.dataset['askPeople']) {
    case 'choose':
      return choosePeople(place());
    case 'signers':
      return showSigners(place());
    case 'changes':
      return openChanges(part(document, '[data-changes-place]', HTMLElement));
    default:
      return addToList(place(), button.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? '');
  }
}
