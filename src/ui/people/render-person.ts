import { isDayKey, keysOf, type PeopleList, type Person, personNames, textOf } from '../../core/people/person.ts';
import { formatDate } from '../../core/text/date.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';

/** One person as a row of the list. */
export function renderPerson(root: ParentNode, person: Person, list: PeopleList): HTMLElement {
  const row = part(copyTemplate(root, 'person'), 'li', HTMLElement);
  row.dataset['person'] = person.id;
  const isFact = (key: string) => key !== 'name' && key !== 'kana';
  const facts = keysOf(list).filter((key) => isFact(key) && textOf(person, key) !== '');
  fillSlots(row, {
    name: textOf(person, 'name'),
    kana: textOf(person, 'kana'),
    facts: facts
      .map((key) => `${personNames[key]} ${isDayKey(key) ? toDay(textOf(person, key)) : textOf(person, key)}`)
      .join('、'),
  });
  const signed = person.signed.map(({ title, documentNumber, on }, at) => {
    const item = part(
      copyTemplate(root, 'signed', { title, on: toDay(on), number: documentNumber }),
      'li',
      HTMLElement,
    );
    item.dataset['at'] = String(at);
    show(item, '[data-numbered]', documentNumber !== '');
    return item;
  });
  part(row, '[data-signed]', HTMLElement).replaceChildren(...signed);
  // A site without pledges has nothing to sign.
  show(row, '[data-do="sign"]', root.querySelector('[data-sign-form] option') !== null);
  const at = list.people.indexOf(person);
  part(row, '[data-do="up"]', HTMLButtonElement).disabled = at === 0;
  part(row, '[data-do="down"]', HTMLButtonElement).disabled = at === list.people.length - 1;
  return row;
}

/** What is no day yet stays as it was typed. */
function toDay(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text) : text;
}
