import { nextSteps } from '../../core/desk/next-steps.ts';
import { type DeskRow, rowKindNames } from '../../core/desk/table.ts';
import { toCompanyKey } from '../../core/text/company-key.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText } from '../parts/visible-text.ts';
import type { DeskApp } from './desk-app.ts';
import { detailActions } from './detail-actions.ts';
import { showAnswers, showFile, showHeads, showOthers } from './detail-parts.ts';
import { describeReasons, markKind } from './render-row.ts';

/** Opens what is known of a row, and what a person can say of it. @param id of the row */
export async function openDetail(app: DeskApp, id: string): Promise<void> {
  const row = app.$open.get()?.rows.find((one) => one.id === id);
  if (!row) return;
  const message = row.shown ? (await load(import('./file-message.ts'))).messageOf(row.shown) : '';
  const dialog = part(app.root, '[data-detail]', HTMLDialogElement);
  for (const details of dialog.querySelectorAll('details')) details.open = false;
  fill(app, dialog, row, message);
  const controller = new AbortController();
  const { signal } = controller;
  const press = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    const act = detailActions[button?.dataset['do'] ?? ''];
    if (!button || !act) return;
    tellProblem(dialog, '');
    void act({ app, dialog, row, button })
      .then((problem) => {
        if (problem === undefined) dialog.close();
        else tellProblem(dialog, problem);
      })
      .catch((error: unknown) => {
        dialog.close();
        app.failToLoad(error);
      });
  };
  dialog.addEventListener('click', press, { signal });
  dialog.addEventListener('close', () => controller.abort(), { signal });
  dialog.showModal();
}

function tellProblem(dialog: HTMLElement, words: string): void {
  const problem = part(dialog, '[data-detail-problem]', HTMLElement);
  problem.textContent = words;
  problem.hidden = words === '';
  if (words !== '') problem.focus();
}

function fill(app: DeskApp, dialog: HTMLElement, row: DeskRow, message: string): void {
  const { company, shown } = row;
  part(dialog, '[data-detail-name]', HTMLElement).textContent = toShortText(row.name, 200);
  const kind = part(dialog, '[data-detail-kind]', HTMLElement);
  kind.textContent = rowKindNames[row.kind];
  markKind(kind, row.kind);
  part(dialog, '[data-detail-reasons]', HTMLElement).textContent = describeReasons(row);
  const next = part(dialog, '[data-detail-next]', HTMLElement);
  next.textContent = toWords(next, ['words'], { n: nextSteps[row.next] });
  tellProblem(dialog, '');
  const isUnsure = shown !== undefined && (company === undefined || row.next === 'say-company');
  show(dialog, '[data-part="owner"]', isUnsure);
  if (isUnsure) fillOwners(app, dialog, row);
  show(dialog, '[data-part="file"]', shown !== undefined);
  if (shown) {
    showFile(app.root, dialog, shown, message);
    show(dialog, '[data-part="sealed"]', shown.state === 'unsigned');
    part(dialog, '#detail-sealed', HTMLInputElement).value = shown.said.sealedOn;
    const campaigns = part(dialog, '[data-owner-campaign]', HTMLSelectElement);
    const others = app.$desk.get().campaigns.filter(({ isStruck }) => !isStruck);
    campaigns.replaceChildren(...others.map(({ id, name }) => new Option(name, id)));
    campaigns.value = app.$open.get()?.campaign.id ?? '';
  }
  part(dialog, '#detail-strike', HTMLInputElement).value = '';
  showAnswers(app.root, dialog, row);
  showOthers(dialog, row);
  show(dialog, '[data-part="company"]', company !== undefined);
  if (company) fillCompany(app, dialog, row);
  showHeads(app, dialog, row);
}

function fillOwners(app: DeskApp, dialog: HTMLElement, { name, suggested, company, shown }: DeskRow): void {
  const select = part(dialog, '[data-owner-company]', HTMLSelectElement);
  const open = app.$open.get();
  const companies =
    open?.desk.companies.filter(({ campaign, isStruck }) => campaign === open.campaign.id && !isStruck) ?? [];
  companies.sort(byName);
  const ordered = [
    ...companies.filter(({ id }) => suggested.includes(id)),
    ...companies.filter(({ id }) => !suggested.includes(id)),
  ];
  const { first = '', maybe = '' } = select.dataset;
  select.replaceChildren(
    new Option(first, ''),
    ...ordered.map(({ id, name: known }) => new Option(known + (suggested.includes(id) ? maybe : ''), id)),
  );
  select.value = company?.id ?? '';
  const add = part(dialog, '[data-do="list-owner"]', HTMLButtonElement);
  const isNamed = shown !== undefined && toCompanyKey(shown.companyName || shown.organization) !== '';
  add.hidden = company !== undefined || !isNamed;
  add.textContent = toWords(add, ['words'], { n: toShortText(name, 60) });
}

function fillCompany(app: DeskApp, dialog: HTMLElement, { company }: DeskRow): void {
  if (!company) return;
  const parents = part(dialog, '[data-company="parent"]', HTMLSelectElement);
  const others = app.$desk
    .get()
    .companies.filter(({ id, campaign, isStruck }) => campaign === company.campaign && !isStruck && id !== company.id)
    .sort(byName);
  parents.replaceChildren(
    new Option(parents.dataset['none'] ?? '', ''),
    ...others.map(({ id, name }) => new Option(name, id)),
  );
  const texts: Record<string, string> = { ...pick(company), 'paper-on': company.paperOn };
  for (const field of dialog.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-company]'))
    field.value = texts[field.dataset['company'] ?? ''] ?? '';
  part(dialog, '#company-strike', HTMLInputElement).value = '';
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'ja');

function pick({ name, person, mail, parent, note }: Record<'name' | 'person' | 'mail' | 'parent' | 'note', string>) {
  return { name, person, mail, parent, note };
}
