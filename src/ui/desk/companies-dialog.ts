import { pasteCompanies, pasteMessage } from '../../core/desk/paste-companies.ts';
import { beginCompany, companyId, restore } from '../../core/desk/write.ts';
import type { Entry } from '../../core/register/entry.ts';
import { toCompanyKey } from '../../core/text/company-key.ts';
import { part } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import type { DeskApp } from './desk-app.ts';

/** Asks for companies: typed or pasted into one field; those of the address book are written into it. */
export function askCompanies(app: DeskApp): void {
  const dialog = part(app.root, '[data-companies-dialog]', HTMLDialogElement);
  const controller = new AbortController();
  const { signal } = controller;
  const field = part(dialog, '[data-companies-text]', HTMLTextAreaElement);
  const list = part(dialog, '[data-companies-problems]', HTMLElement);
  list.hidden = true;
  part(dialog, '[data-companies-added]', HTMLElement).hidden = true;
  const book = bookOf(app);
  part(dialog, '[data-book-line]', HTMLElement).hidden = book.length === 0;
  part(dialog, '[data-book-count]', HTMLElement).textContent = String(book.length);
  const write = () => {
    const before = field.value.replace(/\n*$/, field.value.trim() === '' ? '' : '\n');
    field.value = before + book.map(({ company, person }) => `${company}\t${person}`).join('\n');
    field.focus();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { added, problems, unknown } = await addCompanies(app, field.value);
    const told = part(dialog, '[data-companies-unknown]', HTMLElement);
    told.hidden = unknown.length === 0;
    told.textContent = toWords(told, ['words'], { n: unknown.join('、') });
    const taken = part(dialog, '[data-companies-added]', HTMLElement);
    taken.hidden = added === 0 || problems.length === 0;
    taken.textContent = taken.hidden ? '' : toWords(taken, ['words'], { n: String(added) });
    list.replaceChildren(...problems.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    list.hidden = problems.length === 0;
    if (problems.length > 0 || (added === 0 && unknown.length > 0)) {
      // What was typed stays; what of it was taken is told as known when it is sent again.
      field.focus();
      return;
    }
    field.value = '';
    dialog.close();
    app.tell(['companies'], { n: String(added) });
  };
  part(dialog, '[data-book]', HTMLButtonElement).addEventListener('click', write, { signal });
  part(dialog, 'form', HTMLFormElement).addEventListener(
    'submit',
    (event) => void submit(event).catch(app.failToLoad),
    { signal },
  );
  part(dialog, '[data-close]', HTMLButtonElement).addEventListener('click', () => dialog.close(), { signal });
  dialog.addEventListener('close', () => controller.abort(), { signal });
  dialog.showModal();
}

/** Companies of the address book that are not on the list, each once. */
function bookOf(app: DeskApp): { company: string; person: string }[] {
  const known = new Set(companiesOf(app).map(({ name }) => toCompanyKey(name)));
  return app.contacts().filter(({ company }) => {
    const key = toCompanyKey(company);
    if (key === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function companiesOf(app: DeskApp) {
  const open = app.$open.get();
  return open?.desk.companies.filter(({ campaign, isStruck }) => campaign === open.campaign.id && !isStruck) ?? [];
}

async function addCompanies(
  app: DeskApp,
  text: string,
): Promise<{ added: number; problems: string[]; unknown: string[] }> {
  const open = app.$open.get();
  if (!open) return { added: 0, problems: [], unknown: [] };
  const { id } = open.campaign;
  const known = companiesOf(app);
  const pasted = pasteCompanies(text, known);
  const idOf = (name: string) =>
    known.find((one) => toCompanyKey(one.name) === toCompanyKey(name))?.id ?? companyId(id, name, 0, app.sha256);
  const { at, by } = app.writing();
  const entries = pasted.companies.map(({ name, person, mail, parent }): Entry => {
    const struck = app.entryOf(idOf(name));
    // One that was taken off the list comes back.
    if (struck) return restore(struck, app.writing());
    return beginCompany(id, { name, person, mail, parent: parent === '' ? '' : idOf(parent) }, { at, by }, app.sha256);
  });
  const isDone = entries.length === 0 || (await app.put(entries));
  return { added: isDone ? entries.length : 0, problems: pasted.problems.map(pasteMessage), unknown: pasted.unknown };
}
