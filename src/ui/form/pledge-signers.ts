import { findByName, findSigned, putPerson, withSigned } from '../../core/people/edit.ts';
import type { Person } from '../../core/people/person.ts';
import { toTexts } from '../../core/people/to-rows.ts';
import { formatDate } from '../../core/text/date.ts';
import { part, show, today } from '../parts/parts.ts';
import { fillSlots } from '../parts/templates.ts';
import { openTable, say } from './people-table.ts';

/** Lists who of the table has signed this pledge. */
export async function showSigners(root: HTMLElement): Promise<void> {
  const { table, rows, people, keepsNothing } = await openTable(root);
  const { pledge = '', pledgeTitle = '' } = root.dataset;
  const dialog = part(root, '[data-signers-dialog]', HTMLDialogElement);
  const template = part(dialog, '[data-signers-template]', HTMLTemplateElement);
  const close = part(dialog, '[data-signers-close]', HTMLButtonElement);
  const render = () => {
    const { list } = people.$state.get();
    const named = rows().flatMap((row) => toTexts(row, table.columns).name ?? []);
    const items = [...new Set(named)].map((name) => {
      const item = part(document.importNode(template.content, true), 'li', HTMLElement);
      const [person, ...others] = findByName(list, name);
      const signed = [person, ...others].flatMap((one) => (one && findSigned(one, pledge)) ?? []).at(-1);
      fillSlots(item, { name, on: signed ? formatDate(signed.on) : '' });
      show(item, '[data-state="signed"]', signed !== undefined);
      show(item, '[data-state="open"]', person !== undefined && others.length === 0 && !signed);
      show(item, '[data-state="absent"]', person === undefined);
      part(item, '[data-sign]', HTMLButtonElement).addEventListener('click', () => void sign(name, person));
      return item;
    });
    show(dialog, '[data-signers-none]', items.length === 0);
    part(dialog, '[data-signers-rows]', HTMLElement).replaceChildren(...items);
    if (keepsNothing) show(dialog, '[data-sign]', false);
  };
  const sign = async (name: string, person: Person | undefined) => {
    const fact = { form: pledge, title: pledgeTitle, documentNumber: '', on: today(new Date()) };
    await people.change((list) => {
      const known = list.people.find(({ id }) => id === person?.id);
      return known && putPerson(list, withSigned(known, fact));
    });
    render();
    close.focus();
    say(root, ['signed'], { n: name }, false);
  };
  render();
  close.onclick = () => dialog.close();
  dialog.showModal();
}
